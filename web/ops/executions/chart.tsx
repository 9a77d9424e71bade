import { formatHour } from '@marquee/ui/clock.ts';
import { counted } from '@marquee/ui/count.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import { Segments } from '@marquee/ui/segments.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { useMemo, useRef, useState } from 'react';
import { binsOf, STACK } from './bins.ts';
import { Durations } from './durations.tsx';
import type { Row } from './row.ts';

const BARS = 48;
const HEIGHT = 60;
const TICKS = 5;

const KINDS = [
  { value: 'started', label: 'Started' },
  { value: 'durations', label: 'Durations' },
] as const;
export type ChartKind = (typeof KINDS)[number]['value'];

export type ChartProps = {
  rows: readonly Row[];
  from: number;
  to: number;
  kind: ChartKind;
  onKind: (kind: ChartKind) => void;
  onSelect: (from: number, to: number) => void;
  onOpen: (arn: string) => void;
};

/** When executions began, or how long each took; a stretch of it that is drawn over becomes the period. */
export const Chart = ({ rows, from, to, kind, onKind, onSelect, onOpen }: ChartProps) => {
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<readonly [number, number]>();
  const at = (clientX: number): number => {
    const box = place.current?.getBoundingClientRect();
    return box ? Math.min(1, Math.max(0, (clientX - box.left) / box.width)) : 0;
  };
  const timeAt = (part: number): number => from + part * (to - from);
  return (
    <figure className="hist">
      <div className="lg">
        <span className="muted grow">
          {kind === 'started'
            ? `Started, a bar is ${formatDuration((to - from) / BARS)}`
            : 'How long each took, on a logarithmic scale'}
        </span>
        {(['succeeded', 'running', 'retried', 'failed'] as const).map((status) => (
          <StatusPill key={status} status={status} plain />
        ))}
        <Segments label="Chart" name="chart" options={KINDS} value={kind} onChange={onKind} />
      </div>
      <div
        ref={place}
        className="chart"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrawn([at(event.clientX), at(event.clientX)]);
        }}
        onPointerMove={(event) => drawn && setDrawn([drawn[0], at(event.clientX)])}
        onPointerUp={() => {
          if (drawn && Math.abs(drawn[1] - drawn[0]) > 0.01)
            onSelect(timeAt(Math.min(...drawn)), timeAt(Math.max(...drawn)));
          setDrawn(undefined);
        }}
      >
        {kind === 'started' ? (
          <Bars rows={rows} from={from} to={to} />
        ) : (
          <Durations rows={rows} from={from} to={to} onOpen={onOpen} />
        )}
        {drawn && (
          <i
            className="drawn"
            style={{
              left: `${Math.min(...drawn) * 100}%`,
              width: `${Math.abs(drawn[1] - drawn[0]) * 100}%`,
            }}
          />
        )}
      </div>
      <div className="x" aria-hidden="true">
        {Array.from({ length: TICKS }, (_, index) => timeAt(index / (TICKS - 1))).map((time) => (
          <span key={time}>{formatHour(new Date(time))}</span>
        ))}
      </div>
    </figure>
  );
};

const Bars = ({ rows, from, to }: { rows: readonly Row[]; from: number; to: number }) => {
  const bins = useMemo(() => binsOf(rows, from, to, BARS), [rows, from, to]);
  const most = Math.max(1, ...bins.map(({ total }) => total));
  const width = 1000 / BARS;
  const failed = bins.reduce((sum, { counts }) => sum + counts.failed, 0);
  return (
    <svg
      viewBox={`0 0 1000 ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${counted(rows.length, 'execution')} from ${formatHour(new Date(from))} to ${formatHour(new Date(to))}, ${failed} failed, at most ${most} in one bar`}
    >
      {bins.map(({ from: begin, counts }, index) => {
        let ground = HEIGHT - 1;
        return (
          <g key={begin}>
            {STACK.map((layer) => {
              if (counts[layer] === 0) return null;
              const height = Math.max(1.5, (counts[layer] / most) * (HEIGHT - 4));
              ground -= height;
              return (
                <rect
                  key={layer}
                  className={`layer-${layer}`}
                  x={index * width + width * 0.12}
                  y={ground}
                  width={width * 0.76}
                  height={height}
                />
              );
            })}
          </g>
        );
      })}
      <path className="ground" d={`M0 ${HEIGHT - 0.5}H1000`} vectorEffect="non-scaling-stroke" />
    </svg>
  );
};
