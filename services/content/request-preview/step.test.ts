import { beforeEach, expect, test } from 'vitest';
import { openEdge } from '../testing/edge.ts';
import { CALLER, faq, news, person } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createTrashItem } from '../trash-item/step.ts';
import { createRequestPreview, RequestPreviewInput } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  await room.create('person', 'wren', person());
});
const ask = (input: object) =>
  createRequestPreview({ ...room, origin: 'https://example.com', signingKey: async () => 'a key' })(
    RequestPreviewInput.parse(input),
    CALLER,
  );

test('there is a link for each language of the item, which the edge opens until it ends', async () => {
  const { links, expiresAt, version } = await ask({ id: 'wren', hours: '2' });
  expect([version, expiresAt]).toEqual([1, '2026-03-01T11:00:00.000Z']);
  expect(links.map(({ locale }) => locale)).toEqual(['en', 'es']);
  const edge = await openEdge(new Map([['signing-key', 'a key']]), room.clock);
  for (const { locale, url } of links) expect(await edge(url)).toBe(`= /previews/wren/1/${locale}.html`);
  room.clock.now = Date.parse(expiresAt);
  for (const { url } of links) expect(await edge(url)).toBe('403');
});

test('a preview is noted in the history, from where it is announced, and the item is as it was', async () => {
  const before = await room.readItem('wren');
  const { correlationId, expiresAt } = await ask({ id: 'wren' });
  expect(expiresAt).toBe('2026-03-02T09:00:00.000Z');
  expect(room.audit.at(-1)).toMatchObject({ action: 'previewed', version: 1, correlationId, details: { expiresAt } });
  expect(await room.readItem('wren')).toEqual({ ...before, writes: 2 });
});

test('asked twice, the links are the same', async () => {
  const [one, other] = [await ask({ id: 'wren' }), await ask({ id: 'wren' })];
  expect(other.links).toEqual(one.links);
});

test('an earlier version can be looked at', async () => {
  await room.save('wren', person('Edited'));
  expect((await ask({ id: 'wren', version: 1 })).links[0]?.url).toContain('/preview/wren/1/en/?expires=');
});

test('a refusal names what is wrong', async () => {
  await room.create('faq', 'when', faq());
  await room.create('news', 'old', news());
  await createTrashItem(room)({ id: 'old' }, CALLER);
  const refused = (input: object, error: object) => expect(ask(input)).rejects.toMatchObject(error);
  await refused({ id: 'none' }, { status: 404, code: 'no-such-item', field: 'id' });
  await refused({ id: 'old' }, { status: 409, code: 'trashed', field: 'id' });
  await refused({ id: 'when' }, { status: 409, code: 'no-page', field: 'id' });
  await refused({ id: 'wren', version: 2 }, { status: 400, code: 'no-such-revision', field: 'version' });
  for (const hours of [0, 169, 'ever'])
    expect(RequestPreviewInput.safeParse({ id: 'wren', hours }).success).toBe(false);
});
