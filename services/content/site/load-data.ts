import type { Revision } from '../item.ts';

/** A revision that is live is not in the table: the site's manifest is ahead of what can be read. Retried. */
export class RevisionMissingError extends Error {
  override name = 'RevisionMissingError';
}

type Deps = { readRevisions: (wanted: readonly { itemId: string; version: number }[]) => Promise<Revision[]> };

/** Revisions never change; this many are remembered. */
const MOST_REMEMBERED = 4_000;

type Waiting = {
  itemId: string;
  version: number;
  resolve: (data: Revision['data']) => void;
  reject: (error: unknown) => void;
};

/** Reads data of revisions: those asked for in one turn of the event loop together, each once. Rejects with `RevisionMissingError`. */
export const createLoadData = ({ readRevisions }: Deps) => {
  const remembered = new Map<string, Promise<Revision['data']>>();
  let waiting: Waiting[] = [];
  const nameOf = ({ itemId, version }: { itemId: string; version: number }): string => `${itemId}@${version}`;

  const readWaiting = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    try {
      const found = new Map((await readRevisions(batch)).map((revision) => [nameOf(revision), revision.data]));
      for (const wanted of batch) {
        const data = found.get(nameOf(wanted));
        if (data) wanted.resolve(data);
        else
          wanted.reject(
            new RevisionMissingError(`The content table has no version ${wanted.version} of ${wanted.itemId}.`),
          );
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  return (itemId: string, version: number): Promise<Revision['data']> => {
    const name = nameOf({ itemId, version });
    const known = remembered.get(name);
    if (known) return known;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const reading = new Promise<Revision['data']>((resolve, reject) => {
      waiting.push({ itemId, version, resolve, reject });
      if (waiting.length === 1) setImmediate(() => void readWaiting());
    });
    reading.catch(() => remembered.delete(name));
    remembered.set(name, reading);
    return reading;
  };
};
