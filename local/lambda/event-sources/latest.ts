import type { MappingStore } from './store.ts';
import type { Stream } from './stream-source.ts';

/**
 * Puts a mapping behind everything that its stream holds now, and so that this stands after a restart: nothing written
 * before is ever delivered.
 */
export const startAtLatest = async (stream: Stream, store: MappingStore, uuid: string): Promise<void> => {
  for (const { id } of await stream.shards()) {
    let sequence = '';
    let iterator: string | undefined = await stream.iterator(id, '');
    while (iterator !== undefined) {
      const { records, next } = await stream.read(iterator, 1000);
      sequence = records.at(-1)?.dynamodb.SequenceNumber ?? sequence;
      if (records.length === 0 && next !== undefined) break;
      iterator = next;
    }
    store.move(uuid, id, { sequence, lanes: {}, finished: iterator === undefined });
  }
};
