import type { createEditor } from './editor.ts';

type Request = ReturnType<typeof createEditor>['request'];

/** What became of a publication. */
export type Outcome = {
  publicationId: string;
  state: string;
  siteVersion?: number;
  problems?: { field: string; message: string }[];
};

/** An admin at work on content: writes, publishes, and looks until it is done. */
export const createPublisher = ({
  request,
  bearer,
  event,
}: {
  request: Request;
  bearer: string;
  /** Resolves with the first event that passes, past ones included. */
  event: (test: (event: { 'detail-type': string; detail: unknown }) => boolean) => Promise<unknown>;
}) => {
  const call = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    request(method, path, { body, bearer, headers });
  const must = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const answer = await call(method, path, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const settled = async (publicationId: string): Promise<Outcome> => {
    await event(({ 'detail-type': type, detail }) => {
      const { data } = detail as { data?: { publicationId?: string } };
      return SETTLING.has(type) && data?.publicationId === publicationId;
    });
    return (await must('GET', `/content/publications/${publicationId}`)) as unknown as Outcome;
  };
  const request_ = async (kind: string, ids: readonly string[]): Promise<Outcome> => {
    const { publicationId } = await must('POST', '/content/publications', {
      kind,
      items: ids.map((itemId) => ({ itemId })),
    });
    return settled(String(publicationId));
  };
  return {
    call,
    must,
    settled,
    create: (type: string, itemId: string, data: object) => must('POST', '/content', { type, itemId, data }),
    save: (itemId: string, version: number, data: object) =>
      must('PUT', `/content/${itemId}`, { data }, { 'if-match': `"${version}"` }),
    publish: (...ids: string[]) => request_('publish', ids),
    unpublish: (...ids: string[]) => request_('unpublish', ids),
  };
};

const SETTLING = new Set(['ContentPublished', 'ContentUnpublished', 'PublicationFailed', 'SiteRebuilt']);
