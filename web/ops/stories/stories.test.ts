import { expect, test } from 'vitest';
import type { ExecutionTree, Visit } from '../history/model.ts';
import { buildStory } from './build-story.ts';
import { placeStory } from './place-story.ts';
import { foldStories } from './recent-stories.ts';
import type { BusEvent, SeenExecution } from './seen.ts';
import { childrenOf, rootsOf } from './story.ts';
import { announcedBy, writtenBy } from './writes.ts';

const MINUTE = Date.parse('2026-11-22T12:00:00Z');

const event = (eventId: string, type: string, causationId: string, second: number, data: object = {}): BusEvent => ({
  id: `bus-${eventId}`,
  'detail-type': type,
  source: 'marquee.test',
  time: '2026-11-22T12:00:00Z',
  detail: {
    metadata: {
      ...{ eventId, causationId, correlationId: 'c' },
      occurredAt: new Date(MINUTE + second * 1000).toISOString(),
    },
    data: { ...data },
  },
});

const task = (id: number, name: string, resource: string, parameters: object, more: Partial<Visit> = {}): Visit => ({
  ...{ id, name, type: 'Task', path: name, standing: 'succeeded', enteredAt: MINUTE, assigned: {}, variables: {} },
  ...{ resource, branches: [], events: [id] },
  attempts: [{ number: 1, scheduledAt: MINUTE, standing: 'succeeded', parameters: JSON.stringify(parameters) }],
  ...more,
});

const execution = (
  arn: string,
  workflow: string,
  startedBy: string | undefined,
  visits: Visit[],
  second = 2,
): SeenExecution => ({
  ...{ arn, workflow, name: arn },
  tree: {
    ...{ standing: 'succeeded', visits, redrivenAt: [] },
    ...{ startedAt: MINUTE + second * 1000, endedAt: MINUTE + (second + 10) * 1000 },
    input: JSON.stringify({ detail: { metadata: { eventId: startedBy }, data: { assetId: 'a-1' } } }),
  } as ExecutionTree,
});

const puts = (eventId: string): object => ({ Entries: [{ DetailType: 'X', Detail: { metadata: { eventId } } }] });

const upload = () => {
  const events = [
    event('e1', 'AssetUploaded', 'request', 1, { assetId: 'a-1', key: 'uploads/a-1/lamp.jpg' }),
    event('e2', 'AssetProcessed', 'e1', 9, { assetId: 'a-1' }),
    event('e1', 'AssetUploaded', 'request', 1, { assetId: 'a-1', key: 'uploads/a-1/lamp.jpg' }),
    event('e3', 'RefreshRequested', 'e2', 13),
    event('e4', 'ContentPublished', 'e3', 20, { siteVersion: 7, paths: ['/', '/es/'] }),
  ];
  const key = { pk: { S: 'ASSET#a-1' }, sk: { S: 'ASSET' } };
  const process = execution('arn:x:execution:process:1', 'process-asset', 'e1', [
    task(1, 'Claim', 'arn:aws:states:::aws-sdk:dynamodb:updateItem', { TableName: 'assets', Key: key }),
    task(
      2,
      'Former',
      'arn:aws:states:::states:startExecution',
      {},
      {
        attempts: [{ number: 1, scheduledAt: 1, standing: 'succeeded', childExecutionArn: 'arn:x:execution:remove:1' }],
      },
    ),
    task(3, 'Announce', 'arn:aws:states:::events:putEvents', puts('e2')),
  ]);
  const removal = execution('arn:x:execution:remove:1', 'remove-asset', undefined, []);
  return buildStory({
    correlationId: 'c',
    events,
    executions: [process, removal],
    items: [{ table: 'assets', key: 'ASSET#a-1', writers: [process.arn], facts: { state: 'ready' } }],
    knowledge: { version: 7, keys: { en: 'knowledge/1.json' } },
  });
};

test('an upload’s story leads from the user to renditions, pages and what the chatbot knows', () => {
  const story = upload();
  expect(rootsOf(story).map(({ title }) => title)).toEqual(['Somebody uploaded lamp.jpg']);
  const below = (id: string) => childrenOf(story, id).map(({ title }) => title);
  expect(below('action')).toEqual(['AssetUploaded']);
  expect(below('event e1')).toEqual(['process-asset']);
  expect(below('arn:x:execution:process:1').sort()).toEqual(['Asset a-1', 'AssetProcessed', 'remove-asset']);
  expect(below('event e4')).toEqual(['2 pages']);
  expect(below('pages e4')).toEqual(['Chat knowledge']);
});

test('what is delivered twice is one event of the story', () => {
  expect(upload().nodes.filter(({ title }) => title === 'AssetUploaded')).toHaveLength(1);
});

test('causes stand left of their effects, and no card lies on another', () => {
  const story = upload();
  const { nodes, edges } = placeStory(story, new Set(story.nodes.map(({ id }) => id)));
  for (const { from, to } of edges) expect(from.x).toBeLessThan(to.x);
  for (const one of nodes)
    for (const other of nodes)
      if (one !== other && one.x === other.x)
        expect(one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true);
});

test('a record that claims to be its own cause ends no drawing', () => {
  const story = buildStory({
    ...{ correlationId: 'c', executions: [], items: [] },
    events: [event('e1', 'A', 'e2', 1), event('e2', 'B', 'e1', 2)],
  });
  expect(placeStory(story).nodes).toHaveLength(3);
});

test('every record of a transaction is told, and none whose write failed', () => {
  const update = (pk: string) => ({ Update: { TableName: 't', Key: { pk: { S: pk }, sk: { S: 'S' } } } });
  const visit = task(1, 'T', 'arn:aws:states:::aws-sdk:dynamodb:transactWriteItems', {
    TransactItems: [update('A'), update('B'), { Delete: { TableName: 't' } }],
  });
  const failed = task(2, 'F', 'arn:aws:states:::aws-sdk:dynamodb:putItem', {
    TableName: 't',
    Item: { pk: { S: 'C' }, sk: { S: 'S' } },
  });
  const tree = {
    visits: [visit, { ...failed, attempts: failed.attempts.map((each) => ({ ...each, standing: 'failed' })) }],
  } as unknown as ExecutionTree;
  expect(writtenBy(tree).map(({ key }) => key.pk?.S)).toEqual(['A', 'B']);
});

test('an event whose detail is a text is recognised as one whose detail is an object', () => {
  const entries = { Entries: [{ Detail: JSON.stringify({ metadata: { eventId: 'e9' } }) }, { Detail: 'no json' }] };
  const tree = { visits: [task(1, 'P', 'arn:aws:states:::events:putEvents', entries)] } as unknown as ExecutionTree;
  expect(announcedBy(tree)).toEqual(['e9']);
});

test('the list has one line a story, named by its first event, and passes over lines that are none', () => {
  const messages = [
    JSON.stringify(event('e2', 'AssetProcessingFailed', 'e1', 9, { assetId: 'a-1' })),
    JSON.stringify(event('e1', 'AssetUploaded', 'r', 1, { assetId: 'a-1', key: 'uploads/a-1/lamp.jpg' })),
    'not json',
    '{"detail-type":"X","detail":null}',
  ];
  expect(foldStories(messages)).toMatchObject([{ label: 'lamp.jpg', count: 2, failed: true, to: MINUTE + 9000 }]);
});
