import { counted } from '@marquee/ui/count.ts';
import { Time } from '@marquee/ui/time.tsx';
import { Link } from 'wouter';
import { ReplayPill } from './replay-state.tsx';
import { useReplays } from './use-replays.ts';

/** Rows that are shown before somebody asks for all; EventBridge keeps replays for 90 days. */
const FIRST = 8;

/** The replays of before: what time they brought again, and how they ended. */
export const ReplaysPanel = () => {
  const { data, error } = useReplays();
  if (error)
    return (
      <p className="notice-line bad" role="alert">
        The replays could not be read: {error.message}
      </p>
    );
  if (!data || data.length === 0) return null;
  const rest = data.length - FIRST;
  const row = ({ ReplayName = '', State, EventStartTime, EventEndTime, ReplayStartTime }: (typeof data)[number]) => (
    <li key={ReplayName}>
      <ReplayPill state={State} />
      <Link href={`/events?${new URLSearchParams({ q: ReplayName, period: '7d' })}`} title="What it brought">
        {ReplayName}
      </Link>
      <span className="muted num">
        {EventStartTime && EventEndTime && (
          <>
            events of <Time at={EventStartTime} /> to <Time at={EventEndTime} />
          </>
        )}
      </span>
      <span className="muted num">
        {ReplayStartTime && (
          <>
            begun <Time at={ReplayStartTime} moment />
          </>
        )}
      </span>
    </li>
  );
  return (
    <section className="panel replays" aria-labelledby="replays">
      <div className="panel-head">
        <h2 id="replays" className="grow">
          Replays
        </h2>
        <span className="muted small">{counted(data.length, 'replay')} in the last 90 days</span>
      </div>
      <ul>{data.slice(0, FIRST).map(row)}</ul>
      {rest > 0 && (
        <details>
          <summary>{counted(rest, 'older replay')}</summary>
          <ul>{data.slice(FIRST).map(row)}</ul>
        </details>
      )}
    </section>
  );
};
