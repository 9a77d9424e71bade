import type { Connection } from './connection.ts';
import { signIn } from './sign-in.ts';

export type Reason = { code: string; message: string; remedy?: string };

export type Rendition = {
  name: string;
  state: string;
  path?: string;
  width?: number;
  height?: number;
  bytes?: number;
  contentType?: string;
  reason?: Reason;
};

export type Asset = {
  assetId: string;
  fileName: string;
  folder?: string;
  state: string;
  correlationId: string;
  createdAt: string;
  updatedAt: string;
  contentId?: string;
  contentType?: string;
  bytes?: number;
  width?: number;
  height?: number;
  reason?: Reason;
  manifest?: string;
  renditions?: Rendition[];
};

/** States that an asset stays in until somebody acts. */
export const SETTLED: ReadonlySet<string> = new Set(['ready', 'incomplete', 'refused', 'failed', 'removed']);

export type Ticket = {
  assetId: string;
  correlationId: string;
  upload: { url: string; fields: Record<string, string> };
};

/** The API refused a request; `code` and `message` are its own words. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Marquee's HTTP API as one signed-in user. */
export type Api = <T>(method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<T>;

/** Attempts at a request that was throttled or did not get through. */
const ATTEMPTS = 5;

/** Signs in, on a laptop as the demo `user`, and answers a function that calls the API. It throws `ApiError` for whatever the API refuses. */
export const openApi = async (connection: Connection, user?: string): Promise<Api> => {
  const token = await signIn(connection, user);
  const base = connection.outputs.ApiUrl ?? '';
  return async <T>(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(new URL(path, base), {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      if (response.ok) return JSON.parse(text) as T;
      if ((response.status === 429 || response.status === 503) && attempt < ATTEMPTS) {
        await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
        continue;
      }
      throw errorOf(response.status, text);
    }
  };
};

const errorOf = (status: number, text: string): ApiError => {
  try {
    const { error, message } = JSON.parse(text) as { error?: { code: string; message: string }; message?: string };
    return new ApiError(status, error?.code ?? `http-${status}`, error?.message ?? message ?? `HTTP ${status}`);
  } catch {
    return new ApiError(status, `http-${status}`, text.slice(0, 200) || `HTTP ${status}`);
  }
};
