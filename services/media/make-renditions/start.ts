import { type ContentRecord, type RenditionRecord, renditionsOf } from '../content.ts';
import type { Deps } from './deps.ts';

/** Marks as processing what is not ready yet, and answers those records. */
export const start = async (
  { now, startRenditions }: Pick<Deps, 'now' | 'startRenditions'>,
  record: ContentRecord,
  names: readonly string[],
): Promise<RenditionRecord[]> => {
  const updatedAt = new Date(now()).toISOString();
  let todo = renditionsOf(record)
    .filter(({ name, state }) => names.includes(name) && state !== 'ready')
    .map(({ name, attempts }): RenditionRecord => ({ name, state: 'processing', attempts: attempts + 1, updatedAt }));
  while (todo.length > 0) {
    // Another run may make the same renditions of the same content; what it has made in between is not started again.
    const ready = await startRenditions(record.content.contentId, todo);
    if (ready.length === 0) break;
    todo = todo.filter(({ name }) => !ready.includes(name));
  }
  return todo;
};
