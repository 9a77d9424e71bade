import { formatDuration } from '@marquee/ui/duration.ts';
import { formatMoney } from '@marquee/ui/money.ts';
import { StatusPill } from '@marquee/ui/status.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { STATUSES } from '@marquee/ui/words/statuses.ts';
import { memo } from 'react';
import { Link } from 'wouter';
import { executionHref } from '../app/links.ts';
import type { Insight } from './insight.ts';
import { type Row, shownStanding } from './row.ts';

export type RowViewProps = {
  row: Row;
  insight: Insight | undefined;
  chosen: boolean;
  /** Undefined where the role may do nothing with it. */
  onToggle: ((arn: string, range: boolean) => void) | undefined;
  now: number;
};

const wordOf = (row: Row, insight: Insight | undefined) => {
  const standing = shownStanding(row);
  const stumbled = standing === 'retried' || (standing === 'succeeded' && (insight?.caught || insight?.retried));
  if (!stumbled) return { standing, word: STATUSES[standing].word };
  const shown = insight?.caught ? 'caught' : 'retried';
  return { standing: shown, word: `Succeeded, ${STATUSES[shown].word.toLowerCase()}` } as const;
};

const Reason = ({ row, insight }: Pick<RowViewProps, 'row' | 'insight'>) => {
  const [first] = row.stumbles ?? [];
  const error = row.standing === 'succeeded' ? first : row.error;
  const kind =
    row.standing === 'timedout' || /Timeout/.test(error ?? '') ? 't' : row.standing === 'succeeded' ? 'w' : '';
  return (
    <>
      {error && <b className={kind}>{error}</b>} {insight?.where ?? (row.standing === 'failed' ? row.cause : '')}
    </>
  );
};

/** One execution: subject first, then how it stands, where, when, how long and for how much. */
export const RowView = memo(({ row, insight, chosen, onToggle, now }: RowViewProps) => {
  const subject = row.subject?.label ?? row.name;
  const { standing, word } = wordOf(row, insight);
  const took = (row.stoppedAt ?? now) - row.startedAt;
  return (
    <>
      {onToggle && (
        <td className="pick">
          <label className="hit">
            <input
              type="checkbox"
              checked={chosen}
              onChange={(event) => onToggle(row.arn, (event.nativeEvent as MouseEvent).shiftKey)}
            />
            <span className="vh">Select {subject}</span>
          </label>
        </td>
      )}
      <td className="sub">
        <Link href={executionHref(row.arn)} title={row.name}>
          {subject}
        </Link>
      </td>
      <td className="s">
        <StatusPill status={standing} word={word} />
      </td>
      <td className="wf muted">{row.workflow}</td>
      <td className="err">
        <Reason row={row} insight={insight} />
      </td>
      <td className="end when num muted">
        <Time at={new Date(row.startedAt)} />
      </td>
      <td className="d">
        <span className="dur num">
          <span className="mini" aria-hidden="true">
            {insight?.stretches.map(({ part, standing: how }, index) => (
              <i
                // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no names and keep their order
                key={index}
                className={`m-${how}`}
                style={{ width: `${Math.max(2, part * 100)}%` }}
              />
            ))}
          </span>
          <span className="end">{formatDuration(took)}</span>
        </span>
      </td>
      <td className="end num c muted">{insight?.cost === undefined ? '' : formatMoney(insight.cost)}</td>
    </>
  );
});
