import type { Content, ContentRecord, RenditionRecord } from '../content.ts';

type File = { body: Uint8Array | string; contentType: string };

/** The media domain's store in memory: one content, its renditions, and the files that were written. */
export const memoryStore = (content: Content, original: Uint8Array) => {
  const records = new Map<string, RenditionRecord>();
  const files = new Map<string, File>();
  const put = (_: string, record: RenditionRecord): void => void records.set(record.name, record);
  const isReady = ({ name }: RenditionRecord): boolean => records.get(name)?.state === 'ready';
  return {
    records,
    files,
    readContent: async (): Promise<ContentRecord> => ({ content, records: [...records.values()] }),
    readOriginal: async () => original,
    writeMedia: async (key: string, body: Uint8Array | string, contentType: string) => {
      files.set(key, { body, contentType });
    },
    startRenditions: async (contentId: string, started: readonly RenditionRecord[]) => {
      const ready = started.filter(isReady);
      if (ready.length === 0) for (const record of started) put(contentId, record);
      return ready.map(({ name }) => name);
    },
    recordReady: async (contentId: string, done: readonly RenditionRecord[]) => {
      for (const record of done) put(contentId, record);
    },
    recordFailure: async (contentId: string, record: RenditionRecord) => {
      if (!isReady(record)) put(contentId, record);
    },
  };
};
