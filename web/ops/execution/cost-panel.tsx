import { formatMoney } from '@marquee/ui/money.ts';
import { useSession } from '../app/session.tsx';
import type { Cost } from '../cost/cost-of.ts';
import { PRICES_AS_OF } from '../cost/prices.ts';

const NUMBER = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });

/** Prices are known to a billionth of a dollar, which no amount is rounded to. */
const PRICE = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumSignificantDigits: 6 });

/** What an execution has cost, line by line, and what of it cannot be seen. */
export const CostPanel = ({ cost: { lines, total, unseen } }: { cost: Cost }) => {
  const { region } = useSession();
  return (
    <details className="panel cost fold" id="cost">
      <summary>
        <h2>Cost</h2>
        <span className="grow" />
        <span className="num">{formatMoney(total)}</span>
      </summary>
      <section className="wide" aria-label="Cost">
        <table className="att">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" className="end">
                Used
              </th>
              <th scope="col" className="end">
                Each
              </th>
              <th scope="col">Amount</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ what, unit, count, price, amount }) => (
              <tr key={what}>
                <td>{what}</td>
                <td className="end num">
                  {NUMBER.format(count)} {unit}
                  {count === 1 || unit === 'GB' ? '' : 's'}
                </td>
                <td className="end num">{PRICE.format(price)}</td>
                <td className="num">{formatMoney(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="pad muted small">
        List prices of {region} as of {PRICES_AS_OF}, without free tiers.
        {unseen.length > 0 && ` Not seen from here: ${unseen.join('; ')}.`}
      </p>
    </details>
  );
};
