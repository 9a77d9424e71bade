import * as z from 'zod';
import { groupBySize } from '../batches.ts';
import { smallestScale } from '../geometry.ts';
import { parseRendition, RenditionName } from '../rendition.ts';
import type { Deps } from './deps.ts';
import { encodeGroup, keepsAnimation, writeGroup } from './group.ts';
import { start } from './start.ts';

export const MakeRenditionsInput = z.strictObject({
  contentId: z.string().min(1),
  key: z.string().min(1),
  etag: z.string().min(1),
  renditions: z.array(RenditionName).min(1).max(100),
});
export type MakeRenditionsInput = z.infer<typeof MakeRenditionsInput>;

/**
 * Makes a batch of renditions from one decode. What is ready already is left alone, so the step can run again; one
 * that fails is recorded with its reason and does not stop the others. Only what concerns all of them is thrown.
 */
export const createMakeRenditions = (deps: Deps) => async (input: MakeRenditionsInput) => {
  const record = await deps.readContent(input.contentId);
  const { content } = record;
  const todo = new Map((await start(deps, record, input.renditions)).map(({ name, attempts = 0 }) => [name, attempts]));
  if (todo.size === 0) return { made: 0, failed: [] };
  const renditions = [...todo.keys()].map(parseRendition);
  const scale = smallestScale(renditions, content);
  const base = await deps.decode(await deps.readOriginal(input), {
    contentType: content.contentType,
    size: { width: Math.ceil(content.width * scale), height: Math.ceil(content.height * scale) },
    animated: content.frames > 1 && renditions.some(keepsAnimation),
  });
  const failed: string[] = [];
  let written: Promise<void> = Promise.resolve();
  for (const group of groupBySize(renditions).values()) {
    const outcomes = await encodeGroup(deps, base, group, content);
    for (const outcome of outcomes) if ('error' in outcome) failed.push(outcome.rendition.name);
    // One group is encoded while the one before is written, never two behind.
    await written;
    written = writeGroup(deps, content.contentId, outcomes, (name) => todo.get(name) ?? 1);
    written.catch(() => undefined); // thrown by the await that follows, here or below
  }
  await written;
  return { made: todo.size - failed.length, failed };
};
