import { counted } from '@marquee/ui/count.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { layerOf } from './bins.ts';
import type { Row } from './row.ts';

/** Durations between which the scale runs, in milliseconds. */
const SHORTEST = 10;

const HEIGHT = 132;
const PADDING = 6;

type Dot = { x: number; y: number; row: Row };

const COLOURS = {
  succeeded: '--succeeded-solid',
  retried: '--retried-solid',
  running: '--running-solid',
  failed: '--failed-solid',
  aborted: '--aborted-solid',
} as const;

/** The part of the scale at which a duration stands, 0 below and 1 above. */
export const scaled = (duration: number, longest: number): number => {
  const [low, high] = [Math.log(SHORTEST), Math.log(Math.max(longest, SHORTEST * 10))];
  return Math.min(1, Math.max(0, (Math.log(Math.max(duration, 1)) - low) / (high - low)));
};

/** One dot an execution, drawn on a canvas: a hundred thousand of them are one picture. */
export const Durations = ({
  rows,
  from,
  to,
  onOpen,
}: {
  rows: readonly Row[];
  from: number;
  to: number;
  onOpen: (arn: string) => void;
}) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const [near, setNear] = useState<Dot>();
  const longest = useMemo(
    () => rows.reduce((most, { startedAt, stoppedAt = to }) => Math.max(most, stoppedAt - startedAt), SHORTEST),
    [rows, to],
  );
  const dots = useMemo(
    () =>
      rows.map((row): Dot => {
        const part = scaled((row.stoppedAt ?? to) - row.startedAt, longest);
        return {
          x: ((row.startedAt - from) / (to - from)) * width,
          y: HEIGHT - PADDING - part * (HEIGHT - 2 * PADDING),
          row,
        };
      }),
    [rows, from, to, width, longest],
  );
  useEffect(() => {
    if (!canvas.current) return;
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watcher.observe(canvas.current);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || width === 0) return;
    const scale = window.devicePixelRatio;
    element.width = width * scale;
    element.height = HEIGHT * scale;
    context.scale(scale, scale);
    const style = getComputedStyle(element);
    // Failures are drawn last, over all others.
    for (const layer of ['succeeded', 'running', 'retried', 'aborted', 'failed'] as const) {
      context.fillStyle = style.getPropertyValue(COLOURS[layer]);
      context.globalAlpha = layer === 'succeeded' ? 0.6 : 1;
      for (const { x, y, row } of dots) if (layerOf(row) === layer) context.fillRect(x - 1.5, y - 1.5, 3, 3);
    }
  }, [dots, width]);
  return (
    <div className="dots">
      <canvas
        ref={canvas}
        role="img"
        aria-label={`Durations of ${counted(rows.length, 'execution')}, the longest ${formatDuration(longest)}`}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const [x, y] = [event.clientX - box.left, event.clientY - box.top];
          setNear(dots.find((dot) => Math.abs(dot.x - x) < 5 && Math.abs(dot.y - y) < 5));
        }}
        onPointerLeave={() => setNear(undefined)}
        onClick={() => near && onOpen(near.row.arn)}
      />
      <span className="dots-y" aria-hidden="true">
        {formatDuration(longest)}
      </span>
      {near && (
        <span className="dots-tip" style={{ left: Math.min(near.x, width - 220), top: Math.max(0, near.y - 34) }}>
          {near.row.subject?.label ?? near.row.name} · {near.row.workflow} ·{' '}
          {formatDuration((near.row.stoppedAt ?? to) - near.row.startedAt)}
        </span>
      )}
    </div>
  );
};
