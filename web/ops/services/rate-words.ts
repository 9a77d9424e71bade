import { formatCount } from '@marquee/ui/count.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import type { Steps } from './measures.ts';
import type { NodeKind } from './system-map.ts';
import { failuresOf, rateOf, type Traffic } from './traffic.ts';

/** A rate as it is worth saying: `12 a minute`, `0.4 a minute`, `3 an hour`. */
export const formatRate = (aMinute: number): string => {
  if (aMinute === 0) return 'none';
  if (aMinute >= 9.95) return `${formatCount(Math.round(aMinute))} a minute`;
  if (aMinute >= 0.1) return `${Number(aMinute.toFixed(1))} a minute`;
  const anHour = aMinute * 60;
  return anHour >= 0.95 ? `${Math.round(anHour)} an hour` : `${Math.max(1, Math.round(anHour * 24))} a day`;
};

/** `3 of 1,204 failed, 0.2%`; undefined where nothing did. */
export const errorWords = (traffic: Traffic): string | undefined => {
  const failed = failuresOf(traffic);
  const { count = 0 } = traffic.totals;
  if (failed === 0) return undefined;
  // A failure may be counted in another minute than its beginning.
  if (failed > count) return `${formatCount(failed)} failed`;
  const share = (failed / count) * 100;
  const percent = share >= 10 ? Math.round(share) : share < 0.1 ? 'under 0.1' : Number(share.toFixed(1));
  return `${formatCount(failed)} of ${formatCount(count)} failed, ${percent}%`;
};

const BUSY: Readonly<Record<NodeKind, string>> = {
  function: 'not called',
  workflow: 'no executions counted',
  rule: 'nothing matched',
  api: 'no requests',
  socket: 'no messages counted',
  queue: 'empty',
  table: 'no figures',
  bus: '',
  bucket: '',
  schedule: '',
  site: '',
};

const units = (count: number | undefined): string => formatCount(Math.round((count ?? 0) * 10) / 10);

/** One line of what a part does: its rate, or what it holds. */
export const trafficWords = (kind: NodeKind, traffic: Traffic, steps: Steps): string => {
  const { depth, reads, writes } = traffic.totals;
  if (kind === 'queue') return depth ? `${formatCount(depth)} waiting` : BUSY.queue;
  if (kind === 'table' && (reads !== undefined || writes !== undefined))
    return `${units(reads)} read units, ${units(writes)} write units`;
  const rate = rateOf(traffic, steps);
  return rate ? formatRate(rate) : BUSY[kind];
};

/** `p50 38 ms, p99 1.2 s` */
export const latencyWords = ({ totals: { p50, p99 } }: Traffic): string | undefined =>
  p50 === undefined || p99 === undefined ? undefined : `p50 ${formatDuration(p50)}, p99 ${formatDuration(p99)}`;
