import { call } from '../aws/call.ts';
import { filteredLines } from '../executions/load-rows.ts';
import { statesLine } from '../executions/log-marks.ts';
import { readTree } from '../history/read-tree.ts';
import type { System, Workflow } from '../system/system.ts';
import { buildStory } from './build-story.ts';
import { type BusEvent, busEvent, type Seen, type SeenExecution, type SeenItem } from './seen.ts';
import type { Story } from './story.ts';
import { startedBy, type Written, writtenBy } from './writes.ts';

/** How far back a story is looked for, in milliseconds: as long as a short-lived stage keeps its logs. */
const BACK = 14 * 86_400_000;

/** Pages of a history that are read: a story shows its states, not each event. */
const HISTORY_PAGES = 3;

const quoted = (text: string): string => JSON.stringify(text);

/** Everything that one action caused. Throws `AwsCallError`. */
export const readStory = async (correlationId: string, system: System, signal: AbortSignal): Promise<Story> =>
  buildStory(await see(correlationId, system, signal));

const see = async (correlationId: string, system: System, signal: AbortSignal): Promise<Seen> => {
  const [events, found] = await Promise.all([
    readEvents(correlationId, system, signal),
    Promise.all(system.workflows.map((workflow) => findExecutions(correlationId, workflow, signal))),
  ]);
  const executions = new Map<string, SeenExecution>();
  let wanted = found.flat();
  while (wanted.length > 0) {
    const read = await Promise.all(wanted.map((arn) => readExecution(arn, system, signal)));
    for (const execution of read) if (execution) executions.set(execution.arn, execution);
    wanted = read
      .flatMap((execution) => (execution ? startedBy(execution.tree) : []))
      .filter((arn) => !executions.has(arn));
  }
  const seen = { correlationId, events, executions: [...executions.values()] };
  const [items, knowledge] = await Promise.all([
    readItems(seen.executions, signal),
    readKnowledge(events, system, signal),
  ]);
  return { ...seen, items, ...(knowledge && { knowledge }) };
};

const readEvents = async (correlationId: string, { outputs }: System, signal: AbortSignal): Promise<BusEvent[]> => {
  const group = outputs.EventLogGroup;
  if (group === undefined) return [];
  const found: BusEvent[] = [];
  for await (const lines of filteredLines(group, quoted(correlationId), { from: Date.now() - BACK }, signal)) {
    for (const { message } of lines) {
      const event = busEvent(message);
      if (event?.detail.metadata?.correlationId === correlationId) found.push(event);
    }
  }
  return found;
};

const findExecutions = async (
  correlationId: string,
  { logGroup }: Workflow,
  signal: AbortSignal,
): Promise<string[]> => {
  if (logGroup === undefined) return [];
  const found = new Set<string>();
  const pattern = `${quoted(correlationId)} ExecutionStarted`;
  for await (const lines of filteredLines(logGroup, pattern, { from: Date.now() - BACK }, signal)) {
    for (const { message } of lines) {
      const line = statesLine(message);
      if (line?.type === 'ExecutionStarted') found.add(line.execution_arn);
    }
  }
  return [...found];
};

const readExecution = async (
  arn: string,
  { workflows }: System,
  signal: AbortSignal,
): Promise<SeenExecution | undefined> => {
  const [, , , , , , machine = '', name = ''] = arn.split(':');
  const workflow = workflows.find((known) => known.arn.endsWith(`:${machine}`));
  const read = await readTree({ arn }, workflow, HISTORY_PAGES, signal);
  return read && { arn, workflow: workflow?.name ?? machine, name, tree: read.tree };
};

/** Members of a record that say how it stands; texts of content and keys of access are none of a story's. */
const FACTS = ['state', 'reason', 'contentType', 'bytes', 'width', 'height', 'siteVersion', 'updatedAt', 'requestedBy'];

type Rendition = NonNullable<SeenItem['renditions']>[number];

const readItems = async (executions: readonly SeenExecution[], signal: AbortSignal): Promise<SeenItem[]> => {
  const written = new Map<string, { place: Written; writers: string[] }>();
  for (const { arn, tree } of executions) {
    for (const place of writtenBy(tree)) {
      const key = JSON.stringify(place);
      written.set(key, { place, writers: [...(written.get(key)?.writers ?? []), arn] });
    }
  }
  return Promise.all(
    [...written.values()].map(async ({ place: { table, key }, writers }): Promise<SeenItem> => {
      const { Item } = await call('dynamodb', 'GetItem', { TableName: table, Key: { ...key } }, signal);
      const [pk, sk] = [key.pk?.S ?? '', key.sk?.S ?? ''];
      const name = sk === pk.split('#')[0] ? pk : `${pk} ${sk}`;
      const facts = Item && Object.fromEntries(FACTS.flatMap((fact) => factOf(fact, Item[fact])));
      const renditions = sk === 'CONTENT' ? await readRenditions(table, pk, signal) : [];
      return { table, key: name, writers, ...(facts && { facts }), ...(renditions.length > 0 && { renditions }) };
    }),
  );
};

/** What was made of an asset's content. */
const readRenditions = async (table: string, pk: string, signal: AbortSignal): Promise<Rendition[]> => {
  const { Items = [] } = await call(
    'dynamodb',
    'Query',
    {
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :rendition)',
      ExpressionAttributeValues: { ':pk': { S: pk }, ':rendition': { S: 'RENDITION#' } },
    },
    signal,
  );
  return Items.map(({ name, state, bytes }) => ({
    name: name?.S ?? '',
    state: state?.S ?? '',
    bytes: Number(bytes?.N ?? 0),
  }));
};

const factOf = (name: string, value: { S?: string; N?: string; M?: object } | undefined): [string, string][] => {
  const text = value?.S ?? value?.N ?? (value?.M && JSON.stringify(value.M));
  return text === undefined || text === '{}' ? [] : [[name, text]];
};

/** What the chatbot reads of the version that is live; undefined where the story published nothing. */
const readKnowledge = async (
  events: readonly BusEvent[],
  { tables }: System,
  signal: AbortSignal,
): Promise<Seen['knowledge']> => {
  const table = tables.find(({ name }) => /content-table/.test(name));
  if (!table || !events.some((event) => event['detail-type'] === 'ContentPublished')) return undefined;
  const Key = { pk: { S: 'SITE' }, sk: { S: 'LIVE' } };
  const { Item } = await call('dynamodb', 'GetItem', { TableName: table.physicalId, Key }, signal);
  if (!Item) return undefined;
  const keys = (Item.knowledge?.L ?? []).map(({ M }) => [M?.locale?.S ?? '', M?.key?.S ?? '']);
  return { version: Number(Item.version?.N), keys: Object.fromEntries(keys) };
};
