import { Button } from '@marquee/ui/button.tsx';
import { formatTime } from '@marquee/ui/clock.ts';
import { counted, formatCount } from '@marquee/ui/count.ts';
import { StatusPill } from '@marquee/ui/status.tsx';
import { MOST_ROWS, type Progress } from './row-loader.ts';

export type ListFootProps = {
  live: boolean;
  setLive: (live: boolean) => void;
  /** The period lies behind: nothing comes any more. */
  ended: boolean;
  progress: Progress;
  shown: number;
  of: number;
  held: number;
};

/** Says how fresh the list is, and what waits. */
export const ListFoot = ({ live, setLive, ended, progress, shown, of, held }: ListFootProps) => (
  <div className="foot">
    {!ended && <StatusPill status={live ? 'running' : 'waiting'} word={live ? 'Live' : 'Paused'} plain />}
    {!ended && (
      <Button small icon={live ? 'pause' : 'play'} onPress={() => setLive(!live)}>
        {live ? 'Pause' : 'Resume'}
      </Button>
    )}
    <span role="status">
      {progress.loading
        ? `loading, ${counted(of, 'execution')} so far`
        : `as of ${formatTime(new Date(progress.at))}; rows never move while you point at them`}
      {held > 0 && `; ${formatCount(held)} new, shown when you point elsewhere`}
    </span>
    {progress.capped && (
      <span>Only the newest {formatCount(MOST_ROWS)} are loaded; choose a shorter period for others.</span>
    )}
    <span className="grow" />
    <span className="num">
      {formatCount(shown)} of {formatCount(of)}
    </span>
  </div>
);
