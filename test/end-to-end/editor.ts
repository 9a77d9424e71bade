import type { Asset, Ticket } from '../../cli/api.ts';

type Options = { body?: unknown; bearer?: string; headers?: Record<string, string> };

/** An editor at work: the API, the upload form and the published files of a system at `siteUrl`. */
export const createEditor = ({ siteUrl, token }: { siteUrl: string; token: string }) => {
  const request = async (method: string, path: string, { body, bearer = token, headers }: Options = {}) => {
    const response = await fetch(`${siteUrl}${path}`, {
      method,
      headers: {
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return {
    request,
    async ticketFor(fileName: string, contentType: string, size: number, more: object = {}): Promise<Ticket> {
      const { status, body } = await request('POST', '/assets', { body: { fileName, contentType, size, ...more } });
      if (status !== 201) throw new Error(`No ticket for ${fileName}: ${JSON.stringify(body)}`);
      return body as unknown as Ticket;
    },
    async post({ upload }: Ticket, bytes: Uint8Array): Promise<Response> {
      const form = new FormData();
      for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
      form.append('file', new Blob([new Uint8Array(bytes)]), 'file');
      return fetch(upload.url, { method: 'POST', body: form });
    },
    asset: async (assetId: string): Promise<Asset> =>
      (await request('GET', `/assets/${assetId}`)).body as unknown as Asset,
    /** Every asset, the newest first. */
    async assets(): Promise<Asset[]> {
      const all: Asset[] = [];
      let next: string | undefined;
      do {
        const { body } = await request('GET', `/assets?limit=100${next ? `&next=${encodeURIComponent(next)}` : ''}`);
        all.push(...(body.assets as Asset[]));
        next = body.next as string | undefined;
      } while (next);
      return all;
    },
    /** The bytes that the public gets. */
    async published(path: string): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
      const response = await fetch(`${siteUrl}${path}`);
      return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
    },
  };
};

export type Editor = ReturnType<typeof createEditor>;
