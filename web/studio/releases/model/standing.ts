import type { Status } from '@marquee/ui/words/statuses.ts';
import type { Release, ReleaseDetails, ReleaseState, ReleaseWindow, WindowState } from '../../api/releases.ts';

/** How a release stands, as one of the statuses. */
export const STATUS_OF: Readonly<Record<ReleaseState, Status>> = {
  draft: 'draft',
  scheduled: 'scheduled',
  releasing: 'running',
  'partly-released': 'changed',
  released: 'published',
  failed: 'failed',
  'rolling-back': 'running',
  'rolled-back': 'aborted',
};

export const STATUS_OF_WINDOW: Readonly<Record<WindowState, Status>> = {
  waiting: 'waiting',
  releasing: 'running',
  released: 'published',
  failed: 'failed',
};

const BACK: ReadonlySet<ReleaseState> = new Set(['rolled-back', 'rolling-back']);

/** The window that opens next; none where all are open, or the release was put back. */
export const nextWindow = ({ state, windows }: Release): ReleaseWindow | undefined =>
  BACK.has(state)
    ? undefined
    : windows
        .filter((window) => window.state === 'waiting' || window.state === 'releasing')
        .sort((one, other) => one.instant.localeCompare(other.instant))[0];

/** The window that opened last. */
export const lastReleased = ({ windows }: Release): ReleaseWindow | undefined =>
  windows.filter(({ state }) => state === 'released').sort((one, other) => other.instant.localeCompare(one.instant))[0];

export const isBusy = ({ state }: Release): boolean => state === 'releasing' || state === 'rolling-back';
export const isBegun = ({ windows }: Release): boolean => windows.some(({ state }) => state === 'released');
export const isArmed = ({ scheduledBy }: Release): boolean => scheduledBy !== undefined;

/** What can be done with a release as it stands; who may is another question. */
export const actionsOf = (release: Release) => {
  const { state, items, windows } = release;
  const isLeft = items.length > 0 && windows.some((window) => window.state !== 'released');
  const isCalm = !isBusy(release);
  return {
    schedule: isCalm && isLeft && (!isArmed(release) || state === 'failed'),
    callOff: isCalm && isArmed(release) && windows.some((window) => window.state === 'waiting'),
    go: isCalm && isLeft,
    rollBack: isCalm && isBegun(release) && state !== 'rolled-back',
    remove: state === 'draft' || state === 'rolled-back',
    rehearse: items.length > 0 && windows.length > 0,
  };
};

/** What people say of it, apart from what happens by itself. */
export const detailsOf = ({ name, items, assets, windows }: Release): ReleaseDetails => ({
  name,
  items,
  assets,
  windows: windows.map(({ windowId, territories, at, zone }) => ({ windowId, territories, at, zone })),
});

export const sameDetails = (one: ReleaseDetails, other: ReleaseDetails): boolean => {
  const told = ({ name, items, assets, windows }: ReleaseDetails): string =>
    JSON.stringify([
      name,
      items.map(({ itemId, version }) => [itemId, version]),
      assets,
      windows.map(({ territories, at, zone }) => [territories, at, zone]),
    ]);
  return told(one) === told(other);
};

/** The members in which two differ. */
export const differing = (one: ReleaseDetails, other: ReleaseDetails): (keyof ReleaseDetails)[] =>
  (['name', 'windows', 'items', 'assets'] as const).filter(
    (member) => !sameDetails(one, { ...one, [member]: other[member] }),
  );
