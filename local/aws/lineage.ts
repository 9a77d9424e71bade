import { createHash } from 'node:crypto';
import { remember } from '../remember.ts';
import { randomHex, traceHeader } from './trace.ts';

/** How often a function may stand in one chain of requests. @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html */
export const LONGEST_CHAIN = 16;

/** The functions that a trace header has come through and how often, as `Lineage=<hash>:<count>|…`. */
const lineageOf = (trace: string): Map<string, number> => {
  const text = /(?:^|;)\s*Lineage=([^;]*)/.exec(trace)?.[1] ?? '';
  const entries = text.split('|').flatMap((each): [string, number][] => {
    const [hash, count] = each.split(':');
    return hash && count && Number.isInteger(Number(count)) ? [[hash, Number(count)]] : [];
  });
  return new Map(entries);
};

const hashOf = remember(500, (functionArn: string): string =>
  createHash('sha256').update(functionArn).digest('hex').slice(0, 8),
);

/** How often the chain that a trace header tells of has come through a function. */
export const timesThrough = (trace: string | undefined, functionArn: string): number =>
  trace === undefined ? 0 : (lineageOf(trace).get(hashOf(functionArn)) ?? 0);

/** The trace header that a function gets: that of its caller, or a new one, with itself in the chain. `now` in milliseconds. */
export const traceThrough = (trace: string | undefined, functionArn: string, now: number): string => {
  const root = /Root=[^;]+/.exec(trace ?? '')?.[0];
  const lineage = lineageOf(trace ?? '');
  const hash = hashOf(functionArn);
  lineage.set(hash, (lineage.get(hash) ?? 0) + 1);
  const chain = [...lineage].map(([each, count]) => `${each}:${count}`).join('|');
  const begin = root ? `${root};Parent=${randomHex(16)};Sampled=1` : traceHeader(now);
  return `${begin};Lineage=${chain}`;
};
