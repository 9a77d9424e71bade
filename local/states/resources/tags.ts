import type { Core } from '../core.ts';

export type TagProperty = { Key: string; Value: string };

/** Gives a resource the tags of its template, and no others. */
export const setTags = (core: Core, arn: string, tags: readonly TagProperty[] = []): void => {
  const kept = new Set(tags.map(({ Key }) => Key));
  for (const { key } of core.machines.tags(arn)) if (!kept.has(key)) core.machines.untag(arn, key);
  for (const { Key, Value } of tags) core.machines.tag(arn, { key: Key, value: Value });
};
