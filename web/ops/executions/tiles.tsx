import { formatCount } from '@marquee/ui/count.ts';
import { formatAge } from '@marquee/ui/duration.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { IconName } from '@marquee/ui/icons/icons.tsx';
import { formatMoney } from '@marquee/ui/money.ts';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import type { Row } from './row.ts';
import { hasFailed } from './row.ts';
import { countStatuses } from './select-rows.ts';

const Tile = ({
  icon,
  label,
  value,
  says,
  href,
  bad,
}: {
  icon: IconName;
  label: string;
  value: ReactNode;
  says: string;
  href: string;
  bad?: boolean;
}) => (
  <li className={bad ? 'bad' : undefined}>
    <Link href={href}>
      <span className="k">
        <Icon name={icon} />
        {label}
      </span>
      <span className="v">{value}</span>
      <span className="d">{says}</span>
    </Link>
  </li>
);

export type TilesProps = {
  rows: readonly Row[];
  words: string;
  now: number;
  deadLetters: number | undefined;
  /** The mean cost of those whose cost is known, in dollars. */
  meanCost: number | undefined;
  hrefOf: (status: string) => string;
};

/** Five figures, each the way to what it counts. */
export const Tiles = ({ rows, words, now, deadLetters, meanCost, hrefOf }: TilesProps) => {
  const { counts, running, causes } = useMemo(
    () => ({
      counts: countStatuses(rows),
      running: rows.findLast(({ standing }) => standing === 'running'),
      causes: new Set(rows.filter(hasFailed).map(({ error, workflow }) => `${error} ${workflow}`)).size,
    }),
    [rows],
  );
  return (
    <ul className="tiles panel">
      <Tile
        icon="running"
        label="Running now"
        value={formatCount(counts.running)}
        says={running ? `oldest ${formatAge(now - running.startedAt)}` : 'nothing is under way'}
        href={hrefOf('running')}
      />
      <Tile
        icon="failed"
        label="Failed"
        value={formatCount(counts.failed)}
        says={`of ${formatCount(rows.length)} ${words}${causes > 0 ? `; ${causes} ${causes === 1 ? 'cause' : 'causes'}` : ''}`}
        href={hrefOf('failed')}
        bad={counts.failed > 0}
      />
      <Tile
        icon="retried"
        label="Passed after a failure"
        value={formatCount(counts.retried)}
        says="retried or caught, then succeeded"
        href={hrefOf('retried')}
      />
      <Tile
        icon="inbox"
        label="Dead letters"
        value={deadLetters === undefined ? '…' : formatCount(deadLetters)}
        says={deadLetters ? 'events and records that reached nobody' : 'everything was delivered'}
        href="/dead-letters"
        bad={(deadLetters ?? 0) > 0}
      />
      <Tile
        icon="coin"
        label={`Cost ${words}`}
        value={meanCost === undefined ? '…' : `≈ ${formatMoney(meanCost * rows.length)}`}
        says={meanCost === undefined ? 'at list price' : `${formatMoney(meanCost)} an execution, of those seen`}
        href="/cost"
      />
    </ul>
  );
};
