import { counted, formatCount } from '@marquee/ui/count.ts';
import { formatMoney } from '@marquee/ui/money.ts';
import { Empty } from '@marquee/ui/notice.tsx';
import { besidesCost } from './besides.ts';
import { CostTable } from './cost-table.tsx';
import { DearestList } from './dearest-list.tsx';
import { estimate, projected, type Sampled, type Spread, sumOfSpreads, type WorkflowCost } from './estimate.ts';
import { NOTHING, plus } from './kinds.ts';
import { pricesOf } from './prices.ts';
import { UnseenList } from './unseen-list.tsx';
import type { useCost } from './use-cost.ts';
import type { useSamples } from './use-samples.ts';

/** How sure an amount is: of what was read whole, of a sample, or as far as it was read. */
const rangeWords = ({ low, high }: Spread, workflows: readonly WorkflowCost[]): string => {
  const unread = workflows.filter(({ sampled }) => sampled === 0).length;
  if (unread > 0) return `without ${counted(unread, 'workflow')} of which nothing is read yet`;
  if (workflows.length === 0) return 'no execution';
  if (workflows.every(({ sampled, executions }) => sampled >= executions)) return 'every execution was read';
  return `between ${formatMoney(low)} and ${formatMoney(high)}`;
};

type CostToldProps = {
  data: NonNullable<ReturnType<typeof useCost>['data']>;
  samples: ReturnType<typeof useSamples>;
  region: string;
  words: string;
};

/** A time's cost in figures: in all and a month, by workflow, the dearest, and what is not seen. */
export const CostTold = ({ data: { window, found, besides, executions }, samples, region, words }: CostToldProps) => {
  const prices = pricesOf(region);
  const sampled: Sampled[] = found.flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const cost = samples.costOf(row, region);
      return cost ? [{ arn: row.arn, workflow: row.workflow, startedAt: row.startedAt, cost }] : [];
    }),
  );
  const workflows = found
    .map(({ workflow, counted: seen, isWhole }) => {
      // What CloudWatch counts may lag behind a list that was read whole.
      const all = isWhole ? seen : Math.max(seen, executions.get(workflow) ?? 0);
      return estimate(
        workflow,
        all,
        sampled.filter((each) => each.workflow === workflow),
      );
    })
    .filter((each) => each.executions > 0)
    .toSorted((one, other) => other.total.amount - one.total.amount);
  if (!prices) return null;
  const inExecutions = workflows.reduce((sum, { kinds }) => plus(sum, kinds), NOTHING);
  const rest = besidesCost(besides, inExecutions, prices);
  const certain = (amount: number): Spread => ({ amount, low: amount, high: amount });
  const total = sumOfSpreads([
    ...workflows.map((each) => each.total),
    certain(rest.functions),
    certain(rest.events ?? 0),
  ]);
  const month = projected(total, window.to - window.from, rest.storedAMonth);
  const count = workflows.reduce((sum, each) => sum + each.executions, 0);
  const isReading = samples.read < samples.of;
  return (
    <>
      <ul className="cost-tiles panel">
        <Tile label={`Spent ${words}`} value={`≈ ${formatMoney(total.amount)}`} says={rangeWords(total, workflows)} />
        <Tile
          label="A month at this rate"
          value={`≈ ${formatMoney(month.amount)}`}
          says={`730 hours like these, ${rangeWords(month, workflows)}`}
        />
        <Tile
          label="Executions"
          value={formatCount(count)}
          says={
            isReading
              ? `reading what they used: ${samples.read} of ${samples.of}`
              : `${formatCount(sampled.length)} read for their cost${samples.missed > 0 ? `, ${samples.missed} could not be` : ''}`
          }
          progress={isReading ? samples.read / samples.of : undefined}
        />
        <Tile
          label="An execution, on average"
          value={
            count === 0 ? 'none' : formatMoney(workflows.reduce((sum, each) => sum + each.total.amount, 0) / count)
          }
          says={`of ${counted(workflows.length, 'workflow')} that ran`}
        />
      </ul>
      <section className="panel" aria-labelledby="cost-by">
        <div className="panel-head">
          <h2 id="cost-by">By workflow</h2>
          <span className="muted small">a mean of the newest executions, up to 30 each, times all of them</span>
        </div>
        {workflows.length === 0 && rest.functions === 0 ? (
          <Empty title="Nothing ran in this time">What executions use is counted here as soon as one has ended.</Empty>
        ) : (
          <CostTable workflows={workflows} rest={rest} besides={besides} total={total} />
        )}
      </section>
      <DearestList sampled={sampled} region={region} />
      <UnseenList unseen={workflows.flatMap(({ unseen }) => unseen)} besides={besides} />
    </>
  );
};

const Tile = ({
  label,
  value,
  says,
  progress,
}: {
  label: string;
  value: string;
  says: string;
  progress?: number | undefined;
}) => (
  <li>
    <span className="k">{label}</span>
    <span className="v">{value}</span>
    <span className="d">{says}</span>
    {progress !== undefined && (
      <span
        className="bar"
        role="progressbar"
        aria-label={label}
        aria-valuenow={Math.round(progress * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${progress * 100}%` }} />
      </span>
    )}
  </li>
);
