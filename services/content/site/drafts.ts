import type { SiteManifest } from './manifest.ts';
import { signedMedia } from './signed-media.ts';
import { data, open as openSite } from './wiring.ts';
import type { World } from './world.ts';

/** How long the pictures of a draft are shown, in milliseconds; at full quarters of an hour, so that a browser keeps them. */
const SHOWN = 3_600_000;
const QUARTER = 900_000;

/** Opens a site in which one item has data that nobody has kept. */
export const open = async (
  manifest: SiteManifest,
  draft: { itemId: string; data: Record<string, unknown> },
  now: number,
): Promise<World> => {
  const until = Math.ceil(Date.now() / QUARTER) * QUARTER + SHOWN;
  return openSite(manifest, {
    now,
    mediaUrl: await signedMedia(until),
    data: async (itemId, version) => (itemId === draft.itemId ? draft.data : data(itemId, version)),
  });
};
