import { CopyButton } from '@marquee/ui/copy-button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Time } from '@marquee/ui/time.tsx';
import type { Readiness, Release } from '../../api/releases.ts';
import { useMay } from '../../app/session.tsx';
import { isArmed, isBegun, isBusy, lastReleased, nextWindow, STATUS_OF } from '../model/standing.ts';
import { Countdown, Moment } from '../moment.tsx';
import { ReleaseState } from '../release-state.tsx';
import { usePlacesLine } from '../use-places.ts';
import { useReleaseWords } from '../words.ts';
import { useReleasers } from './actions.tsx';

/** How a release stands and what comes next; what went wrong stands first. */
export const StandingCard = ({ release, readiness }: { release: Release; readiness: Readiness | undefined }) => {
  const words = useReleaseWords();
  const places = usePlacesLine();
  const { state, windows, items, assets, scheduledBy, updatedBy, updatedAt, rollBack, correlationId } = release;
  const next = nextWindow(release);
  const shown = next ?? lastReleased(release);
  const nameOf = (itemId: string): string => readiness?.items.find((item) => item.itemId === itemId)?.name ?? itemId;
  return (
    <section className={`standing st-${STATUS_OF[state]}`} aria-label={words.progress}>
      <ReleaseState state={state} plain />
      {shown ? (
        <>
          <p className="standing-when">
            <Moment instant={shown.instant} zone={shown.zone} />
          </p>
          <p className="small">
            <Countdown instant={shown.instant} />; {places(shown.territories, windows)}
          </p>
        </>
      ) : (
        <p className="sm">{words.noWindows}</p>
      )}
      <p className="small">
        {words.pages(items.length)}
        {assets.length > 0 && <>, {words.files(assets.length)}</>}
      </p>
      {windows.length > 1 && <Steps windows={windows} />}
      {rollBack?.problems?.map(({ message, remedy }) => (
        <p key={message} className="error">
          <Icon name="failed" /> {message} {remedy}
        </p>
      ))}
      {rollBack && (
        <p className="small">
          {words.rolledBack(rollBack.by)}, <Time at={new Date(rollBack.at)} moment />.{' '}
          {rollBack.changedSince.length > 0 && words.stayed(rollBack.changedSince.map(nameOf).join(', '))}
        </p>
      )}
      <p className="small">
        {scheduledBy ? words.scheduledBy(scheduledBy) : words.changedBy(updatedBy)},{' '}
        <Time at={new Date(updatedAt)} moment />
      </p>
      {(isArmed(release) || isBegun(release) || isBusy(release)) && (
        <p className="run small" title={words.runWhy}>
          {words.run} <code className="clip">{correlationId}</code>
          <CopyButton text={correlationId} label={words.copyRun} />
        </p>
      )}
      <WhoMay release={release} />
    </section>
  );
};

const Steps = ({ windows }: Pick<Release, 'windows'>) => {
  const words = useReleaseWords();
  const open = windows.filter(({ state }) => state === 'released').length;
  return (
    <p
      className="openings-bar"
      role="img"
      aria-label={`${words.windowStates.released}: ${words.gateOf(open, windows.length)}`}
    >
      {[...windows]
        .sort((one, other) => one.instant.localeCompare(other.instant))
        .map(({ windowId, state }) => (
          <i key={windowId} className={`opening opening-${state}`} />
        ))}
    </p>
  );
};

const WhoMay = ({ release }: { release: Release }) => {
  const words = useReleaseWords();
  const mayRelease = useMay('release');
  const mayPlan = useMay('planReleases');
  const who = useReleasers();
  if (mayRelease) return null;
  const isLocked = mayPlan && isArmed(release);
  return <p className="small">{isLocked ? words.armedForYou(who) : words.whoReleases(who)}</p>;
};
