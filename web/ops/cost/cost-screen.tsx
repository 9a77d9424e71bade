import { useAddress } from '@marquee/ui/app/use-address.ts';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useMemo } from 'react';
import { useSession } from '../app/session.tsx';
import { useTitle } from '../app/title.ts';
import { readPeriod } from '../executions/period.ts';
import { PeriodChoice } from '../executions/period-choice.tsx';
import { rightWords } from '../services/right-words.ts';
import { useMap } from '../services/use-map.ts';
import { useSystem } from '../system/use-system.ts';
import { CostTold } from './cost-told.tsx';
import { PriceTable } from './price-table.tsx';
import { PRICES_AS_OF, pricesOf, REGIONS } from './prices.ts';
import { useCost } from './use-cost.ts';
import { useSamples } from './use-samples.ts';

/** What the stage costs at list price, from what was used: each workflow, a month like this time, and the prices themselves. */
export const CostScreen = () => {
  useTitle('Cost');
  const session = useSession();
  const [address, setAddress] = useAddress();
  const periodText = address.get('period');
  // Read once for each address: its beginning must not move with every picture.
  const period = useMemo(() => readPeriod(periodText, Date.now()), [periodText]);
  const region =
    REGIONS.find((each) => each === address.get('region')) ??
    REGIONS.find((each) => each === session.region) ??
    'us-east-1';
  const { map, error: mapError } = useMap();
  const { data: system, error: systemError } = useSystem();
  const { data, error, rows } = useCost(map, system, period);
  const samples = useSamples(rows, system);
  const failed = mapError ?? systemError ?? error;
  const prices = pricesOf(region);
  return (
    <div className="cost-screen">
      <div className="h">
        <div className="grow">
          <h1>Cost</h1>
          <p className="muted sm">
            At list price, without free tier, discounts or tax, from what was used {period.words}. Prices as of{' '}
            {PRICES_AS_OF}.
          </p>
        </div>
        <label className="region sm">
          <span className="muted">At the prices of</span>
          <select className="input" value={region} onChange={({ target }) => setAddress({ region: target.value })}>
            {REGIONS.map((each) => (
              <option key={each} value={each}>
                {each}
                {each === session.region ? ', where it runs' : ''}
              </option>
            ))}
          </select>
        </label>
        <PeriodChoice period={period} onChoose={(chosen) => setAddress({ period: chosen })} />
      </div>
      {failed && data && (
        <p className="notice-line bad" role="alert">
          AWS did not tell what is new: <code>{(failed as Error).name}</code>. What is shown is from before.
        </p>
      )}
      {failed && !data ? (
        <Failure title="What was used could not be read" error={failed} action={<p>{rightWords(failed)}</p>} />
      ) : !data || !prices || !map ? (
        <Skeleton rows={10} label="Reading what was used" />
      ) : (
        <CostTold data={data} samples={samples} region={region} words={period.words} />
      )}
      <PriceTable region={region} />
    </div>
  );
};
