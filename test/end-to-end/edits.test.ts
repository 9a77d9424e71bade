import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '../../cli/sign-in.ts';
import { NAVIGATION, type Newsroom, news, startNewsroom } from './newsroom.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
  await room.create('navigation', 'navigation', NAVIGATION);
});
afterAll(() => room?.stop());

const CROWD = 100;

test('of a hundred edits at once none is lost silently, and the last publication is what is served', async () => {
  await room.create('news', 'crowd', news('Nobody'));
  const saved: number[] = [];
  const edit = async (editor: number, seen: number): Promise<number | undefined> => {
    const data = news(`Editor ${editor}`);
    const { status, body } = await room.call('PUT', '/content/crowd', { data }, { 'if-match': `"${seen}"` });
    if (status === 200) {
      saved.push(body.version as number);
      return undefined;
    }
    expect([status, body.error]).toMatchObject([412, { yours: { version: seen, data }, current: { data: {} } }]);
    return (body.error as { current: { version: number } }).current.version;
  };
  const all = Array.from({ length: CROWD }, (_, editor) => editor);
  const refused = (
    await Promise.all(all.map(async (editor) => ((await edit(editor, 1)) === undefined ? [] : [editor])))
  ).flat();
  expect(refused).toHaveLength(CROWD - 1);
  // Each takes up what is there by now and saves again, three at a time.
  const waiting = refused.values();
  const again = async (): Promise<void> => {
    for (const editor of waiting) {
      for (let seen: number | undefined = saved.length + 1; seen !== undefined; ) seen = await edit(editor, seen);
    }
  };
  await Promise.all([again(), again(), again()]);
  expect(saved.toSorted((one, other) => one - other)).toEqual(Array.from({ length: CROWD }, (_, index) => index + 2));
  const versions: string[] = [];
  let next: unknown;
  do {
    const page = await room.must('GET', `/content/crowd/revisions?limit=100${next ? `&next=${next}` : ''}`);
    const read = (page.revisions as { version: number }[]).map(({ version }) =>
      room.must('GET', `/content/crowd/revisions/${version}`),
    );
    versions.push(...(await Promise.all(read)).map(({ data }) => (data as { headline: { en: string } }).headline.en));
    next = page.next;
  } while (next);
  expect(new Set(versions).size).toBe(CROWD + 1);
  expect(versions.at(-1)).toBe('Nobody');

  const ids = await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const version = CROWD + 1 - (9 - index);
      const { publicationId } = await room.must('POST', '/content/crowd/publications', { kind: 'publish', version });
      return String(publicationId);
    }),
  );
  const publications = await Promise.all(ids.map((id) => room.settled(id)));
  expect(publications.map(({ state }) => state)).toEqual(ids.map(() => 'live'));
  const item = await room.must('GET', '/content/crowd');
  const { entries } = await room.must('GET', '/content/crowd/history?limit=100');
  const asked = (entries as { action: string; version: number }[]).filter(
    ({ action }) => action === 'asked-to-publish',
  );
  expect(item.publishedVersion).toBe(asked[0]?.version);
  const served = versions[CROWD + 1 - Number(item.publishedVersion)];
  expect((await room.page(`/news/${(item.slugs as { en: string }).en}/`)).text).toContain(`${served}, at length.`);
}, 120_000);

describe('an edit that cannot be kept is refused with the field, and nothing is kept of it', () => {
  const refusals: [string, string, object, [number, string, string]][] = [
    ['an unknown field', 'news', { ...news('A'), colour: 'red' }, [400, 'invalid-input', '']],
    ['a wrong type', 'news', { ...news('A'), headline: 7 }, [400, 'invalid-input', 'headline']],
    [
      'a text of a megabyte',
      'news',
      { ...news('A'), body: { en: 'x'.repeat(2 ** 20) } },
      [400, 'invalid-input', 'body.en'],
    ],
    [
      'a language that is none',
      'news',
      { ...news('A'), summary: { english: 'x' } },
      [400, 'invalid-input', 'summary.english'],
    ],
    [
      'a time that the clocks skip',
      'news',
      { ...news('A'), dated: { at: '2027-03-28T01:30', zone: 'Europe/London' } },
      [400, 'invalid-input', 'dated.at'],
    ],
    [
      'a day that the calendar has not',
      'news',
      { ...news('A'), embargoUntil: { at: '2027-02-30T01:30', zone: 'Europe/London' } },
      [400, 'invalid-input', 'embargoUntil.at'],
    ],
    [
      'a zone that is none',
      'news',
      { ...news('A'), dated: { at: '2027-03-01T01:30', zone: 'Carrow/Rock' } },
      [400, 'invalid-input', 'dated.zone'],
    ],
    [
      'a script for a link',
      'person',
      { name: { en: 'A' }, links: [{ label: { en: 'A' }, url: 'javascript:alert(1)' }] },
      [400, 'invalid-input', 'links.0.url'],
    ],
    [
      'an item that is not there',
      'news',
      { ...news('A'), about: { ref: 'nowhere' } },
      [400, 'no-such-item', 'about.ref'],
    ],
    [
      'an item of another type',
      'news',
      { ...news('A'), about: { ref: 'navigation' } },
      [400, 'wrong-type', 'about.ref'],
    ],
    [
      'an asset that is not there',
      'news',
      { ...news('A'), picture: { asset: '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10', alt: { en: 'A' } } },
      [400, 'no-such-asset', 'picture.asset'],
    ],
    ['a second navigation', 'navigation', NAVIGATION, [409, 'one-navigation', 'id']],
  ];
  test.each(refusals)('%s', async (_, type, data, [status, code, field]) => {
    const before = (await room.must('GET', '/content?limit=100')).items;
    const answer = await room.call('POST', '/content', { type, data });
    expect([answer.status, answer.body.error]).toMatchObject([status, { code }]);
    const { field: named = '', message } = answer.body.error as { field?: string; message: string };
    expect([named, message]).toEqual([field, expect.stringMatching(/\w/)]);
    expect((await room.must('GET', '/content?limit=100')).items).toEqual(before);
  });

  test('an asset that was removed', async () => {
    const picture = await room.picture();
    await room.request('DELETE', `/assets/${picture.asset}`);
    await room.ended('removeasset', picture.asset);
    const { status, body } = await room.call('POST', '/content', { type: 'news', data: news('A', { picture }) });
    expect([status, body.error]).toMatchObject([409, { code: 'asset-removed', field: 'picture.asset' }]);
  });

  test('a title that would be part of itself', async () => {
    const name = { en: 'Part' };
    await room.create('title', 'one', { name });
    await room.create('title', 'two', { name: { en: 'Two' }, partOf: { ref: 'one' } });
    const { status, body } = await room.call(
      'PUT',
      '/content/one',
      { data: { name, partOf: { ref: 'two' } } },
      { 'if-match': '"1"' },
    );
    expect([status, body.error]).toMatchObject([
      409,
      { code: 'reference-loop', field: 'partOf.ref', message: 'partOf.ref: one → two → one goes round in a circle.' },
    ]);
  });

  test('an edit that does not say which version it saw', async () => {
    const { status, body } = await room.call('PUT', '/content/one', { data: { name: { en: 'A' } } });
    expect([status, body.error]).toMatchObject([
      400,
      { field: 'ifMatch', message: expect.stringContaining('If-Match') },
    ]);
  });
});

test('earlier versions can be compared and brought back, and stay', async () => {
  await room.create('news', 'past', news('Before'));
  await room.save('past', 1, news('After', { byline: 'Ada' }));
  const { changes } = await room.must('GET', '/content/past/diff');
  expect(changes).toContainEqual({ field: 'headline.en', before: 'Before', after: 'After' });
  expect(changes).toContainEqual({ field: 'byline', after: 'Ada' });
  const restored = await room.must('POST', '/content/past/revisions/1/restore', undefined, { 'if-match': '"2"' });
  expect(restored).toMatchObject({ version: 3, data: news('Before') });
  expect(await room.must('GET', '/content/past/revisions/2')).toMatchObject({ data: { byline: 'Ada' } });
});

test('items are listed page by page, by type, state and words', async () => {
  for (const number of [1, 2, 3])
    await room.create('faq', `asked-${number}`, { question: { en: `Où est la lampe ${number}?` } });
  const found: string[] = [];
  let next: unknown;
  do {
    const page = await room.must('GET', `/content?type=faq&q=lampe+ou&limit=2${next ? `&next=${next}` : ''}`);
    found.push(...(page.items as { itemId: string }[]).map(({ itemId }) => itemId));
    next = page.next;
  } while (next);
  expect(found).toEqual(['asked-3', 'asked-2', 'asked-1']);
  expect((await room.must('GET', '/content?type=faq&state=published')).items).toEqual([]);
});

describe('who may do what', () => {
  const ROUTES: [string, string, object | undefined, readonly string[]][] = [
    ['POST', '/content', { type: 'faq', data: { question: { en: 'A' } } }, ['editor', 'admin']],
    ['GET', '/content', undefined, ['editor', 'publisher', 'admin']],
    ['GET', '/content/navigation', undefined, ['editor', 'publisher', 'admin']],
    ['PUT', '/content/navigation', { data: {} }, ['editor', 'admin']],
    ['DELETE', '/content/nowhere', undefined, ['editor', 'admin']],
    ['POST', '/content/nowhere/restore', {}, ['editor', 'admin']],
    ['GET', '/content/navigation/history', undefined, ['editor', 'publisher', 'admin']],
    ['GET', '/content/navigation/revisions', undefined, ['editor', 'publisher', 'admin']],
    ['GET', '/content/navigation/revisions/1', undefined, ['editor', 'publisher', 'admin']],
    ['POST', '/content/nowhere/revisions/1/restore', {}, ['editor', 'admin']],
    ['GET', '/content/navigation/diff', undefined, ['editor', 'publisher', 'admin']],
    ['POST', '/content/nowhere/preview', {}, ['editor', 'publisher', 'admin']],
    ['POST', '/content/nowhere/publications', { kind: 'publish' }, ['publisher', 'admin']],
    ['POST', '/content/publications', { kind: 'publish', items: [{ itemId: 'nowhere' }] }, ['publisher', 'admin']],
    ['GET', '/content/publications/6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10', undefined, ['editor', 'publisher', 'admin']],
    [
      'PUT',
      '/content/nowhere/schedules/publish',
      { at: '2030-01-01T00:00', zone: 'Europe/London' },
      ['publisher', 'admin'],
    ],
    [
      'POST',
      '/content/schedules',
      { kind: 'publish', at: '2030-01-01T00:00', zone: 'Europe/London', items: [{ itemId: 'nowhere' }] },
      ['publisher', 'admin'],
    ],
    ['DELETE', '/content/nowhere/schedules/publish', undefined, ['publisher', 'admin']],
    ['POST', '/content/rebuild', {}, ['admin']],
  ];
  test.each(ROUTES)('%s %s', async (method, path, body, allowed) => {
    for (const user of ['editor', 'publisher', 'operator', 'admin']) {
      const bearer = await signIn(room.connection, user);
      const { status } = await room.request(method, path, { body, bearer });
      expect([user, status !== 403], `${method} ${path}`).toEqual([user, allowed.includes(user)]);
    }
    expect((await room.request(method, path, { body, bearer: '' })).status).toBe(401);
  });
});
