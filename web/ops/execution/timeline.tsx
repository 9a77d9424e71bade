import { formatDuration } from '@marquee/ui/duration.ts';
import { StatusIcon } from '@marquee/ui/status.tsx';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useMemo, useRef } from 'react';
import type { ExecutionTree } from '../history/model.ts';
import { type Bar, type Row, ticksOf } from './timeline-rows.ts';

const ROW = 32;
/** Shorter timelines stand whole in the page. */
const WHOLE = 200;

const WORDS: Readonly<Record<Bar['kind'], string>> = {
  succeeded: 'succeeded',
  failed: 'failed',
  timedout: 'timed out',
  aborted: 'called off',
  running: 'running',
  wait: 'waited',
  span: 'in all',
};

type Scale = { start: number; length: number; now: number };

const place = ({ from, to }: Pick<Bar, 'from' | 'to'>, { start, length, now }: Scale) => {
  const left = ((from - start) / length) * 100;
  const width = (((to ?? now) - from) / length) * 100;
  return { left: `${Math.min(left, 99.6)}%`, width: `max(3px, ${Math.min(width, 100 - left)}%)` };
};

const saidOf = (bars: readonly Bar[], now: number): string =>
  bars
    .map(
      ({ kind, from, to, label }) =>
        `${label ? `attempt ${label} ` : ''}${WORDS[kind]} ${formatDuration((to ?? now) - from)}`,
    )
    .join(', ');

type LineProps = {
  row: Row;
  scale: Scale;
  isCurrent: boolean;
  onPick: (row: Row) => void;
};

const Line = memo(({ row, scale, isCurrent, onPick }: LineProps) => (
  <button
    type="button"
    className={isCurrent ? 'tr cur' : 'tr'}
    aria-current={isCurrent || undefined}
    aria-expanded={row.open}
    onClick={() => onPick(row)}
  >
    <span className="nm" style={{ paddingInlineStart: `${row.depth * 1.125}rem` }}>
      <StatusIcon status={row.standing} />
      <span className="clip" title={row.label}>
        {row.label}
      </span>
    </span>
    <span className="lane">
      <span className="vh">{saidOf(row.bars, scale.now)}</span>
      {row.bars.map((bar) => (
        <i
          key={`${bar.kind}${bar.from}`}
          className={`b b-${bar.kind}${bar.kind === 'span' ? ` on-${bar.standing}` : ''}`}
          style={place(bar, scale)}
          aria-hidden="true"
        >
          {bar.label}
        </i>
      ))}
    </span>
    <span className="end num">{formatDuration((row.to ?? scale.now) - row.from)}</span>
  </button>
));
Line.displayName = 'Line';

const LEGEND = [
  ['succeeded', 'Worked, succeeded'],
  ['failed', 'Attempt failed'],
  ['timedout', 'Attempt timed out'],
  ['running', 'Running'],
  ['wait', 'Waiting'],
] as const;

/** Every state and every attempt in real time; waiting is told from working. */
export const Timeline = ({
  tree,
  rows,
  now,
  selected,
  onPick,
}: {
  tree: ExecutionTree;
  rows: readonly Row[];
  now: number;
  selected?: number;
  onPick: (row: Row) => void;
}) => {
  const scroller = useRef<HTMLDivElement>(null);
  const end = tree.endedAt ?? now;
  const { startedAt } = tree;
  const scale = useMemo(() => ({ start: startedAt, length: Math.max(1, end - startedAt), now: end }), [startedAt, end]);
  const isLong = rows.length > WHOLE;
  const virtual = useVirtualizer({
    count: isLong ? rows.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const shown = new Set(rows.flatMap(({ bars }) => bars.map(({ kind }) => kind)));
  const ticks = ticksOf(scale.length);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button.tr')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    event.preventDefault();
  };
  const line = (row: Row) => (
    <Line
      key={row.key}
      row={row}
      scale={scale}
      isCurrent={row.visit?.id === selected && selected !== undefined}
      onPick={onPick}
    />
  );
  return (
    <section className="panel" aria-labelledby="tl-h">
      <div className="panel-head">
        <h2 id="tl-h">Timeline</h2>
        <span className="grow" />
        <span className="muted small num">real time, {formatDuration(scale.length)}</span>
      </div>
      <div className="tl">
        <div className="tr tl-axis" aria-hidden="true">
          <span>State</span>
          <span className="tl-ticks">
            {ticks.map((tick) => (
              <b key={tick} style={{ left: `${(tick / scale.length) * 100}%` }}>
                {tick === 0 ? '0 s' : formatDuration(tick).replace('.0 ', ' ')}
              </b>
            ))}
          </span>
          <span className="end">Took</span>
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows are buttons; arrows go from one to the next */}
        <div ref={scroller} className={isLong ? 'tl-rows long' : 'tl-rows'} onKeyDown={move}>
          {isLong ? (
            <div className="tall" style={{ height: virtual.getTotalSize() }}>
              {virtual.getVirtualItems().map((item) => {
                const row = rows[item.index];
                return (
                  <div key={row?.key} className="at" style={{ translate: `0 ${item.start}px` }}>
                    {row && line(row)}
                  </div>
                );
              })}
            </div>
          ) : (
            rows.map(line)
          )}
        </div>
      </div>
      <p className="tl-key">
        {LEGEND.filter(([kind]) => shown.has(kind)).map(([kind, words]) => (
          <span key={kind}>
            <i className={`b b-${kind}`} />
            {words}
          </span>
        ))}
      </p>
    </section>
  );
};
