import { beforeEach, describe, expect, test } from 'vitest';
import { renderPage } from '../site/render-page.ts';
import { faq, NAVIGATION, news, person, picture, title } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createRenderDraft, RenderDraftInput } from './step.ts';

let room: Newsroom;
let draft: (id: string, data: object, more?: object) => ReturnType<ReturnType<typeof createRenderDraft>>;
beforeEach(async () => {
  room = newsroom();
  for (const number of [1, 2]) room.addAsset(number);
  await room.create('navigation', 'navigation', NAVIGATION);
  await room.create('title', 'lamps', title());
  await room.publish('navigation', 'lamps');
  const render = createRenderDraft({
    ...room.publishing,
    open: (manifest, { itemId, data }, now) =>
      room.open(manifest, {
        now,
        mediaUrl: (path) => `${path}?signed`,
        data: async (id, version) => (id === itemId ? data : room.load(id, version)),
      }),
    render: renderPage,
  });
  draft = async (id, data, more = {}) => render(RenderDraftInput.parse({ id, data, locale: 'en', ...more }));
});

test('the page shows what was never saved, with pictures that open, and nothing of it is kept', async () => {
  const before = JSON.stringify([await room.manifest(), [...room.routes], [...room.items]]);
  const written = new Set(room.files.keys());
  const { html, path, problems } = await draft('lamps', title({ logline: { en: 'Typed just now.' } }));
  expect([path, problems]).toEqual(['/titles/nine-lamps-out/', []]);
  expect(html).toContain('Typed just now.');
  expect(html).toContain('/media/content-1/frame-1280.jpg?signed');
  expect(JSON.stringify([await room.manifest(), [...room.routes], [...room.items]])).toBe(before);
  expect([...room.files.keys()].filter((key) => !written.has(key) && !key.startsWith('site/theme-'))).toEqual([]);
});

test('it says what keeps it from being public, as publishing would, and shows what it refers to all the same', async () => {
  await room.create('person', 'wren', person('Wren'));
  await room.create('news', 'one', news('One'));
  const credits = [{ person: { ref: 'wren' }, group: 'cast', role: { en: 'Keeper' } }];
  const drafted = await draft('lamps', title({ credits, logline: {}, keyArt: picture(1, { alt: { en: 'Lamps' } }) }));
  expect(drafted.html).toContain('Wren');
  expect(drafted.problems.map(({ field }) => field)).toEqual(['logline', 'credits.0.person.ref', 'keyArt.alt.es']);
  await room.save('lamps', title({ credits, logline: {}, keyArt: picture(1, { alt: { en: 'Lamps' } }) }));
  expect(await room.publish('lamps')).toEqual(drafted.problems);
});

test('it is looked at as of a moment: an embargo is over, an episode has opened', async () => {
  const until = { at: '2026-12-04T20:00', zone: 'Europe/London' };
  const data = title({
    embargoUntil: until,
    episodes: [{ number: 1, title: { en: 'The Dark' }, opens: until }],
  });
  const before = await draft('lamps', data);
  expect(before.problems.map(({ field }) => field)).toEqual(['embargoUntil']);
  expect(before.html).not.toContain('The Dark');
  const after = await draft('lamps', data, { asOf: '2026-12-04T20:00:00Z' });
  expect(after.problems).toEqual([]);
  expect(after.html).toContain('The Dark');
});

describe('what has no page of its own', () => {
  test('is shown where it belongs: a question among the others, the navigation around the beginning', async () => {
    await room.create('faq', 'when', faq());
    expect(await draft('when', faq('Is it dark?'))).toMatchObject({
      path: '/questions/',
      html: expect.stringContaining('Is it dark?'),
    });
    const named = { ...NAVIGATION, siteName: { en: 'Ten Lamps' }, home: { ref: 'lamps' } };
    expect(await draft('navigation', named)).toMatchObject({ path: '/', html: expect.stringContaining('Ten Lamps') });
  });

  test('in a language in which it has no name is shown in that language, and has no address there', async () => {
    await room.create('news', 'one', news('One'));
    const { html, path } = await draft('one', news('One'), { locale: 'es' });
    expect(html).toContain('<html lang="es"');
    expect(html).toContain('One, at length.');
    expect(path).toBeUndefined();
  });
});

test('what cannot be kept cannot be drafted, nor in a language that the site has not', async () => {
  await expect(draft('lamps', title({ logline: 'dark' }))).rejects.toMatchObject({ field: 'logline' });
  await expect(draft('none', title())).rejects.toMatchObject({ status: 404, field: 'id' });
  await expect(draft('lamps', title(), { locale: 'fr' })).rejects.toMatchObject({ status: 400, field: 'locale' });
  await expect(draft('lamps', title(), { asOf: 'soon' })).rejects.toThrow('asOf');
  await expect(draft('lamps', title(), { territory: 'Japan' })).rejects.toThrow('territory');
});
