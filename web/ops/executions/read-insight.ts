import { costOf } from '../cost/cost-of.ts';
import { pricesOf } from '../cost/prices.ts';
import { readUsed } from '../cost/read-used.ts';
import { readTree } from '../history/read-tree.ts';
import type { System } from '../system/system.ts';
import { type Insight, insightOf } from './insight.ts';
import { isEnded, type Row } from './row.ts';

/** Pages of a thousand events of which an insight is made; of longer histories the row shows how they began. */
const PAGES = 1;

/** Reads what a row shows of its history, and of an ended one what it cost; undefined where there is none to read. Throws `AwsCallError`. */
export const readInsight = async (
  row: Row,
  { workflows, functions }: System,
  region: string,
  signal: AbortSignal,
): Promise<Insight | undefined> => {
  const workflow = workflows.find(({ name, rerunOf }) => name === row.workflow && rerunOf === undefined);
  const read = await readTree(row, workflow, PAGES, signal);
  if (!read) return undefined;
  const insight = insightOf(read.tree, Date.now());
  const prices = pricesOf(region);
  if (!prices || !isEnded(row)) return insight;
  const { total } = costOf(await readUsed(read, functions, signal), prices);
  return { ...insight, cost: total };
};
