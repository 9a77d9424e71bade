import { barsPath } from './spark-path.ts';
import type { Traffic } from './traffic.ts';

const SIZE = { width: 176, height: 18 };

/** What a part did along the time, with its failures upon it; the words beside it say the same. */
export const Spark = ({ traffic: { series } }: { traffic: Traffic }) => {
  const values = series.count ?? [];
  const highest = Math.max(0, ...values.map((value) => value ?? 0));
  return (
    <svg className="spark" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} preserveAspectRatio="none" aria-hidden="true">
      <path className="spark-count" d={barsPath(values, highest, SIZE)} />
      <path className="spark-errors" d={barsPath(series.errors ?? [], highest, SIZE)} />
    </svg>
  );
};
