import * as z from 'zod';
import type { ArmedRelease } from './embargo.ts';
import type { Problem } from './item.ts';
import { ItemId } from './model/reference.ts';
import { instantOf, LocalTime } from './model/time.ts';
import { MOST_ITEMS } from './publication.ts';
import { Version } from './revisions.ts';
import { Country, ELSEWHERE, type Territory } from './territories.ts';

export type ReleaseState =
  | 'draft'
  | 'scheduled'
  | 'releasing'
  | 'partly-released'
  | 'released'
  | 'failed'
  | 'rolling-back'
  | 'rolled-back';

/** A moment at which the items of a release become public in some territories. */
export type ReleaseWindow = {
  windowId: string;
  territories: readonly Territory[];
  /** As the place's clocks tell it. */
  at: string;
  zone: string;
  /** When it happens, in UTC: what `at` says, or when it was released at once. */
  instant: string;
  state: 'waiting' | 'releasing' | 'released' | 'failed';
  publicationId?: string;
  siteVersion?: number;
  /** By how many seconds it was begun too late. */
  lateSeconds?: number;
  problems?: readonly Problem[];
};

export type ReleaseItem = { itemId: string; version?: number };

/** Several items, and assets, that go public together; in each territory at one moment. */
export type Release = {
  releaseId: string;
  name: string;
  /** Counts changes by people, and not what happens by itself. */
  version: number;
  state: ReleaseState;
  items: readonly ReleaseItem[];
  assets: readonly string[];
  windows: readonly ReleaseWindow[];
  createdBy: string;
  createdAt: string;
  updatedBy: string;
  updatedAt: string;
  /** Who armed it; it holds back what it has as long as it is armed. */
  scheduledBy?: string;
  /** While it is armed: the version of each item that becomes public, as it was decided then. */
  armedVersions?: Readonly<Record<string, number>>;
  /** The way back, where it was asked for. */
  rollBack?: {
    publicationId: string;
    by: string;
    at: string;
    /** Items that others have changed since; they stay as they are. */
    changedSince: readonly string[];
    problems?: readonly Problem[];
  };
  correlationId: string;
  /** The execution that runs a version of it. */
  run?: { version: number; claim: string };
};

/** As it was read; `writes` counts every change. */
export type StoredRelease = Release & { writes: number };

/** The most windows of a release, and the most assets that it names. */
const MOST_WINDOWS = 20;
const MOST_ASSETS = 200;

/** A window in a request; with the id of one that is there already, that one. */
const WindowInput = z
  .strictObject({
    windowId: z.uuid().optional(),
    territories: z
      .array(z.union([Country, z.literal(ELSEWHERE)], 'expected a country of ISO 3166-1 such as GB, or *'))
      .min(1, 'expected at least one country, or * for everywhere that no other window names'),
    ...LocalTime.shape,
  })
  .superRefine(({ at, zone, territories }, context) => {
    for (const issue of LocalTime.safeParse({ at, zone }).error?.issues ?? [])
      context.addIssue({ ...issue, code: 'custom' });
    if (territories.includes(ELSEWHERE) && territories.length > 1) {
      const message = '* stands alone: it is everywhere that no other window names';
      context.addIssue({ code: 'custom', path: ['territories'], message });
    }
  });
export type WindowInput = z.output<typeof WindowInput>;

const Windows = z
  .array(WindowInput)
  .max(MOST_WINDOWS, `expected at most ${MOST_WINDOWS} windows`)
  .superRefine((windows, context) => {
    const seen = new Set<Territory>();
    windows.forEach(({ territories }, index) => {
      for (const territory of territories) {
        if (seen.has(territory)) {
          const message = `${territory} has a window already; a territory opens once`;
          context.addIssue({ code: 'custom', path: [index, 'territories'], message });
        }
        seen.add(territory);
      }
    });
  });

const Items = z
  .array(z.strictObject({ itemId: ItemId, version: Version.optional() }))
  .max(MOST_ITEMS, `expected at most ${MOST_ITEMS} items`)
  .superRefine((items, context) => {
    const ids = items.map(({ itemId }) => itemId);
    const index = ids.findIndex((id, place) => ids.indexOf(id) !== place);
    if (index >= 0) context.addIssue({ code: 'custom', path: [index], message: `${ids[index]} is named twice` });
  });

/** What people say of a release. */
export const RELEASE_BODY = {
  name: z.string().trim().min(1, 'expected a name').max(200),
  items: Items,
  assets: z.array(z.uuid('expected the id of an asset')).max(MOST_ASSETS),
  windows: Windows,
};

/** A window as it begins. */
export const windowOf = ({ windowId, territories, at, zone }: WindowInput, newId: () => string): ReleaseWindow => ({
  windowId: windowId ?? newId(),
  territories,
  at,
  zone,
  instant: new Date(instantOf({ at, zone })).toISOString(),
  state: 'waiting',
});

export const isArmed = ({ scheduledBy }: Release): boolean => scheduledBy !== undefined;

/** What a release holds back while it is armed. */
export const armedOf = ({ releaseId, name, items, assets, windows }: Release): ArmedRelease => ({
  ...{ releaseId, name, assets },
  items: items.map(({ itemId }) => ({ itemId })),
  windows: windows.map(({ territories, instant }) => ({ territories, instant })),
});

/** The state that follows from what became of the windows. */
export const stateOfWindows = (release: Release): ReleaseState => {
  const states = new Set(release.windows.map(({ state }) => state));
  if (states.has('releasing')) return 'releasing';
  if (states.has('failed') && !states.has('waiting')) return 'failed';
  if (states.has('released')) return states.size > 1 ? 'partly-released' : 'released';
  return isArmed(release) ? 'scheduled' : 'draft';
};

/** A release as the API shows it. */
export const shownRelease = ({ writes: _, run: __, ...release }: Release & { writes?: number }): Release => release;
