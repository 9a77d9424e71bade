import { expect, test } from 'vitest';
import { NAVIGATION, person, picture, title } from '../testing/fixtures.ts';
import { newsroom } from '../testing/newsroom.ts';

test('x', async () => {
  const room = newsroom();
  room.addAsset(1);
  room.addAsset(2);
  await room.create('person', 'wren', person());
  await room.create(
    'title',
    'lamps',
    title({
      credits: [{ person: { ref: 'wren' }, group: 'cast', role: { en: 'Wren' } }],
      episodes: [
        { number: 1, title: { en: 'Sealed' }, opens: { at: '2026-03-05T20:00', zone: 'Europe/London' }, still: picture(2) },
      ],
    }),
  );
  await room.create('navigation', 'navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
  expect(await room.publish('lamps')).toMatchObject([{ field: 'credits.0.person.ref' }]);
  expect(await room.publish('wren', 'lamps', 'navigation')).toEqual([]);
  const page = await room.page('/');
  expect(page).toContain('lights go dark');
  console.log(room.made, [...room.schedules.keys()], room.written);
  room.clock.now = Date.parse('2026-03-05T21:00:00Z');
  await room.refresh();
  expect(await room.page('/')).toContain('content-2');
});
