import { instantOf, LocalTime } from './model/time.ts';
import { covers, ELSEWHERE, type Scope, type Territory } from './territories.ts';

/** A moment from which on something may be public in some territories; `*` are those that no other window names. */
export type Opening = { territories: readonly Territory[]; instant: string };

/** What holds something back: a moment that it carries itself, or a release that it goes public with. */
export type Embargo =
  | { kind: 'until'; instant: string }
  | { kind: 'release'; releaseId: string; name: string; windows: readonly Opening[] };

/** When an embargo ends in a territory, in milliseconds since the epoch; `Infinity` where it never does. */
export const opensAt = (embargo: Embargo, territory: Territory = ELSEWHERE): number => {
  if (embargo.kind === 'until') return Date.parse(embargo.instant);
  const named = embargo.windows.find(({ territories }) => territories.includes(territory));
  const window = named ?? embargo.windows.find(({ territories }) => territories.includes(ELSEWHERE));
  return window ? Date.parse(window.instant) : Number.POSITIVE_INFINITY;
};

/** Whether what is under these embargoes may be public in a territory at a moment: the one decision of all of Marquee. */
export const isOpen = (embargoes: readonly Embargo[], territory: Territory | undefined, now: number): boolean =>
  embargoes.every((embargo) => now >= opensAt(embargo, territory));

/** The embargoes that hold at a moment in any place of a scope, each with one such place. */
export const closedIn = (
  embargoes: readonly Embargo[],
  scope: Scope,
  now: number,
): { embargo: Embargo; territory: Territory }[] =>
  embargoes.flatMap((embargo) => {
    const named = embargo.kind === 'release' ? embargo.windows.flatMap(({ territories }) => [...territories]) : [];
    const all = 'only' in scope ? scope.only : [ELSEWHERE, ...named.filter((territory) => covers(scope, territory))];
    const territory = all.find((each) => !isOpen([embargo], each, now));
    return territory === undefined ? [] : [{ embargo, territory }];
  });

/** The embargo that an item's data or an asset carries itself; a moment that makes no sense counts as none. */
export const ownEmbargo = ({ embargoUntil }: { embargoUntil?: unknown }): Embargo[] => {
  const time = LocalTime.safeParse(embargoUntil);
  return time.success ? [{ kind: 'until', instant: new Date(instantOf(time.data)).toISOString() }] : [];
};

/** A release that holds back what it has: its items, and the assets that go public with them. */
export type ArmedRelease = {
  releaseId: string;
  name: string;
  items: readonly { itemId: string }[];
  assets: readonly string[];
  windows: readonly Opening[];
};

const embargoBy = ({ releaseId, name, windows }: ArmedRelease): Embargo => ({
  ...{ kind: 'release', releaseId, name, windows },
});

/** What holds an item back. */
export const embargoesOfItem = (itemId: string, data: object, armed: readonly ArmedRelease[]): Embargo[] => [
  ...ownEmbargo(data),
  ...armed.filter(({ items }) => items.some((each) => each.itemId === itemId)).map(embargoBy),
];

/** What holds an asset back. */
export const embargoesOfAsset = (
  asset: { assetId: string; embargoUntil?: unknown },
  armed: readonly ArmedRelease[],
): Embargo[] => [...ownEmbargo(asset), ...armed.filter(({ assets }) => assets.includes(asset.assetId)).map(embargoBy)];
