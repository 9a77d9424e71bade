import { formatCount } from '@marquee/ui/count.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { STATUSES } from '@marquee/ui/words/statuses.ts';
import { type Query, STATUS_FILTERS, type StatusFilter, withValue } from './query.ts';
import { statusOf } from './select-rows.ts';

/** One chip a status, with how many stand so; a second press takes the filter out. */
export const StatusChips = ({
  query,
  counts,
  all,
  onChange,
}: {
  query: Query;
  counts: Readonly<Record<StatusFilter, number>>;
  all: number;
  onChange: (query: Query) => void;
}) => {
  const chosen = statusOf(query);
  const choose = (status: StatusFilter | undefined): void => onChange(withValue(query, 'status', status));
  return (
    <>
      <button type="button" className="chip" aria-pressed={chosen === undefined} onClick={() => choose(undefined)}>
        All <span className="count">{formatCount(all)}</span>
      </button>
      {STATUS_FILTERS.map((status) => (
        <button
          key={status}
          type="button"
          className="chip"
          aria-pressed={chosen === status}
          onClick={() => choose(chosen === status ? undefined : status)}
        >
          <Icon name={STATUSES[status].icon} />
          {STATUSES[status].word} <span className="count">{formatCount(counts[status])}</span>
        </button>
      ))}
    </>
  );
};
