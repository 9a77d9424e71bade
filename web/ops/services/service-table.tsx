import { formatCount } from '@marquee/ui/count.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { Link } from 'wouter';
import { serviceHref } from '../app/links.ts';
import { HEALTH_WORDS, KIND_WORDS } from './node-words.ts';
import { errorWords, formatRate } from './rate-words.ts';
import { Spark } from './spark.tsx';
import type { ServiceRow, Sort } from './table-rows.ts';
import { healthOf } from './traffic.ts';

const HEADS: readonly { sort: Sort; label: string; end?: boolean }[] = [
  { sort: 'name', label: 'Name' },
  { sort: 'kind', label: 'Kind' },
  { sort: 'domain', label: 'Domain' },
  { sort: 'rate', label: 'Rate', end: true },
  { sort: 'errors', label: 'State' },
  { sort: 'p50', label: 'p50', end: true },
  { sort: 'p99', label: 'p99', end: true },
  { sort: 'concurrent', label: 'At once', end: true },
];

export type ServiceTableProps = {
  rows: readonly ServiceRow[];
  sort?: Sort;
  reverse: boolean;
  onSort: (sort: Sort) => void;
};

/** The same as the map, as a table. */
export const ServiceTable = ({ rows, sort, reverse, onSort }: ServiceTableProps) => (
  <section className="scroll" aria-label="Services">
    <table className="services">
      <thead>
        <tr>
          {HEADS.map(({ sort: by, label, end }) => (
            <th
              key={by}
              scope="col"
              className={end ? 'end' : undefined}
              aria-sort={by === sort ? (reverse ? 'descending' : 'ascending') : undefined}
            >
              <button type="button" onClick={() => onSort(by)}>
                {label}
                {by === sort && <span aria-hidden="true">{reverse ? ' ↑' : ' ↓'}</span>}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ServiceLine key={row.node.id} row={row} />
        ))}
      </tbody>
    </table>
  </section>
);

const time = (value: number | undefined) =>
  value === undefined ? <span className="faint">none</span> : formatDuration(value);

const ServiceLine = ({ row: { node, traffic, rate } }: { row: ServiceRow }) => {
  const { p50, p99, concurrent, depth } = traffic.totals;
  const health = healthOf(traffic);
  const word = errorWords(traffic) ?? (depth ? `${formatCount(depth)} waiting` : HEALTH_WORDS[health]);
  return (
    <tr>
      <td>
        <span className="name">
          <Icon name={KIND_WORDS[node.kind].icon} />
          <span>
            <Link href={serviceHref(node.key)}>{node.name}</Link>
            {node.says.length > 0 && <small className="clip muted">{node.says.join(', ')}</small>}
          </span>
        </span>
      </td>
      <td data-label="Kind">{KIND_WORDS[node.kind].one}</td>
      <td data-label="Domain">{node.domain}</td>
      <td data-label="Rate" className="end num">
        <span className="rate">
          {traffic.series.count && <Spark traffic={traffic} />}
          <span>{rate === undefined ? <span className="faint">none</span> : formatRate(rate)}</span>
        </span>
      </td>
      <td>
        <StatusPill status={health} word={word} plain />
      </td>
      <td data-label="p50" className="end num">
        {time(p50)}
      </td>
      <td data-label="p99" className="end num">
        {time(p99)}
      </td>
      <td data-label="At once" className="end num">
        {concurrent === undefined ? <span className="faint">none</span> : formatCount(concurrent)}
      </td>
    </tr>
  );
};
