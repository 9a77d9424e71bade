import { useEffect, useState } from 'react';
import type { Row } from '../executions/row.ts';
import { readTree } from '../history/read-tree.ts';
import type { System } from '../system/system.ts';
import { type Cost, costOf } from './cost-of.ts';
import { pricesOf, REGIONS } from './prices.ts';
import { readUsed } from './read-used.ts';

/** Executions that are read at once, behind all else, and pages of a thousand events of each. */
const AT_ONCE = 3;
const PAGES = 5;

/** An execution's cost at the prices of every region; undefined where its history could not be read. */
export type Priced = ReadonlyMap<string, Cost> | undefined;

/** What ended has cost what it has cost: it is read once for as long as the page lives. */
const known = new Map<string, Priced>();

/** Express executions that had not ended when they were read: they are read again. */
const unfinished = new Set<string>();

const keyOf = ({ arn, redriveCount }: Row): string => `${arn} ${redriveCount}`;

const price = async (row: Row, { workflows, functions }: System, signal: AbortSignal): Promise<Priced> => {
  const workflow = workflows.find(({ name, express }) => name === row.workflow && express === row.express);
  const read = await readTree(row, workflow, PAGES, signal);
  if (!read) return undefined;
  if (read.tree.endedAt === undefined) unfinished.add(keyOf(row));
  else unfinished.delete(keyOf(row));
  const used = await readUsed(read, functions, signal);
  return new Map(
    REGIONS.flatMap((region) => {
      const prices = pricesOf(region);
      return prices ? [[region, costOf(used, prices)] as const] : [];
    }),
  );
};

export type Samples = {
  costOf: (row: Row, region: string) => Cost | undefined;
  read: number;
  /** Those that AWS did not tell of. */
  missed: number;
  of: number;
};

/** Reads what executions have cost, a few at a time. */
export const useSamples = (rows: readonly Row[] | undefined, system: System | undefined): Samples => {
  const [, setVersion] = useState(0);
  useEffect(() => {
    if (!rows || !system) return;
    const aborting = new AbortController();
    const waiting = rows.filter((row) => !known.has(keyOf(row)) || unfinished.has(keyOf(row)));
    const next = async (): Promise<void> => {
      for (let row = waiting.shift(); row; row = waiting.shift()) {
        if (aborting.signal.aborted) return;
        try {
          known.set(keyOf(row), await price(row, system, aborting.signal));
        } catch {
          if (aborting.signal.aborted) return;
          known.set(keyOf(row), undefined);
        }
        setVersion((version) => version + 1);
      }
    };
    for (let count = 0; count < AT_ONCE; count += 1) void next();
    return () => aborting.abort();
  }, [rows, system]);
  const of = rows ?? [];
  return {
    costOf: (row, region) => known.get(keyOf(row))?.get(region),
    read: of.filter((row) => known.has(keyOf(row))).length,
    missed: of.filter((row) => known.has(keyOf(row)) && known.get(keyOf(row)) === undefined).length,
    of: of.length,
  };
};
