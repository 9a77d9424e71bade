/** The API refuses, and says why. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly code: string;
  /** The field at fault, where there is one. */
  readonly field: string | undefined;
  /** All that it said. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, error: Readonly<Record<string, unknown>>) {
    super(typeof error.message === 'string' ? error.message : `The API answered ${status}.`);
    this.status = status;
    this.code = typeof error.code === 'string' ? error.code : `status-${status}`;
    this.field = typeof error.field === 'string' ? error.field : undefined;
    this.details = error;
  }
}

/** No answer came: the network is away, or the API is. */
export class OfflineError extends Error {
  override name = 'OfflineError';
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export type Sent = {
  body?: object;
  query?: Readonly<Record<string, string | number | undefined>>;
  /** The version that is changed, for a conditional write. */
  version?: number;
  signal?: AbortSignal;
};

export type Api = {
  get: <Answer>(path: string, sent?: Sent) => Promise<Answer>;
  post: <Answer>(path: string, sent?: Sent) => Promise<Answer>;
  put: <Answer>(path: string, sent?: Sent) => Promise<Answer>;
  delete: <Answer>(path: string, sent?: Sent) => Promise<Answer>;
};

type Deps = {
  fetch: typeof fetch;
  token: () => Promise<string>;
  /** Gets another token where the API takes this one no more. */
  renew: () => Promise<string>;
};

/** The path of an address with its parts escaped: `path('/assets', id)`. */
export const path = (base: string, ...parts: readonly string[]): string =>
  [base, ...parts.map(encodeURIComponent)].join('/');

/** Asks Marquee's API as whoever is signed in. Throws `ApiError` where it refuses and `OfflineError` where nothing answers. */
export const createApi = ({ fetch, token, renew }: Deps): Api => {
  const ask = async (method: Method, at: string, { body, query = {}, version, signal }: Sent, bearer: string) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
    const headers: Record<string, string> = { authorization: `Bearer ${bearer}` };
    if (body) headers['content-type'] = 'application/json';
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    try {
      return await fetch(search.size === 0 ? at : `${at}?${search}`, {
        ...{ method, headers, signal, body: body && JSON.stringify(body) },
        cache: 'no-store',
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new OfflineError('Nothing answers: the network is away, or Marquee is.', { cause });
    }
  };
  const call = async <Answer>(method: Method, at: string, sent: Sent = {}): Promise<Answer> => {
    let response = await ask(method, at, sent, await token());
    if (response.status === 401) response = await ask(method, at, sent, await renew());
    const said: unknown = await response.json().catch(() => ({}));
    if (response.ok) return said as Answer;
    const { error = {} } = (said ?? {}) as { error?: Record<string, unknown> };
    throw new ApiError(response.status, error);
  };
  return {
    get: (at, sent) => call('GET', at, sent),
    post: (at, sent) => call('POST', at, sent),
    put: (at, sent) => call('PUT', at, sent),
    delete: (at, sent) => call('DELETE', at, sent),
  };
};
