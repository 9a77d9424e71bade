import { ContentChanged } from '@marquee/events/schemas/content-changed.ts';
import { PreviewRequested } from '@marquee/events/schemas/preview-requested.ts';
import { describe, expect, test } from 'vitest';
import type { Announcement } from './events.ts';
import { createRelayContentChange } from './step.ts';

const correlationId = '4f6b7d0e-1c53-4b3e-9a0d-2f8f3c1d5e60';
const publicationId = '9d2b1f0c-7a6e-4c3d-9b8a-1f2e3d4c5b6a';
const at = '2026-03-02T10:00:00.000Z';

const audit = (more: object = {}) => ({
  sk: `AUDIT#${at}#an-entry`,
  entryId: 'an-entry',
  itemId: 'lamps',
  type: 'title',
  action: 'saved',
  by: 'ada@example.com',
  at,
  version: 7,
  correlationId,
  causationId: 'a-request',
  ...more,
});

const publication = (kind: string) => ({
  sk: 'PUBLICATION',
  publicationId,
  kind,
  items: [{ itemId: 'lamps', version: 7, sequence: 3 }],
  state: 'waiting',
  requestedBy: 'ada@example.com',
  requestedAt: at,
  correlationId,
  causationId: 'a-request',
});

const record = (image: unknown, sequence = '1') => ({
  eventID: `event-${sequence}`,
  dynamodb: { SequenceNumber: sequence, NewImage: image },
});

const setUp = ({ downFrom = Number.POSITIVE_INFINITY } = {}) => {
  const announced: Announcement[] = [];
  const aside: { record: unknown; reason: string }[] = [];
  const bus = { downFrom };
  const relay = createRelayContentChange({
    plain: (image) => {
      if (typeof image !== 'object' || image === null) throw new Error('this is no item');
      return image;
    },
    announce: async (announcement) => {
      if (announced.length >= bus.downFrom) throw new Error('the bus is down');
      announced.push(announcement);
    },
    setAside: async (poisoned, reason) => void aside.push({ record: poisoned, reason }),
    log: () => undefined,
  });
  const types = () => announced.map(({ contract }) => contract.detailType);
  return { announced, aside, bus, types, relay: (...Records: unknown[]) => relay({ Records }) };
};

test('what is announced follows from what was written down, in the order in which it was', async () => {
  const { relay, announced, types } = setUp();
  const expiresAt = '2026-03-03T10:00:00.000Z';
  const images = [
    audit(),
    publication('publish'),
    publication('unpublish'),
    publication('refresh'),
    publication('rebuild'),
    audit({ action: 'previewed', details: { expiresAt } }),
  ];
  expect(await relay(...images.map((image) => record(image)))).toEqual({ batchItemFailures: [] });
  expect(types()).toEqual([
    'ContentChanged',
    'PublishRequested',
    'UnpublishRequested',
    'RefreshRequested',
    'RebuildRequested',
    'PreviewRequested',
  ]);
  const [changed, publish] = announced.map(({ detail }) => detail as ContentChanged);
  expect(changed).toEqual({
    metadata: {
      eventId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      correlationId,
      causationId: 'a-request',
      occurredAt: at,
      version: 1,
    },
    data: { itemId: 'lamps', type: 'title', version: 7, action: 'saved', by: 'ada@example.com' },
  });
  expect(publish?.data).toEqual({ publicationId, items: [{ itemId: 'lamps', version: 7 }] });
  expect(announced.at(-1)?.detail).toMatchObject({ data: { itemId: 'lamps', version: 7, expiresAt } });
  expect([announced[0]?.contract, announced.at(-1)?.contract]).toEqual([ContentChanged, PreviewRequested]);
});

test.each(['created', 'saved', 'restored-revision', 'trashed', 'restored'])(
  'an item that was %s has changed',
  async (action) => {
    const { relay, types } = setUp();
    await relay(record(audit({ action })));
    expect(types()).toEqual(['ContentChanged']);
  },
);

test.each(['asked-to-publish', 'scheduled', 'unscheduled', 'published', 'publication-failed', 'previewed'])(
  'a line of the audit trail that nobody waits for is passed over: %s',
  async (action) => {
    const { relay, types, aside } = setUp();
    expect(await relay(record(audit({ action, details: { kind: 'publish' } })))).toEqual({ batchItemFailures: [] });
    expect([types(), aside]).toEqual([[], []]);
  },
);

test('the same record gives the same event each time, other records other ones', async () => {
  const { relay, announced } = setUp();
  const records = [record(audit()), record(audit({ entryId: 'another' })), record(publication('publish'))];
  await relay(...records);
  await relay(...records);
  const ids = announced.map(({ detail }) => (detail as ContentChanged).metadata.eventId);
  expect(ids.slice(3)).toEqual(ids.slice(0, 3));
  expect(new Set(ids).size).toBe(3);
  expect(announced.slice(3)).toEqual(announced.slice(0, 3));
});

describe('a record that cannot be read', () => {
  test.each([
    ['no image', { eventID: 'e', dynamodb: { SequenceNumber: '2' } }],
    ['an image that is no item', record('text', '2')],
    ['an item of another kind', record({ sk: 'ITEM', itemId: 'lamps' }, '2')],
    ['an audit entry without its thread', record(audit({ correlationId: undefined }), '2')],
    ['a publication of an unknown kind', record({ ...publication('publish'), kind: 'destroy' }, '2')],
    ['nothing at all', null],
  ])('is set aside whole, and those after it go on: %s', async (_, poisoned) => {
    const { relay, aside, types } = setUp();
    const answer = await relay(record(audit(), '1'), poisoned, record(publication('publish'), '3'));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(types()).toEqual(['ContentChanged', 'PublishRequested']);
    expect(aside).toEqual([{ record: poisoned, reason: expect.stringMatching(/./) }]);
  });

  test('has the batch come again where it cannot even be set aside', async () => {
    const relay = createRelayContentChange({
      plain: (image) => image,
      announce: async () => undefined,
      setAside: () => Promise.reject(new Error('the queue is down')),
      log: () => undefined,
    });
    await expect(relay({ Records: [null] })).rejects.toThrow('the queue is down');
  });
});

test('where the bus is down, the batch comes again from the record that was not sent', async () => {
  const { relay, types, bus } = setUp({ downFrom: 1 });
  const records = [
    record(audit(), '1'),
    record(audit({ action: 'published' }), '2'),
    record(publication('publish'), '3'),
    record(publication('rebuild'), '4'),
  ];
  expect(await relay(...records)).toEqual({ batchItemFailures: [{ itemIdentifier: '3' }] });
  expect(types()).toEqual(['ContentChanged']);
  bus.downFrom = Number.POSITIVE_INFINITY;
  expect(await relay(...records.slice(2))).toEqual({ batchItemFailures: [] });
  expect(types()).toEqual(['ContentChanged', 'PublishRequested', 'RebuildRequested']);
});
