import { StatusPill } from '@marquee/ui/status.tsx';
import type { Status } from '@marquee/ui/words/statuses.ts';
import { Link } from 'wouter';
import type { Release } from '../api/releases.ts';
import { useMay } from '../app/session.tsx';
import { verdictOf } from './model/readiness.ts';
import { lastReleased, nextWindow } from './model/standing.ts';
import { inOrder } from './model/timeline.ts';
import { Countdown, Moment } from './moment.tsx';
import { ReleaseState } from './release-state.tsx';
import { usePlacesLine } from './use-places.ts';
import { useReadiness } from './use-releases.ts';
import { useReleaseWords } from './words.ts';

/** Milliseconds between looks at what a release in the list lacks. */
const PACE = 30_000;

const VERDICTS: Readonly<Record<ReturnType<typeof verdictOf>, Status>> = {
  ready: 'succeeded',
  waiting: 'running',
  blocked: 'failed',
  empty: 'waiting',
};

/** Whether it is fit to be public, for as long as something of it is to come. */
const Verdict = ({ release }: { release: Release }) => {
  const words = useReleaseWords();
  const { data } = useReadiness(release, PACE);
  if (!data) return null;
  const verdict = verdictOf(data);
  return <StatusPill status={VERDICTS[verdict]} plain word={words.verdicts[verdict]} />;
};

const Next = ({ release }: { release: Release }) => {
  const words = useReleaseWords();
  const [next, last] = [nextWindow(release), lastReleased(release)];
  if (next) {
    return (
      <>
        <Moment {...next} /> <Countdown instant={next.instant} />
      </>
    );
  }
  if (last) return <Moment {...last} />;
  return <span className="muted">{words.noWindows}</span>;
};

const ReleaseRow = ({ release }: { release: Release }) => {
  const words = useReleaseWords();
  const places = usePlacesLine();
  const maySee = useMay('planReleases');
  const { releaseId, name, state, windows, items, assets } = release;
  const isToCome = nextWindow(release) !== undefined || state === 'draft' || state === 'failed';
  return (
    <tr>
      <th scope="row">
        <Link href={`/releases/${releaseId}`}>
          <bdi>{name}</bdi>
        </Link>
      </th>
      <td>
        <ReleaseState state={state} plain />
      </td>
      <td className="num">
        <Next release={release} />
      </td>
      <td>
        {places(
          windows.flatMap(({ territories }) => territories).filter((name) => name !== '*'),
          windows,
        )}
        {windows.some(({ territories }) => territories.includes('*')) && (
          <>
            {windows.length > 1 && ', '}
            {places(['*'], windows)}
          </>
        )}
      </td>
      <td className="num">
        {words.pages(items.length)}
        {assets.length > 0 && <span className="muted">, {words.files(assets.length)}</span>}
      </td>
      {maySee && <td>{isToCome && <Verdict release={release} />}</td>}
    </tr>
  );
};

/** Every release as a row: what the timeline draws, in words. */
export const ReleaseTable = ({ releases }: { releases: readonly Release[] }) => {
  const words = useReleaseWords();
  const { columns } = words;
  const maySee = useMay('planReleases');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it sideways by its arrows
    <section className="table-wrap release-list" aria-label={words.list} tabIndex={0}>
      <table className="assets">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.next}</th>
            <th scope="col">{columns.where}</th>
            <th scope="col">{columns.items}</th>
            {maySee && <th scope="col">{columns.ready}</th>}
          </tr>
        </thead>
        <tbody>
          {inOrder(releases).map((release) => (
            <ReleaseRow key={release.releaseId} release={release} />
          ))}
        </tbody>
      </table>
    </section>
  );
};
