import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { createFold } from '@marquee/ops/history/fold.ts';
import type { ExecutionTree, Visit } from '@marquee/ops/history/model.ts';
import { createWorld, type Event, type Handler, type World } from '../../local/states/testing.ts';

/** Events as an SDK gives them: the API's times are seconds. */
export const asSdk = (events: readonly Event[]): HistoryEvent[] =>
  events.map(({ timestamp, ...event }) => ({ ...event, timestamp: new Date(timestamp * 1000) }) as HistoryEvent);

export const treeOf = (events: readonly HistoryEvent[], definition?: object): ExecutionTree => {
  const fold = createFold(definition && JSON.stringify(definition));
  fold.add(events);
  return fold.tree();
};

/** The history of one run of a definition to its end, and what is folded from it. */
export const folded = async (definition: object, handler?: Handler, input: unknown = {}, world?: World) => {
  const runtime = world ?? createWorld(handler ? { handler, random: () => 0.5 } : {});
  const arn = await runtime.start(await runtime.create(definition), input as never);
  await runtime.finish(arn);
  const events = asSdk(await runtime.history(arn));
  return { world: runtime, arn, events, tree: treeOf(events, definition) };
};

/** What stands where, to be compared at a glance. */
export const standings = ({ visits }: ExecutionTree): string[] =>
  visits.map(({ path, branch, standing }) => `${path}${branch === undefined ? '' : `[${branch}]`} ${standing}`);

export const visitAt = ({ visits }: ExecutionTree, path: string, branch?: number): Visit => {
  const found = visits.find((visit) => visit.path === path && (branch === undefined || visit.branch === branch));
  if (!found) throw new Error(`${path} was not entered`);
  return found;
};
