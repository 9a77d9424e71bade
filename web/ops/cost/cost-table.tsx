import { formatCount } from '@marquee/ui/count.ts';
import { formatMoney } from '@marquee/ui/money.ts';
import { Link } from 'wouter';
import { serviceHref } from '../app/links.ts';
import type { Besides, BesidesCost } from './besides.ts';
import type { Spread, WorkflowCost } from './estimate.ts';
import { type ByKind, COST_KINDS, totalOf } from './kinds.ts';

type CostTableProps = { workflows: readonly WorkflowCost[]; rest: BesidesCost; besides: Besides; total: Spread };

/** What each workflow cost, by kind, and what was spent besides. */
export const CostTable = ({ workflows, rest, besides, total }: CostTableProps) => {
  const kinds = COST_KINDS.filter((kind) => workflows.some((each) => each.kinds[kind] > 0));
  const highest = Math.max(...workflows.map(({ kinds: each }) => totalOf(each)), rest.functions, 0);
  return (
    <div className="scroll">
      <table className="costs">
        <thead>
          <tr>
            <th scope="col">Workflow</th>
            <th scope="col" className="end">
              Executions
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="end">
                <span className={`kind ${className(kind)}`}>{kind}</span>
              </th>
            ))}
            <th scope="col" className="end">
              Each, on average
            </th>
            <th scope="col" className="end">
              In all
            </th>
          </tr>
        </thead>
        <tbody>
          {workflows.map(({ workflow, executions, sampled, mean, kinds: each, total: all }) => (
            <tr key={workflow}>
              <th scope="row">
                <Link href={serviceHref(workflow)}>{workflow}</Link>
                <KindBar kinds={each} highest={highest} />
              </th>
              <td className="end num" data-label="Executions">
                {formatCount(executions)}
              </td>
              {kinds.map((kind) => (
                <td key={kind} className="end num" data-label={kind}>
                  {each[kind] === 0 ? <span className="faint">$0</span> : formatMoney(each[kind])}
                </td>
              ))}
              <td className="end num" data-label="Each, on average">
                {mean === undefined ? 'not known yet' : formatMoney(mean)}
              </td>
              <td className="end num" data-label="In all">
                <b>{formatMoney(all.amount)}</b>
                <small className="muted">
                  {sampled < executions && sampled > 0 ? `${formatMoney(all.low)} to ${formatMoney(all.high)}` : ''}
                </small>
              </td>
            </tr>
          ))}
          <Rest
            label="Functions outside of workflows"
            says={`${formatCount(besides.requests)} calls in all, those of workflows taken off`}
            amount={rest.functions}
            span={kinds.length + 2}
          />
          {rest.events !== undefined && (
            <Rest
              label="Events that functions put"
              says={`${formatCount(besides.events ?? 0)} events of the bus in all`}
              amount={rest.events}
              span={kinds.length + 2}
            />
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">In this time</th>
            <td colSpan={kinds.length + 2} />
            <td className="end num">
              <b>{formatMoney(total.amount)}</b>
            </td>
          </tr>
          <tr>
            <th scope="row">
              Storage
              <small className="muted">
                {besides.logBytes === undefined && besides.bucketBytes === undefined
                  ? 'AWS tells of no log group and no bucket what it keeps'
                  : 'what log groups and buckets keep now'}
              </small>
            </th>
            <td colSpan={kinds.length + 2} />
            <td className="end num">
              {rest.storedAMonth === 0 ? (
                <span className="faint">not told</span>
              ) : (
                `${formatMoney(rest.storedAMonth)} a month`
              )}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};

const className = (kind: string): string => `cost-${kind.toLowerCase().replace(' ', '-')}`;

const Rest = ({ label, says, amount, span }: { label: string; says: string; amount: number; span: number }) => (
  <tr className="rest-row">
    <th scope="row">
      {label}
      <small className="muted">{says}</small>
    </th>
    <td colSpan={span} />
    <td className="end num">
      <b>{formatMoney(amount)}</b>
    </td>
  </tr>
);

/** The same parts as a bar, as long as its share of the dearest. */
const KindBar = ({ kinds, highest }: { kinds: ByKind; highest: number }) => (
  <span className="kind-bar" aria-hidden="true">
    {COST_KINDS.filter((kind) => kinds[kind] > 0).map((kind) => (
      <i
        key={kind}
        className={className(kind)}
        style={{ width: `${(kinds[kind] / Math.max(highest, 1e-12)) * 100}%` }}
      />
    ))}
  </span>
);
