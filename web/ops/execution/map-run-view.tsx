import { formatCount } from '@marquee/ui/count.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { StatusIcon } from '@marquee/ui/status.tsx';
import { STATUSES } from '@marquee/ui/words/statuses.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePace } from '../app/session.tsx';
import { ChildList } from './child-list.tsx';
import { MAP_RUN_STANDINGS, type MapRun, type MapRunStanding, readMapRun } from './map-run.ts';

const toleratedOf = ({ toleratedCount, toleratedPercentage }: MapRun): string => {
  const parts = [
    toleratedCount > 0 && formatCount(toleratedCount),
    toleratedPercentage > 0 && `${toleratedPercentage} %`,
  ].filter(Boolean);
  return parts.length === 0 ? 'none' : parts.join(' or ');
};

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd className="num">{value}</dd>
  </div>
);

/** How much of a map run stands how; what the bar shows, the chips below say. */
const Share = ({ run }: { run: MapRun }) => (
  <div className="share" aria-hidden="true">
    {MAP_RUN_STANDINGS.map(
      ([standing]) =>
        run.counts[standing] > 0 && (
          <i key={standing} className={`on-${standing}`} style={{ flexGrow: run.counts[standing] }} />
        ),
    )}
  </div>
);

/** A distributed Map's run: how many of its executions stand how, what it tolerates, and each execution. */
export const MapRunView = ({ arn, now }: { arn: string; now: number }) => {
  const [standing, setStanding] = useState<MapRunStanding>();
  const pace = usePace(1000, 5000);
  const { data: run, error } = useQuery({
    queryKey: ['map-run', arn],
    queryFn: ({ signal }) => readMapRun(arn, signal),
    refetchInterval: ({ state }) => (state.data?.endedAt === undefined ? pace : false),
  });
  if (!run && error) return <Failure title="The map run could not be read." error={error} />;
  if (!run) return <Skeleton rows={5} label="Reading the map run" />;
  return (
    <>
      <div className="pad map-run">
        <Share run={run} />
        <fieldset className="row">
          <legend className="vh">Executions by how they stand</legend>
          {MAP_RUN_STANDINGS.filter(([each]) => run.counts[each] > 0).map(([each]) => (
            <button
              key={each}
              type="button"
              className="chip"
              aria-pressed={standing === each}
              onClick={() => setStanding(standing === each ? undefined : each)}
            >
              <StatusIcon status={each} />
              {STATUSES[each].word} <span className="count num">{formatCount(run.counts[each])}</span>
            </button>
          ))}
        </fieldset>
        <dl className="facts">
          <Fact name="Executions" value={formatCount(run.total)} />
          <Fact name="Items" value={formatCount(run.items)} />
          <Fact name="At once" value={run.concurrency === 0 ? 'without limit' : formatCount(run.concurrency)} />
          <Fact name="Failures tolerated" value={toleratedOf(run)} />
          <Fact
            name={run.endedAt === undefined ? 'Running for' : 'Took'}
            value={formatDuration((run.endedAt ?? now) - run.startedAt)}
          />
          {run.redrives > 0 && <Fact name="Redriven" value={formatCount(run.redrives)} />}
        </dl>
      </div>
      <ChildList run={run} standing={standing} now={now} />
    </>
  );
};
