import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';
import { type Engine, openEngine } from './engine.ts';

const PAGE = 100;
const ROUNDS = 200;

/** A Map of so many items leaves 4 events each and 6 more: just below AWS's limit of 25,000, and two pages. */
const LONG = 6245;
const SHORT = 49;

const DEFINITION = {
  StartAt: 'Each',
  States: {
    Each: { Type: 'Map', ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', End: true } } }, End: true },
  },
};

type Page = { events: { id: number }[]; nextToken?: string };
type Request = { executionArn: string; reverseOrder: boolean; maxResults: number; nextToken?: string };

/** Time of a page in the middle and at the end of a history of 25,000 events, beside its first, and beside a short one's. */
export const paging = async (folder: string, note: (text: string) => void): Promise<Figure[]> => {
  const engine = openEngine(join(folder, 'paging.sqlite'));
  try {
    const machine = await engine.create('STANDARD', 'm', DEFINITION);
    const long = await executed(engine, machine, LONG);
    const short = await executed(engine, machine, SHORT);
    const figures: Figure[] = [];
    for (const reverseOrder of [false, true]) {
      const order = reverseOrder ? 'backwards' : 'in order';
      note(`reading a history of ${(6 + 4 * LONG).toLocaleString('en')} events to its end, ${order}`);
      const pages = await requests(engine, { executionArn: long, reverseOrder, maxResults: PAGE }, 6 + 4 * LONG);
      const brief = await requests(engine, { executionArn: short, reverseOrder, maxResults: PAGE }, 6 + 4 * SHORT);
      const first = pages[0];
      // The last page is not full.
      const [middle, last] = [pages[Math.floor(pages.length / 2)], pages.at(-2)];
      const [other] = brief;
      if (!first || !middle || !last || !other) throw new Error('The history has too few pages.');
      const ratio = async (figure: string, one: Request, beside: Request): Promise<Figure> => ({
        figure: `${figure}, ${order}`,
        value: await compared(engine, one, beside),
        unit: 'ratio',
        goal: { atMost: 1.5 },
      });
      figures.push(await ratio('page of 25,000 events, middle / first', middle, first));
      figures.push(await ratio('page of 25,000 events, last / first', last, first));
      // The first page of the long one holds its input, which is as long as the history.
      figures.push(await ratio('page of 25,000 events, middle / first of 200', middle, other));
    }
    return figures;
  } finally {
    await engine.close();
  }
};

const executed = async (engine: Engine, machine: string, items: number): Promise<string> => {
  const arn = await engine.start(machine, JSON.stringify(Array.from({ length: items }, (_, index) => index)));
  await engine.end(arn);
  return arn;
};

/** What asks for each page of a history. Throws where the pages do not hold every event once, in order. */
const requests = async (engine: Engine, first: Request, events: number): Promise<Request[]> => {
  const all: Request[] = [];
  const ids: number[] = [];
  for (let request: Request | undefined = first; request; ) {
    all.push(request);
    const { events, nextToken }: Page = await engine.call('GetExecutionHistory', request);
    ids.push(...events.map(({ id }) => id));
    request = nextToken === undefined ? undefined : { ...first, nextToken };
  }
  const right = ids.every((id, index) => id === (first.reverseOrder ? events - index : index + 1));
  if (ids.length !== events || !right) throw new Error(`The pages hold ${ids.length} events, not ${events} in order.`);
  return all;
};

/** The median of the times of one request over that of another, asked by turns. */
const compared = async (engine: Engine, one: Request, other: Request): Promise<number> => {
  const [times, others]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    times.push(await timed(engine, one));
    others.push(await timed(engine, other));
  }
  return median(times) / median(others);
};

const timed = async (engine: Engine, request: Request): Promise<number> => {
  const started = performance.now();
  await engine.call('GetExecutionHistory', request);
  return performance.now() - started;
};
