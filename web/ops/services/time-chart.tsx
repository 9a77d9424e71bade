import { formatHour, formatTime } from '@marquee/ui/clock.ts';
import { useId, useState } from 'react';
import type { Steps } from './measures.ts';
import { barsPath, linePath, roundUp } from './spark-path.ts';

export type ChartSeries = {
  name: string;
  values: readonly (number | undefined)[];
  as: 'bars' | 'line';
  tone: 'main' | 'bad' | 'second';
};

const SIZE = { width: 360, height: 84 };

/** A small chart of a measure along the time; pointed at or walked by arrow keys, it tells one step. */
export const TimeChart = ({
  title,
  series,
  steps,
  format,
}: {
  title: string;
  series: readonly ChartSeries[];
  steps: Steps;
  format: (value: number) => string;
}) => {
  const [at, setAt] = useState<number>();
  const head = useId();
  const highest = roundUp(Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const hasAny = series.some(({ values }) => values.some((value) => value !== undefined));
  const place = (x: number, width: number): number =>
    Math.max(0, Math.min(steps.count - 1, Math.floor((x / width) * steps.count)));
  const walk = (key: string): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (by) setAt((now) => Math.max(0, Math.min(steps.count - 1, (now ?? (by > 0 ? -1 : steps.count)) + by)));
    if (key === 'Escape') setAt(undefined);
  };
  const told = series.map(({ name, values }) => {
    const shown = at === undefined ? undefined : values[at];
    return `${name} ${shown === undefined ? 'nothing' : format(shown)}`;
  });
  return (
    <figure className="time-chart" aria-labelledby={head}>
      <figcaption>
        <b id={head}>{title}</b>
        <span className="muted small num" aria-live="polite">
          {at === undefined
            ? series.map(({ name, tone }) => (
                <span key={name} className={`key tone-${tone}`}>
                  {name}
                </span>
              ))
            : `${formatTime(new Date(steps.from + at * steps.step))}: ${told.join(', ')}`}
        </span>
      </figcaption>
      <div
        className="plot"
        role="img"
        aria-label={`${title} along the time; the figures stand in the table below`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what has arrow keys is reached by the keyboard
        tabIndex={0}
        onKeyDown={({ key }) => walk(key)}
        onBlur={() => setAt(undefined)}
        onPointerMove={({ nativeEvent: { offsetX }, currentTarget }) =>
          setAt(place(offsetX, currentTarget.clientWidth))
        }
        onPointerLeave={() => setAt(undefined)}
      >
        <span className="top num">{hasAny ? format(highest) : ''}</span>
        <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} preserveAspectRatio="none" aria-hidden="true">
          {at !== undefined && (
            <rect
              className="at"
              x={(at * SIZE.width) / steps.count}
              y="0"
              width={SIZE.width / steps.count}
              height={SIZE.height}
            />
          )}
          {series.map(({ name, values, as, tone }) => (
            <path
              key={name}
              className={`${as} tone-${tone}`}
              d={as === 'bars' ? barsPath(values, highest, SIZE) : linePath(values, highest, SIZE)}
              vectorEffect={as === 'line' ? 'non-scaling-stroke' : undefined}
            />
          ))}
        </svg>
        {!hasAny && <span className="none muted small">nothing in this time</span>}
      </div>
      <div className="axis num">
        <span>{formatHour(new Date(steps.from))}</span>
        <span>{formatHour(new Date(steps.to))}</span>
      </div>
    </figure>
  );
};
