import * as z from 'zod';
import { Refusal } from '../shared/refusal.ts';
import { Folder, MOST_TAGS, Tags } from './details.ts';
import type { AssetRecord } from './store.ts';

/** One change of many assets; each part of it may stand alone. */
export const AssetChange = z
  .strictObject({
    folder: Folder.optional(),
    addTags: Tags.optional(),
    removeTags: Tags.optional(),
    trash: z.literal(true).optional(),
    restore: z.literal(true).optional(),
  })
  .refine((change) => Object.values(change).some((part) => part !== undefined), {
    message: 'expected at least one of folder, addTags, removeTags, trash, restore',
  })
  .refine(({ trash, restore }) => !(trash && restore), 'an asset cannot be put into the trash and taken out at once');
export type AssetChange = z.infer<typeof AssetChange>;

/** What a change writes: members that are undefined are left as they are, `null` takes one away. */
export type Patch = {
  folder?: string;
  tags?: string[];
  trashedAt?: string | null;
  trashedBy?: string | null;
};

/** What a change makes of an asset; undefined where it is so already. Throws a `Refusal` where it cannot be. */
export const patchOf = (
  asset: AssetRecord,
  change: AssetChange,
  by: { name: string; at: string },
): Patch | undefined => {
  const patch: Patch = {};
  if (change.folder !== undefined && change.folder !== (asset.folder ?? '')) patch.folder = change.folder;
  const before = asset.tags ?? [];
  const removed = new Set(change.removeTags);
  const tags = [...new Set([...before, ...(change.addTags ?? [])])].filter((tag) => !removed.has(tag));
  if (tags.length > MOST_TAGS) {
    const message = `The asset would have ${tags.length} tags; at most ${MOST_TAGS} are kept.`;
    throw new Refusal(400, 'too-many-tags', message, 'change.addTags');
  }
  if (tags.join('\n') !== before.join('\n')) patch.tags = tags;
  if (change.trash && asset.trashedAt === undefined) Object.assign(patch, { trashedAt: by.at, trashedBy: by.name });
  if (change.restore && asset.trashedAt !== undefined) Object.assign(patch, { trashedAt: null, trashedBy: null });
  return Object.keys(patch).length > 0 ? patch : undefined;
};
