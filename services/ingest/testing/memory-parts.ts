import type { Completed, CompletedPart, Part } from '../parts.ts';

/** The smallest part but the last. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const SMALLEST = 5 * 1024 * 1024;

/** Uploads in parts as S3 keeps them, in memory. */
export const memoryParts = () => {
  const uploads = new Map<string, Map<number, Part>>();
  const objects = new Set<string>();
  const name = (key: string, uploadId: string): string => `${key} ${uploadId}`;
  return {
    objects,
    begin: (key: string, uploadId: string): void => void uploads.set(name(key, uploadId), new Map()),
    send: (key: string, uploadId: string, partNumber: number, size: number): void =>
      void uploads.get(name(key, uploadId))?.set(partNumber, { partNumber, size, etag: `"${partNumber}"` }),
    signPart: async (key: string, uploadId: string, partNumber: number) =>
      `https://uploads.example/${key}?uploadId=${uploadId}&partNumber=${partNumber}`,
    listParts: async (key: string, uploadId: string): Promise<Part[] | undefined> => {
      const parts = uploads.get(name(key, uploadId));
      return parts && [...parts.values()].sort((one, other) => one.partNumber - other.partNumber);
    },
    completeParts: async (key: string, uploadId: string, parts: readonly CompletedPart[]): Promise<Completed> => {
      const sent = uploads.get(name(key, uploadId));
      if (!sent) return { outcome: 'no-such-upload' };
      const found = parts.map(({ partNumber, etag }) =>
        sent.get(partNumber)?.etag === etag ? sent.get(partNumber) : undefined,
      );
      if (found.some((part) => !part)) return { outcome: 'unfit', reason: 'One or more parts could not be found.' };
      if (found.slice(0, -1).some((part) => (part?.size ?? 0) < SMALLEST))
        return { outcome: 'unfit', reason: 'Too small.' };
      uploads.delete(name(key, uploadId));
      objects.add(key);
      return { outcome: 'completed' };
    },
    abortParts: async (key: string, uploadId: string): Promise<void> => void uploads.delete(name(key, uploadId)),
    hasObject: async (key: string): Promise<boolean> => objects.has(key),
  };
};
