import { type Api, path } from './call.ts';

export type UploadWanted = { fileName: string; contentType: string; size: number; folder?: string };

type Common = { assetId: string; correlationId: string };
export type FormTicket = Common & { upload: { url: string; fields: Record<string, string> } };
export type PartsTicket = Common & { upload: { multipart: { uploadId: string; key: string; partSize: number } } };
export type Part = { partNumber: number; size: number; etag: string };

/** How files get in: a signed form for small ones, signed parts for large ones; `replaces` is an asset that gets a new original. */
export const uploadsOf = (api: Api) => {
  const ticketAt = (replaces: string | undefined): string =>
    replaces === undefined ? '/assets' : path('/assets', replaces, 'replacement');
  return {
    form: (wanted: UploadWanted, replaces?: string) => api.post<FormTicket>(ticketAt(replaces), { body: wanted }),
    parts: (wanted: UploadWanted, replaces?: string) =>
      api.post<PartsTicket>(ticketAt(replaces), { body: { ...wanted, multipart: true } }),
    sign: (assetId: string, uploadId: string, partNumber: number, signal?: AbortSignal) =>
      api.post<{ parts: { partNumber: number; url: string }[] }>(path('/assets', assetId, 'parts'), {
        body: { uploadId, partNumbers: [partNumber] },
        signal,
      }),
    list: (assetId: string, uploadId: string, signal?: AbortSignal) =>
      api.get<{ parts: Part[] }>(path('/assets', assetId, 'parts'), { query: { uploadId }, signal }),
    complete: (assetId: string, uploadId: string, parts: { partNumber: number; etag: string }[]) =>
      api.post<{ assetId: string }>(path('/assets', assetId, 'completion'), { body: { uploadId, parts } }),
    abort: (assetId: string, uploadId: string) =>
      api.delete<object>(path('/assets', assetId, 'upload'), { query: { uploadId } }),
  };
};
export type Uploads = ReturnType<typeof uploadsOf>;
