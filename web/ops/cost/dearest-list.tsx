import { Button } from '@marquee/ui/button.tsx';
import { formatMoney } from '@marquee/ui/money.ts';
import { Time } from '@marquee/ui/time.tsx';
import { Link } from 'wouter';
import { executionHref } from '../app/links.ts';
import { csvOf } from './csv.ts';
import type { Sampled } from './estimate.ts';
import { byKind, COST_KINDS } from './kinds.ts';
import { PRICES_AS_OF } from './prices.ts';

/** Executions that are shown. */
const MOST = 10;

const save = (sampled: readonly Sampled[], region: string): void => {
  const url = URL.createObjectURL(new Blob([csvOf(sampled, region, PRICES_AS_OF)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `marquee-cost-${region}.csv`;
  link.click();
  // Its click is handled later; a browser keeps the file until then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

const mostOf = ({ cost }: Sampled): string => {
  const kinds = byKind(cost);
  const [first] = COST_KINDS.toSorted((one, other) => kinds[other] - kinds[one]);
  return first ? `${first} ${formatMoney(kinds[first])}` : '';
};

/** The executions that cost most, of those that were read, and all of them as a file. */
export const DearestList = ({ sampled, region }: { sampled: readonly Sampled[]; region: string }) => {
  if (sampled.length === 0) return null;
  const dearest = sampled.toSorted((one, other) => other.cost.total - one.cost.total).slice(0, MOST);
  return (
    <section className="panel dearest" aria-labelledby="dearest-h">
      <div className="panel-head">
        <h2 id="dearest-h">The dearest executions</h2>
        <span className="muted small">of {sampled.length} that were read</span>
        <span className="grow" />
        <Button small icon="download" onPress={() => save(sampled, region)}>
          Download costs as CSV
        </Button>
      </div>
      <ol>
        {dearest.map((each) => (
          <li key={each.arn}>
            <Link className="clip" href={executionHref(each.arn)}>
              {each.arn.split(':').slice(7).join(':')}
            </Link>
            <span>{each.workflow}</span>
            <Time at={new Date(each.startedAt)} />
            <span className="muted">most of it: {mostOf(each)}</span>
            <b className="num end">{formatMoney(each.cost.total)}</b>
          </li>
        ))}
      </ol>
    </section>
  );
};
