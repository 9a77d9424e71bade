import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Readiness, Release } from '../../api/releases.ts';
import { useReleasesApi } from '../../api/use-releases.ts';
import { useMomentWords } from '../moment.tsx';
import { usePlacesLine } from '../use-places.ts';
import { useReleaseWords } from '../words.ts';
import { Confirm } from './confirm.tsx';
import { useAction } from './use-action.ts';
import type { UsedRelease } from './use-release.ts';

type Props = { release: Release; use: UsedRelease; readiness: Readiness | undefined; close: () => void };

/** The pages of a release by name, and how many files. */
const useWhat = (release: Release, readiness: Readiness | undefined) => {
  const words = useReleaseWords();
  const names = useMemo(() => new Map(readiness?.items.map(({ itemId, name }) => [itemId, name])), [readiness]);
  const nameOf = (itemId: string): string => names.get(itemId) ?? itemId;
  const { items, assets } = release;
  const count = [words.pages(items.length), ...(assets.length > 0 ? [words.files(assets.length)] : [])].join(', ');
  return { nameOf, count };
};

/** What opens where, and when; of windows that have not. */
const Openings = ({ release }: { release: Release }) => {
  const words = useReleaseWords();
  const places = usePlacesLine();
  const momentOf = useMomentWords();
  return (
    <ul className="openings">
      {release.windows
        .filter(({ state }) => state !== 'released')
        .sort((one, other) => one.instant.localeCompare(other.instant))
        .map((window) => {
          const { there, here } = momentOf(window);
          return (
            <li key={window.windowId} className="will-open">
              {words.willOpen(places(window.territories, release.windows, 6), there)}
              <span className="small muted"> {here}</span>
            </li>
          );
        })}
    </ul>
  );
};

const Names = ({ items, nameOf }: { items: Release['items']; nameOf: (itemId: string) => string }) => (
  <ul className="names">
    {items.map(({ itemId }) => (
      <li key={itemId}>
        <bdi>{nameOf(itemId)}</bdi>
      </li>
    ))}
  </ul>
);

export const ScheduleDialog = ({ release, use, readiness, close }: Props) => {
  const words = useReleaseWords();
  const api = useReleasesApi();
  const { act, isBusy, error } = useAction(use, close);
  const { nameOf, count } = useWhat(release, readiness);
  return (
    <Confirm
      title={words.scheduleTitle(release.name)}
      verb={words.schedule}
      run={() => void act(() => api.schedule(release.releaseId))}
      {...{ isBusy, error, close }}
    >
      <p>{words.scheduleWhat(count)}</p>
      <Openings release={release} />
      <Names items={release.items} nameOf={nameOf} />
      <p className="sm muted">{words.scheduleHolds}</p>
    </Confirm>
  );
};

export const CallOffDialog = ({ release, use, close }: Props) => {
  const words = useReleaseWords();
  const api = useReleasesApi();
  const { act, isBusy, error } = useAction(use, close);
  return (
    <Confirm
      title={words.callOffTitle(release.name)}
      verb={words.callOff}
      run={() => void act(() => api.callOff(release.releaseId))}
      {...{ isBusy, error, close }}
    >
      <p>{words.callOffWhy}</p>
    </Confirm>
  );
};

export const GoDialog = ({ release, use, readiness, close }: Props) => {
  const words = useReleaseWords();
  const api = useReleasesApi();
  const places = usePlacesLine();
  const { act, isBusy, error } = useAction(use, close);
  const { nameOf, count } = useWhat(release, readiness);
  const where = release.windows
    .filter(({ state }) => state !== 'released')
    .map(({ territories }) => places(territories, release.windows, 6))
    .join(', ');
  return (
    <Confirm
      title={words.goTitle(release.name)}
      verb={words.go}
      run={() => void act(() => api.go(release.releaseId))}
      {...{ isBusy, error, close }}
    >
      <p>{words.goWhat(count, where)}</p>
      <Names items={release.items} nameOf={nameOf} />
      <p className="sm muted">{words.goTogether}</p>
    </Confirm>
  );
};

export const RollBackDialog = ({ release, use, readiness, close }: Props) => {
  const words = useReleaseWords();
  const api = useReleasesApi();
  const { act, isBusy, error, code, details } = useAction(use, close);
  const { nameOf } = useWhat(release, readiness);
  const changed = code === 'changed-since' && Array.isArray(details?.items) ? details.items.map(String) : [];
  const rest = release.items.filter(({ itemId }) => !changed.includes(itemId));
  return (
    <Confirm
      title={words.rollBackTitle(release.name)}
      verb={changed.length > 0 ? words.rollBackAnyway : words.rollBack}
      kind="danger"
      run={() => void act(() => api.rollBack(release.releaseId, changed.length > 0))}
      error={changed.length > 0 ? undefined : error}
      {...{ isBusy, close }}
    >
      <p>{words.rollBackWhy}</p>
      <ul className="names">
        {rest.map(({ itemId }) => (
          <li key={itemId}>{words.rollBackTo(nameOf(itemId))}</li>
        ))}
      </ul>
      {changed.length > 0 && (
        <div className="fix" role="alert">
          <p>{words.changedSince}</p>
          <Names items={changed.map((itemId) => ({ itemId }))} nameOf={nameOf} />
        </div>
      )}
      {release.windows.some(({ state }) => state !== 'released') && <p className="sm muted">{words.rollBackRest}</p>}
    </Confirm>
  );
};

export const DeleteDialog = ({ release, use, close }: Props) => {
  const words = useReleaseWords();
  const api = useReleasesApi();
  const [, navigate] = useLocation();
  const { act, isBusy, error } = useAction(use, close);
  const remove = async (): Promise<Release> => {
    await api.remove(release.releaseId);
    navigate('/releases');
    return release;
  };
  return (
    <Confirm
      title={words.deleteTitle(release.name)}
      verb={words.delete}
      kind="danger"
      run={() => void act(remove)}
      {...{ isBusy, error, close }}
    >
      <p>{words.deleteWhy}</p>
    </Confirm>
  );
};
