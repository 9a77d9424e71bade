import { beforeEach, expect, test } from 'vitest';
import { CALLER, news, picture } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createTrashItem } from '../trash-item/step.ts';
import { createRestoreRevision, RestoreRevisionInput } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  room.addAsset(1);
  await room.create('news', 'one', news('First', { picture: picture(1) }));
  await room.save('one', news('Second'));
});
const restore = (version: number, ifMatch: string, id = 'one') =>
  createRestoreRevision(room)(RestoreRevisionInput.parse({ id, version, ifMatch }), CALLER);

test('the data of an earlier version is kept as the newest one, and what came since stays', async () => {
  const data = news('First', { picture: picture(1) });
  expect(await restore(1, '"2"')).toMatchObject({ version: 3, names: { en: 'First' }, data });
  expect(await room.readRevision('one', 3)).toMatchObject({ data, restoredFrom: 1 });
  expect((await room.readRevision('one', 2))?.data).toEqual(news('Second'));
  expect(room.audit.at(-1)).toMatchObject({ action: 'restored-revision', version: 3, details: { restoredFrom: 1 } });
});

test('twice, the second time is refused and the item is as after the first', async () => {
  await restore(1, '"2"');
  const item = await room.readItem('one');
  await expect(restore(1, '"2"')).rejects.toMatchObject({ status: 412, code: 'version-conflict' });
  expect(await room.readItem('one')).toEqual(item);
});

test('a version cannot come back that refers to what is not there any more', async () => {
  room.addAsset(1, { state: 'removed' });
  await expect(restore(1, '"2"')).rejects.toMatchObject({ code: 'asset-removed', field: 'picture.asset' });
});

test('a version or an item that is not there is not found, and one in the trash is left there', async () => {
  await expect(restore(9, '"2"')).rejects.toMatchObject({ status: 404, code: 'no-such-revision', field: 'version' });
  await expect(restore(1, '"1"', 'none')).rejects.toMatchObject({ status: 404 });
  await createTrashItem(room)({ id: 'one' }, CALLER);
  await expect(restore(1, '"2"')).rejects.toMatchObject({ status: 409, code: 'trashed' });
});
