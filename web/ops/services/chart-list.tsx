import { formatTime } from '@marquee/ui/clock.ts';
import { formatCount } from '@marquee/ui/count.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import type { Period, PeriodName } from '../executions/period.ts';
import { MEASURES, type MeasureName, type Steps } from './measures.ts';
import type { MapNode } from './system-map.ts';
import { type ChartSeries, TimeChart } from './time-chart.tsx';
import { NO_TRAFFIC, type Traffic } from './traffic.ts';
import { useTraffic } from './use-traffic.ts';

const NAMES: Readonly<Record<MeasureName, string>> = {
  count: 'begun',
  errors: 'failed',
  timeouts: 'timed out',
  throttles: 'throttled',
  concurrent: 'at once',
  p50: 'p50',
  p99: 'p99',
  depth: 'waiting',
  reads: 'read units',
  writes: 'write units',
};

type Chart = { title: string; of: readonly MeasureName[]; as: ChartSeries['as']; format: (value: number) => string };

const count = (value: number): string => formatCount(Math.round(value * 100) / 100);

const CHARTS: readonly Chart[] = [
  { title: 'Calls', of: ['count', 'errors'], as: 'bars', format: count },
  { title: 'Duration', of: ['p99', 'p50'], as: 'line', format: formatDuration },
  { title: 'At once, the most', of: ['concurrent'], as: 'line', format: count },
  { title: 'Timed out', of: ['timeouts'], as: 'bars', format: count },
  { title: 'Throttled', of: ['throttles'], as: 'bars', format: count },
  { title: 'Messages waiting', of: ['depth'], as: 'line', format: count },
  { title: 'Consumed units', of: ['reads', 'writes'], as: 'bars', format: count },
];

const BAD = new Set<MeasureName>(['errors', 'timeouts', 'throttles', 'depth']);

const seriesOf = ({ of, as }: Chart, { series }: Traffic): ChartSeries[] =>
  of.map((name, index) => ({
    name: NAMES[name],
    values: series[name] ?? [],
    as,
    tone: BAD.has(name) ? 'bad' : index === 0 ? 'main' : 'second',
  }));

/** What is measured of a part along the time, as small charts and as a table of the same. */
export const ChartList = ({ node, period }: { node: MapNode; period: Period & { name?: PeriodName } }) => {
  const { data, error } = useTraffic([node], period, true);
  const measured = new Set(MEASURES[node.kind].map(({ name }) => name));
  const charts = CHARTS.filter(({ of }) => of.some((name) => measured.has(name)));
  if (charts.length === 0)
    return <p className="pad muted">CloudWatch measures nothing of it by itself; what uses it has figures.</p>;
  if (error && !data) return <Failure title="The figures were not read" error={error} />;
  if (!data) return <Skeleton rows={5} label="Asking CloudWatch" />;
  const traffic = data.traffic.get(node.id) ?? NO_TRAFFIC;
  return (
    <>
      <div className="charts">
        {charts.map((chart) => (
          <TimeChart
            key={chart.title}
            title={chart.title}
            series={seriesOf(chart, traffic).filter((_, index) => measured.has(chart.of[index] ?? 'count'))}
            steps={data.steps}
            format={chart.format}
          />
        ))}
      </div>
      <ChartTable charts={charts} traffic={traffic} steps={data.steps} />
    </>
  );
};

const ChartTable = ({ charts, traffic, steps }: { charts: readonly Chart[]; traffic: Traffic; steps: Steps }) => {
  const columns = charts.flatMap((chart) =>
    chart.of.filter((name) => traffic.series[name]).map((name) => ({ name, format: chart.format })),
  );
  const rows = Array.from({ length: steps.count }, (_, index) => index).filter((index) =>
    columns.some(({ name }) => traffic.series[name]?.[index] !== undefined),
  );
  return (
    <details className="chart-table">
      <summary>The same as a table</summary>
      {rows.length === 0 ? (
        <p className="pad muted">Nothing was measured in this time.</p>
      ) : (
        <div className="wide">
          <table className="att">
            <thead>
              <tr>
                <th scope="col">From</th>
                {columns.map(({ name }) => (
                  <th key={name} scope="col" className="end">
                    {NAMES[name]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.toReversed().map((index) => (
                <tr key={index}>
                  <th scope="row">{formatTime(new Date(steps.from + index * steps.step))}</th>
                  {columns.map(({ name, format }) => {
                    const value = traffic.series[name]?.[index];
                    return (
                      <td key={name} className="end num">
                        {value === undefined ? '' : format(value)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
};
