import { createHash, createHmac } from 'node:crypto';
import type { KeyValueStores } from '../key-value-store/store.ts';

/** What a function's context gets of the outside. Each answers a value or an error's text, and throws nothing. */
export type Host = {
  digest(algorithm: string, key: Uint8Array | undefined, chunks: readonly Uint8Array[]): Told;
  store(id: string | undefined): Told;
  value(store: string, key: string): Told;
  meta(store: string): Told;
  print(line: string): void;
};

type Told = { value?: unknown } | { error: string };

/** The outside of one function: the stores that it is associated with, by their ids, and who takes its lines. */
export const createHost = (stores: KeyValueStores, own: readonly string[], print: (line: string) => void): Host => ({
  print,
  digest: (algorithm, key, chunks) =>
    told(() => {
      const digest = key === undefined ? createHash(algorithm) : createHmac(algorithm, key);
      for (const chunk of chunks) digest.update(chunk);
      return digest.digest('hex');
    }),
  store(id) {
    const found = own.find((each) => id === undefined || each === id);
    if (found !== undefined && stores.find(found)) return { value: found };
    return { error: id === undefined ? 'No KeyValueStore is associated with the function' : 'InvalidKeyValueStoreId' };
  },
  value: (store, key) => told(() => stores.value(store, key)),
  meta: (store) =>
    told(() => {
      const found = stores.find(store);
      if (!found) throw new Error('InvalidKeyValueStoreId');
      return JSON.stringify({
        creationDateTime: new Date(found.createdAt).toISOString(),
        lastUpdatedDateTime: new Date(found.changedAt).toISOString(),
        keyCount: found.items,
      });
    }),
});

/** The work of a context's buffers, on the bytes that lie there. */
export const bufferHost = {
  byteLength: (text: string, encoding: BufferEncoding): Told => told(() => Buffer.byteLength(text, encoding)),
  call: (name: string, { buffer, byteOffset, byteLength }: Uint8Array, given: readonly unknown[]): Told =>
    told(() => {
      const bytes = Buffer.from(buffer, byteOffset, byteLength);
      const answer: unknown = (bytes[name as 'toString'] as (...values: readonly unknown[]) => unknown)(...given);
      return typeof answer === 'object' ? undefined : answer;
    }),
};

const told = (work: () => unknown): Told => {
  try {
    return { value: work() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
};
