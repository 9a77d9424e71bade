import { beforeEach, describe, expect, test } from 'vitest';
import type { SiteManifest } from '../site/manifest.ts';
import { renderPage } from '../site/render-page.ts';
import { CALLER, faq, NAVIGATION, news, person, picture, title } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createTrashItem } from '../trash-item/step.ts';
import { createRenderPreview, NothingToPreviewError, RenderPreviewInput } from './step.ts';

const expiresAt = '2026-03-02T09:00:00.000Z';
let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  for (const number of [1, 2]) room.addAsset(number);
  await room.create('navigation', 'navigation', NAVIGATION);
  await room.publish('navigation');
  await room.create('person', 'wren', person('Wren', { portrait: picture(2) }));
  const credits = [{ person: { ref: 'wren' }, group: 'cast', role: { en: 'Keeper' } }];
  await room.create('title', 'lamps', title({ credits }));
  await room.create('news', 'one', news('One', { about: { ref: 'lamps' } }));
});

const render = (itemId: string, version = 1) =>
  createRenderPreview({
    ...room.publishing,
    open: (manifest: SiteManifest, until: number) =>
      room.open(manifest, { mediaUrl: (path) => `${path}?until=${new Date(until).toISOString()}` }),
    render: renderPage,
  })({ itemId, version, expiresAt });
const preview = (path: string): string => String(room.files.get(`previews/${path}.html`)?.body);

test('each language of the item has its page, which only the links lead to', async () => {
  const before = [await room.manifest(), [...room.routes]];
  expect(await render('lamps')).toEqual({ locales: ['en', 'es'] });
  expect(preview('lamps/1/en')).toContain('The lights go dark.');
  expect(preview('lamps/1/es')).toContain('Las luces se apagan.');
  expect(room.files.get('previews/lamps/1/en.html')?.caching).toBe('private');
  expect([await room.manifest(), [...room.routes]]).toEqual(before);
});

test('the page says that it is a preview, keeps search engines away and opens its pictures until it ends', async () => {
  await render('lamps');
  expect(preview('lamps/1/en')).toContain('noindex');
  expect(preview('lamps/1/en')).toContain(`/media/content-1/frame-1280.jpg?until=${expiresAt}`);
});

describe('what an item refers to', () => {
  test('is shown although it is not public', async () => {
    await render('lamps');
    expect(preview('lamps/1/en')).toContain('Wren');
    await render('one');
    expect(preview('one/1/en')).toContain('Nine Lamps Out');
  });

  test('is shown as it is public where it is, not as it was edited since', async () => {
    await room.publish('wren');
    await room.save('wren', person('Edited'));
    await render('lamps');
    expect(preview('lamps/1/en')).not.toContain('Edited');
  });

  test('is left out where it is in the trash', async () => {
    await createTrashItem(room)({ id: 'wren' }, CALLER);
    await render('lamps');
    expect(preview('lamps/1/en')).not.toContain('Wren');
  });
});

test('the version that was asked for is shown, whatever is public or was written since', async () => {
  await room.publish('wren', 'lamps');
  await room.save('lamps', title({ logline: { en: 'Second.' } }));
  await room.save('lamps', title({ logline: { en: 'Third.' } }));
  await render('lamps', 2);
  expect(preview('lamps/2/en')).toContain('Second.');
});

test('twice makes the same as once', async () => {
  await render('lamps');
  const once = new Map(room.files);
  await render('lamps');
  expect(room.files).toEqual(once);
});

test('what is not there, or has no page of its own, cannot be previewed', async () => {
  await room.create('faq', 'when', faq());
  for (const [id, version] of [
    ['none', 1],
    ['lamps', 2],
    ['when', 1],
  ] as const)
    await expect(render(id, version)).rejects.toThrow(NothingToPreviewError);
  expect(RenderPreviewInput.safeParse({ itemId: 'lamps', version: 1 }).success).toBe(false);
});
