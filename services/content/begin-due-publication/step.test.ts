import { publicationDueExample } from '@marquee/events/schemas/publication-due.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCancelSchedule } from '../cancel-schedule/step.ts';
import { createSchedulePublication } from '../schedule-publication/step.ts';
import { CALLER, news } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createTrashItem } from '../trash-item/step.ts';
import { createBeginDuePublication, DueEvent } from './step.ts';

let room: Newsroom;
let lines: unknown[];
let begin: (event: DueEvent) => Promise<void>;
beforeEach(async () => {
  room = newsroom();
  lines = [];
  begin = createBeginDuePublication({ ...room, log: (level, message) => void lines.push([level, message]) });
  for (const id of ['one', 'other']) await room.create('news', id, news(id));
});

/** Schedules both articles and answers the event that comes at their moment. */
const scheduled = async (kind: 'publish' | 'unpublish' = 'publish', at = '2026-03-02T20:00') => {
  const items = [{ itemId: 'one' }, { itemId: 'other' }];
  const { scheduleId, instant } = await createSchedulePublication(room)({ kind, items, at, zone: 'UTC' }, CALLER);
  const { detail } = room.schedules.get(`${kind}-${scheduleId}`) ?? {};
  const dueAt = (ingestedAt: string): DueEvent => DueEvent.parse({ ingestedAt, detail, source: 'marquee.content' });
  return { event: dueAt(instant), dueAt };
};
const begun = () => [...room.publications.values()];

test('what was scheduled begins in the name of whoever scheduled it, in the same thread', async () => {
  const { event } = await scheduled();
  await room.save('one', news('Edited since'));
  await begin(event);
  expect(begun()).toMatchObject([
    {
      kind: 'publish',
      requestedBy: CALLER.name,
      correlationId: event.detail.metadata.correlationId,
      causationId: event.detail.metadata.eventId,
      items: [
        { itemId: 'one', version: 1, sequence: 1 },
        { itemId: 'other', version: 1, sequence: 1 },
      ],
      due: { instant: '2026-03-02T20:00:00.000Z', lateSeconds: 0 },
    },
  ]);
  expect((await room.readItem('one'))?.schedules).toBeUndefined();
});

test('an event that comes twice begins one publication', async () => {
  const { event } = await scheduled();
  await begin(event);
  const after = [...room.items];
  await begin(event);
  expect([begun().length, [...room.items]]).toEqual([1, after]);
  expect(lines).toEqual([['info', 'nothing is scheduled so any more']]);
});

test('an event that comes twice at once begins one publication, without a struggle', async () => {
  const { event } = await scheduled();
  let pauses = 0;
  const hurried = createBeginDuePublication({ ...room, log: () => undefined, pause: async () => void pauses++ });
  room.interfere(() => begin(event));
  await hurried(event);
  expect([begun().length, pauses]).toEqual([1, 1]);
});

test.each([
  ['2026-03-02T20:01:00.999Z', 0],
  ['2026-03-02T20:01:01.000Z', 61],
  ['2026-03-03T20:00:00.000Z', 86_400],
])('an event that came to the bus at %s began %i seconds late', async (ingestedAt, lateSeconds) => {
  const { dueAt } = await scheduled();
  await begin(dueAt(ingestedAt));
  expect(begun()[0]?.due?.lateSeconds).toBe(lateSeconds);
  expect(lines).toHaveLength(lateSeconds > 0 ? 1 : 0);
});

describe('what was changed meanwhile', () => {
  test('to another time is left to that time', async () => {
    const { event } = await scheduled();
    const later = await scheduled('publish', '2026-03-03T20:00');
    await begin(event);
    expect(begun()).toEqual([]);
    await begin(later.event);
    expect(begun()).toHaveLength(1);
  });

  test('is left out where it was called off, and the others begin', async () => {
    const { event } = await scheduled();
    await createCancelSchedule(room)({ id: 'one', kind: 'publish' }, CALLER);
    await begin(event);
    expect(begun()).toMatchObject([{ items: [{ itemId: 'other' }] }]);
  });

  test('does not come out of the trash', async () => {
    const { event } = await scheduled();
    for (const id of ['one', 'other']) await createTrashItem(room)({ id }, CALLER);
    await begin(event);
    expect(begun()).toEqual([]);
  });

  test('was published by hand: then it is not published once more', async () => {
    const { event } = await scheduled();
    await room.request('publish', ['one', 'other']);
    await begin(event);
    expect(begun()).toHaveLength(1);
  });
});

test('the end of what never became public comes to pass as well, and holds up nothing', async () => {
  const { event } = await scheduled('unpublish');
  await room.publish('one');
  await begin(event);
  expect(begun().at(-1)).toMatchObject({ kind: 'unpublish', items: [{ itemId: 'one' }, { itemId: 'other' }] });
  expect((await room.readItem('other'))?.schedules).toBeUndefined();
});

test('a moment from which on pages show something else begins a refresh, once', async () => {
  const { metadata, data } = publicationDueExample;
  const event = {
    ingestedAt: data.instant,
    detail: { metadata, data: { ...data, kind: 'refresh' as const, items: [] } },
  };
  await begin(event);
  await begin(event);
  expect(begun()).toMatchObject([
    { kind: 'refresh', items: [], requestedBy: 'marquee', causationId: metadata.eventId },
  ]);
});

test('the golden example of the event is read', () => {
  const ingestedAt = '2026-12-04T20:00:01Z';
  expect(DueEvent.parse({ ingestedAt, detail: publicationDueExample, more: 1 }).detail).toEqual(publicationDueExample);
});
