import { beforeEach, describe, expect, test } from 'vitest';
import { stateOf } from '../item.ts';
import { CALLER, news } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createTrashItem } from '../trash-item/step.ts';
import { createSchedulePublication, SchedulePublicationInput } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  for (const id of ['one', 'other']) await room.create('news', id, news(id));
});
const when = { at: '2026-12-04T20:00', zone: 'America/New_York' };
const schedule = (input: object) =>
  createSchedulePublication(room)(SchedulePublicationInput.parse({ kind: 'publish', ...when, ...input }), CALLER);

test('the clock is wound for the moment of the place, and the items say so', async () => {
  const { scheduleId, instant, correlationId } = await schedule({ items: [{ itemId: 'one' }, { itemId: 'other' }] });
  expect(instant).toBe('2026-12-05T01:00:00.000Z');
  expect([...room.schedules]).toMatchObject([
    [
      `publish-${scheduleId}`,
      {
        instant,
        detail: {
          metadata: { eventId: scheduleId, correlationId, causationId: CALLER.requestId },
          data: {
            scheduleId,
            kind: 'publish',
            items: [
              { itemId: 'one', version: 1 },
              { itemId: 'other', version: 1 },
            ],
          },
        },
      },
    ],
  ]);
  const item = await room.readItem('other');
  expect(item?.schedules?.publish).toEqual({ scheduleId, ...when, instant, version: 1, by: CALLER.name });
  expect(item && stateOf(item)).toBe('scheduled');
  expect(room.audit.at(-1)).toMatchObject({
    action: 'scheduled',
    correlationId,
    details: { kind: 'publish', ...when },
  });
});

test('the version of now is what is scheduled, or an earlier one that is named', async () => {
  await room.save('one', news('Edited'));
  expect(await schedule({ id: 'one' })).toMatchObject({ items: [{ schedules: { publish: { version: 2 } } }] });
  expect(await schedule({ id: 'one', version: 1 })).toMatchObject({
    items: [{ schedules: { publish: { version: 1 } } }],
  });
});

test('scheduled once more, the former schedule gives way; one of the other kind stays', async () => {
  const former = await schedule({ id: 'one' });
  const end = await schedule({ id: 'one', kind: 'unpublish', at: '2026-12-31T00:00' });
  const later = await schedule({ id: 'one', at: '2026-12-05T20:00' });
  expect([...room.schedules.keys()]).toEqual([`unpublish-${end.scheduleId}`, `publish-${later.scheduleId}`]);
  expect(former.scheduleId).not.toBe(later.scheduleId);
  expect((await room.readItem('one'))?.schedules).toMatchObject({
    publish: { scheduleId: later.scheduleId },
    unpublish: { scheduleId: end.scheduleId },
  });
});

test('an edit in between is kept, and what was scheduled is the version of then', async () => {
  room.interfere(() => room.save('one', news('Edited')));
  await schedule({ id: 'one' });
  expect(await room.readItem('one')).toMatchObject({ version: 2, names: { en: 'Edited' }, schedules: { publish: {} } });
});

test('a clock that cannot be wound leaves the item as it was', async () => {
  const broken = createSchedulePublication({ ...room, scheduleEvent: () => Promise.reject(new Error('no clocks')) });
  const input = SchedulePublicationInput.parse({ kind: 'publish', id: 'one', ...when });
  await expect(broken(input, CALLER)).rejects.toThrow('no clocks');
  expect((await room.readItem('one'))?.schedules).toBeUndefined();
});

describe('a refusal says what is wrong, and then nothing is scheduled', () => {
  const refused = async (input: object, error: object): Promise<void> => {
    await expect(schedule(input)).rejects.toMatchObject(error);
    expect(room.schedules.size).toBe(0);
  };

  test('a moment that is past', () =>
    refused({ id: 'one', at: '2026-03-01T04:00' }, { status: 400, code: 'in-the-past', field: 'at' }));

  test('an item that is not there', () => refused({ id: 'none' }, { status: 404, code: 'no-such-item', field: 'id' }));

  test('a version that the item does not have', () =>
    refused({ id: 'one', version: 9 }, { status: 400, code: 'no-such-revision', field: 'version' }));

  test('an item that is named twice', () =>
    refused({ items: [{ itemId: 'one' }, { itemId: 'one' }] }, { status: 400, code: 'twice', field: 'items' }));

  test('an item in the trash', async () => {
    await createTrashItem(room)({ id: 'one' }, CALLER);
    await refused({ id: 'one' }, { status: 409, code: 'trashed', field: 'id' });
  });

  test.each([
    [{ id: 'one', at: '2026-12-04T20:00Z' }, 'at'],
    [{ id: 'one', at: '2026-02-30T20:00' }, 'at'],
    [{ id: 'one', at: '2027-03-14T02:30' }, 'at'],
    [{ id: 'one', zone: '+01:00' }, 'zone'],
    [{ id: 'one', zone: 'America/Atlantis' }, 'zone'],
    [{}, 'items'],
    [{ id: 'one', items: [{ itemId: 'other' }] }, 'items'],
    [{ items: [{ itemId: 'other' }], version: 1 }, 'items'],
    [{ id: 'one', kind: 'refresh' }, 'kind'],
  ])('input that does not fit: %j', (input, field) => {
    const parsed = SchedulePublicationInput.safeParse({ kind: 'publish', ...when, ...input });
    expect(parsed.error?.issues[0]?.path).toEqual([field]);
  });
});
