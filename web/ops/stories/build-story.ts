import { counted, formatBytes } from '@marquee/ui/count.ts';
import { shortId, subjectOf } from '../executions/subject.ts';
import type { BusEvent, Seen, SeenExecution, SeenItem } from './seen.ts';
import { eventIdOf } from './seen.ts';
import type { Story, StoryEdge, StoryNode } from './story.ts';
import { announcedBy, startedBy } from './writes.ts';

const ACTIONS: readonly (readonly [RegExp, string])[] = [
  [/^AssetUploaded/, 'Somebody uploaded'],
  [/^AssetRemoved/, 'Somebody removed'],
  [/^PublishRequested/, 'Somebody asked to publish'],
  [/^UnpublishRequested/, 'Somebody asked to take down'],
  [/^PreviewRequested/, 'Somebody asked for a preview of'],
  [/^RebuildRequested/, 'Somebody asked to rebuild'],
  [/^RenditionRetryRequested/, 'Somebody asked to retry'],
  [/^PublicationDue/, 'A schedule was due for'],
  [/^TurnAccepted/, 'A fan asked:'],
  [/^PersonRequested/, 'A fan asked for'],
];

const at = (event: BusEvent): number => Date.parse(event.detail.metadata?.occurredAt ?? event.time);

const subjectOfEvent = (event: BusEvent): string =>
  subjectOf(JSON.stringify({ 'detail-type': event['detail-type'], detail: event.detail }), event['detail-type']).label;

/** What the user did, as the first event tells it. */
const actionOf = (first: BusEvent): StoryNode => {
  const verb = ACTIONS.find(([pattern]) => pattern.test(first['detail-type']))?.[1] ?? 'Somebody caused';
  return {
    id: 'action',
    kind: 'action',
    title: `${verb} ${subjectOfEvent(first).replace(/^(?:Page|Turn|The) /, (word) => word.toLowerCase())}`,
    says: 'what began it',
    at: at(first),
    parts: [],
  };
};

const eventNode = (event: BusEvent): StoryNode => ({
  id: `event ${eventIdOf(event)}`,
  kind: 'event',
  title: event['detail-type'],
  says: subjectOfEvent(event),
  at: at(event),
  parts: [],
  ref: eventIdOf(event),
});

const executionNode = ({ arn, workflow, name, tree }: SeenExecution): StoryNode => ({
  id: arn,
  kind: 'execution',
  title: workflow,
  says: subjectOf(tree.input, name).label,
  at: tree.startedAt,
  standing: tree.standing,
  parts: tree.visits
    .filter(({ parent }) => parent === undefined)
    .map(({ name: state, standing, error, attempts }) => ({
      name: state,
      says: error ?? (attempts.length > 1 ? `${attempts.length} attempts` : ''),
      standing,
    })),
  ref: arn,
});

const STATES: Readonly<Record<string, StoryNode['standing']>> = {
  ready: 'succeeded',
  live: 'succeeded',
  failed: 'failed',
  refused: 'failed',
  incomplete: 'retried',
  processing: 'running',
  checking: 'running',
  waiting: 'waiting',
};

const itemNode = ({ table, key, facts }: SeenItem, time: number): StoryNode => {
  const [kind = '', id = ''] = key.split('#');
  const state = facts?.state;
  return {
    id: `item ${table} ${key}`,
    kind: 'item',
    title: `${kind.charAt(0)}${kind.slice(1).toLowerCase()} ${shortId(id)}`.trim(),
    says: facts === undefined ? 'gone by now' : (state ?? 'stored'),
    at: time,
    ...(state !== undefined && STATES[state] ? { standing: STATES[state] } : {}),
    parts: Object.entries(facts ?? {}).map(([name, says]) => ({ name, says })),
  };
};

/** What was made of a content, as one node. */
const renditionsNode = ({ renditions = [] }: SeenItem, content: StoryNode): StoryNode | undefined => {
  if (renditions.length === 0) return undefined;
  const ready = renditions.filter(({ state }) => state === 'ready');
  return {
    id: `renditions ${content.id}`,
    kind: 'item',
    title: counted(renditions.length, 'rendition'),
    says: `${formatBytes(ready.reduce((sum, { bytes }) => sum + bytes, 0))} to be served`,
    at: content.at + 1,
    standing: ready.length === renditions.length ? 'succeeded' : 'failed',
    parts: renditions.map(({ name, state, bytes }) => ({
      name,
      says: formatBytes(bytes),
      standing: STATES[state] ?? 'waiting',
    })),
  };
};

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** What a publication made public: its pages, and the chatbot's knowledge of them. */
const publicOf = (event: BusEvent, knowledge: Seen['knowledge']): StoryNode[] => {
  if (event['detail-type'] !== 'ContentPublished') return [];
  const { siteVersion, paths } = event.detail.data ?? {};
  const pages = strings(paths);
  const known = knowledge?.version === siteVersion ? knowledge?.keys : undefined;
  return [
    {
      id: `pages ${eventIdOf(event)}`,
      kind: 'page',
      title: counted(pages.length, 'page'),
      says: `site version ${siteVersion}`,
      at: at(event) + 1,
      standing: 'succeeded',
      parts: pages.map((path) => ({ name: path, says: '' })),
    },
    {
      id: `knowledge ${eventIdOf(event)}`,
      kind: 'page',
      title: 'Chat knowledge',
      says: known ? `of version ${siteVersion}, in use` : `of version ${siteVersion}, replaced since`,
      at: at(event) + 2,
      standing: 'succeeded',
      parts: Object.entries(known ?? {}).map(([name, says]) => ({ name, says })),
    },
  ];
};

/** Puts what was seen of one correlation id together: what led to what. */
export const buildStory = ({ correlationId, events: all, executions, items, knowledge }: Seen): Story => {
  // An event may be delivered, and so logged, twice.
  const events = [...new Map(all.map((event) => [eventIdOf(event), event])).values()].sort(
    (one, other) => at(one) - at(other),
  );
  const [first] = events;
  const nodes: StoryNode[] = [];
  const edges: StoryEdge[] = [];
  if (first) nodes.push(actionOf(first));
  const announcers = new Map(executions.flatMap(({ arn, tree }) => announcedBy(tree).map((id) => [id, arn] as const)));
  const starters = new Map(
    executions.flatMap(({ arn, tree }) => startedBy(tree).map((child) => [child, arn] as const)),
  );
  const startedFrom = new Map(
    executions.map(({ arn, tree, name }) => [arn, subjectOf(tree.input, name).keys.event?.[0]] as const),
  );
  const known = new Set(events.map(eventIdOf));

  const causeOf = (event: BusEvent): string => {
    const id = eventIdOf(event);
    const announcer = announcers.get(id);
    if (announcer) return announcer;
    const cause = event.detail.metadata?.causationId ?? '';
    // A function within an execution announces in its own name: the execution that the cause started, while it ran.
    const within = executions.find(
      ({ arn, tree }) =>
        startedFrom.get(arn) === cause &&
        tree.startedAt <= at(event) &&
        at(event) <= (tree.endedAt ?? Number.POSITIVE_INFINITY),
    );
    if (within) return within.arn;
    return known.has(cause) && cause !== id ? `event ${cause}` : 'action';
  };

  for (const event of events) {
    nodes.push(eventNode(event));
    edges.push({ from: causeOf(event), to: `event ${eventIdOf(event)}` });
    for (const node of publicOf(event, knowledge)) {
      edges.push({
        from: node.id.startsWith('pages') ? `event ${eventIdOf(event)}` : `pages ${eventIdOf(event)}`,
        to: node.id,
      });
      nodes.push(node);
    }
  }
  for (const execution of executions) {
    nodes.push(executionNode(execution));
    const event = startedFrom.get(execution.arn);
    const from = starters.get(execution.arn) ?? (event !== undefined && known.has(event) ? `event ${event}` : 'action');
    if (nodes.some(({ id }) => id === from) || starters.has(execution.arn)) edges.push({ from, to: execution.arn });
  }
  for (const item of items) {
    const writers = executions.filter(({ arn }) => item.writers.includes(arn));
    const node = itemNode(item, Math.max(...writers.map(({ tree }) => tree.startedAt + 1), 0));
    nodes.push(node);
    for (const { arn } of writers) edges.push({ from: arn, to: node.id });
    const made = renditionsNode(item, node);
    if (made) {
      nodes.push(made);
      edges.push({ from: node.id, to: made.id });
    }
  }
  return { correlationId, nodes: nodes.sort((one, other) => one.at - other.at), edges };
};
