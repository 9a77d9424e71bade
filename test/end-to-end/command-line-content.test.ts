import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from './command-line.ts';
import { NAVIGATION, news } from './newsroom.ts';
import { shade } from './pictures.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let folder: string;
let marquee: ReturnType<typeof commandLine>['marquee'];
let asJson: ReturnType<typeof commandLine>['asJson'];
beforeAll(async () => {
  system = await startSystem();
  folder = mkdtempSync(join(tmpdir(), 'marquee-content-'));
  ({ marquee, asJson } = commandLine(system.runtime.awsUrl, folder));
  mkdirSync(join(folder, 'launch', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'launch', 'assets', 'lamp.jpg'), await shade(3, 640, 400));
});
afterAll(async () => {
  await system?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, type: string, data: object, more: object = {}): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), JSON.stringify({ type, data, ...more }));
};
const lamp = { asset: 'file:lamp.jpg', alt: { en: 'A lamp', es: 'Una lámpara' } };
const status = async (path: string): Promise<number> => (await fetch(`${system.runtime.siteUrl}${path}`)).status;

test('a folder is imported with the pictures beside it, and published, whatever its files are called', async () => {
  write('launch/a-news/first-light.json', 'news', {
    ...news('First light'),
    picture: lamp,
    about: { ref: 'the-series' },
  });
  write('launch/b-title/the-series.json', 'title', {
    kind: 'series',
    name: { en: 'The series', es: 'La serie' },
    logline: { en: 'Nine lamps.', es: 'Nueve faros.' },
    keyArt: lamp,
    credits: [{ person: { ref: 'ada' }, group: 'crew', role: { en: 'Directed by' } }],
  });
  write('launch/c-person/ada.json', 'person', { name: { en: 'Ada' } });
  write('launch/navigation.json', 'navigation', { ...NAVIGATION, home: { ref: 'the-series' } });
  const { code, out, err } = await marquee('content', 'import', 'launch', '--publish');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(
    /^ITEM\s+OUTCOME\s+VERSION\nada\s+created\s+1\nthe-series\s+created\s+1\nfirst-light\s+created\s+1\n/,
  );
  expect(out).toMatch(/Public: ada \(version 1\), the-series \(version 1\), .* in version 1 of the site\./);
  for (const path of ['/', '/es/', '/news/first-light/', '/people/ada/']) expect(await status(path), path).toBe(200);
  const again = await asJson<{ items: { outcome: string }[]; publications: unknown[] }>('content', 'import', 'launch');
  expect(again.items.map(({ outcome }) => outcome)).toEqual(Array(4).fill('unchanged'));
  expect(again.publications).toEqual([]);
});

test('an item is put, changed, looked at, compared, published, restored, and each is in its history', async () => {
  write('second.json', 'news', news('Second light'));
  expect((await marquee('content', 'put', 'second.json')).out).toMatch(/second\s+created\s+1/);
  expect(await status('/news/second-light/')).toBe(404);
  expect((await marquee('content', 'publish', 'second')).out).toMatch(/^Public: second \(version 1\), in version \d+/);
  expect(await status('/news/second-light/')).toBe(200);

  write('second.json', 'news', { ...news('Second light'), byline: 'Petra Quillon' });
  expect((await marquee('content', 'put', 'second.json')).out).toMatch(/second\s+changed\s+2/);
  const listed = await asJson<{ itemId: string; state: string }[]>('content', 'list', '--query', 'second LIGHT');
  expect(listed).toMatchObject([{ itemId: 'second', state: 'changed', version: 2, publishedVersion: 1 }]);
  expect((await marquee('content', 'list', '--state', 'changed')).out).toMatch(
    /second\s+news\s+changed\s+2\s+1\s+\S+ \S+\s+Second light\n$/,
  );
  expect((await marquee('content', 'list', '--type', 'gallery')).out).toMatch(/^No item fits\./);

  expect((await marquee('content', 'diff', 'second')).out).toBe('Version 1 → 2\nbyline\n  + Petra Quillon\n');
  expect((await marquee('content', 'diff', 'second', '--from', '2', '--to', '2')).out).toBe(
    'Versions 2 and 2 are alike.\n',
  );

  const got = await marquee('content', 'get', 'second');
  expect(JSON.parse(got.out)).toEqual(
    JSON.parse(readFileSync(join(folder, 'second.json'), 'utf8').replace('{', '{"itemId":"second",')),
  );
  writeFileSync(join(folder, 'got.json'), got.out);
  expect((await marquee('content', 'put', 'got.json')).out).toMatch(/second\s+unchanged\s+2/);
  expect(JSON.parse((await marquee('content', 'get', 'second', '--version', '1')).out).data).not.toHaveProperty(
    'byline',
  );

  expect((await marquee('content', 'restore', 'second', '--version', '1')).out).toBe(
    'second is at version 3, changed.\n',
  );
  expect((await marquee('content', 'diff', 'second')).out).toBe('Versions 1 and 3 are alike.\n');
  const notTrashed = await marquee('content', 'restore', 'second');
  expect([notTrashed.code, notTrashed.err]).toEqual([2, expect.stringContaining('second is not in the trash')]);

  expect((await marquee('content', 'publish', 'second', '--unpublish')).out).toMatch(/^Not public any more: second/);
  expect(await status('/news/second-light/')).toBe(410);

  const history = await asJson<{ action: string; by: string }[]>('content', 'history', 'second');
  expect(history.map(({ action, by }) => `${by} ${action}`)).toEqual([
    'publisher unpublished',
    'publisher asked-to-unpublish',
    'editor restored-revision',
    'editor saved',
    'publisher published',
    'publisher asked-to-publish',
    'editor created',
  ]);
  expect((await marquee('content', 'history', 'second')).out).toMatch(/^AT\s+ACTION\s+VERSION\s+BY\s+DETAILS\n/);
});

test('a publication is scheduled by the clocks of a place, and called off', async () => {
  write('third.json', 'news', news('Third light'));
  await marquee('content', 'put', 'third.json');
  const scheduled = await marquee(
    'content',
    'schedule',
    'third',
    '--at',
    '2031-12-04T20:00',
    '--zone',
    'Europe/Madrid',
  );
  expect([scheduled.code, scheduled.err]).toEqual([0, '']);
  expect(scheduled.out).toBe('Public from 2031-12-04, 20:00 in Europe/Madrid (2031-12-04T19:00:00.000Z): third.\n');
  const [item] = await asJson<{ schedules: object }[]>('content', 'list', '--query', 'third');
  expect(item?.schedules).toMatchObject({ publish: { at: '2031-12-04T20:00', zone: 'Europe/Madrid', version: 1 } });
  expect((await marquee('content', 'schedule', 'third', '--cancel')).out).toBe('Called off: third.\n');
  const [after] = await asJson<{ schedules?: object }[]>('content', 'list', '--query', 'third');
  expect(after?.schedules).toBeUndefined();
});

test('a preview’s link shows a draft to whoever has it', async () => {
  write('fourth.json', 'news', news('Fourth light'));
  await marquee('content', 'put', 'fourth.json');
  const { links } = await asJson<{ links: { locale: string; url: string }[] }>('content', 'preview', 'fourth');
  expect(links.map(({ locale }) => locale)).toEqual(['en']);
  expect(await (await fetch(links[0]?.url ?? '')).text()).toContain('Fourth light');
});

test('what is exported into a folder is imported without changing anything', async () => {
  const { code, out } = await marquee('content', 'export', 'copy');
  expect([code, out]).toEqual([0, '7 items are in copy.\n']);
  const text = readFileSync(join(folder, 'copy', 'news', 'first-light.json'), 'utf8');
  expect(JSON.parse(text)).toEqual({ type: 'news', data: expect.objectContaining({ picture: lamp }) });
  const { items } = await asJson<{ items: { itemId: string; outcome: string }[] }>('content', 'import', 'copy');
  expect(items).toHaveLength(7);
  expect(items.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
});

test('a rebuild makes every page anew', async () => {
  expect((await marquee('content', 'rebuild')).out).toMatch(/^Every page is new, in version \d+ of the site\.\n$/);
});

describe('what cannot be carried out says what, in which file and which field', () => {
  const refused = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await marquee('content', ...args);
    expect(out).toBe('');
    return `${code} ${err}`;
  };

  test.each([
    ['an unknown field', 'news', { ...news('Bad'), colour: 'red' }, /^1 bad\.json: .*"?colour/],
    ['a field of another type', 'news', { ...news('Bad'), headline: 7 }, /^1 bad\.json: headline: .*expected/],
    [
      'a field far inside',
      'title',
      { name: { en: 'Bad' }, episodes: [{ number: 0 }] },
      /^1 bad\.json: episodes\.0\.number: /,
    ],
    ['a type that is none', 'newz', {}, /^1 bad\.json: type: expected one of title, news/],
    [
      'a file that the library has not',
      'news',
      { ...news('Bad'), picture: { ...lamp, asset: 'file:none.jpg' } },
      /^2 bad\.json: the library has no file none\.jpg/,
    ],
    [
      'an asset that is no id',
      'news',
      { ...news('Bad'), picture: { ...lamp, asset: 'none.jpg' } },
      /^1 bad\.json: picture\.asset: expected the id of an asset/,
    ],
    [
      'an item that is not there',
      'news',
      { ...news('Bad'), about: { ref: 'nobody' } },
      /^1 bad\.json: about\.ref: there is no item nobody/,
    ],
    [
      'an item of another type',
      'news',
      { ...news('Bad'), about: { ref: 'ada' } },
      /^1 bad\.json: about\.ref: ada is a person; expected a title/,
    ],
    [
      'an address that is taken',
      'news',
      { ...news('Bad'), slugs: { en: 'first-light' } },
      /^1 bad\.json: .*first-light in en/,
    ],
  ])('%s', async (_, type, data, reason) => {
    write('bad.json', type, data);
    expect(await refused('put', 'bad.json')).toMatch(reason);
  });

  test('a file that is no item', async () => {
    writeFileSync(join(folder, 'bad.json'), '{ "type": ');
    expect(await refused('put', 'bad.json')).toMatch(/^2 bad\.json: .*JSON/);
    write('bad.json', 'news', {}, { slug: 'x' });
    expect(await refused('put', 'bad.json')).toMatch(/^2 bad\.json: slug: a file has type, data/);
    expect(await refused('import', 'nowhere')).toMatch(/^2 nowhere: there is no such file or folder/);
  });

  test('a publication that is refused leaves the site as it was, and ends with 1', async () => {
    write('bare.json', 'news', { headline: { en: 'Bare' } });
    await marquee('content', 'put', 'bare.json');
    const { code, out } = await marquee('content', 'publish', 'bare');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^Not published: bare \(version 1\)\. The site is as it was\.\n {2}bare · summary: .*\n {2}bare · body: /,
    );
  });

  test.each([
    [['fly'], /content takes one of list, get, put/],
    [[], /not nothing/],
    [['put'], /Usage: .*content put FILE/],
    [['get'], /Usage: .*content get ID/],
    [['get', 'a', 'b'], /Usage: .*content get ID/],
    [['publish', 'a', 'b', '--version', '1'], /--version is for one item/],
    [['publish', 'a', '--version', 'x'], /--version takes the number of a version, not x/],
    [['schedule', 'a', '--at', '2031-12-04T20:00'], /--at takes a local time .* and --zone its place/],
    [['list', '--limit', 'x'], /--limit takes a whole number/],
  ])('%j', async (args, reason) => {
    expect(await refused(...args)).toMatch(reason);
  });

  test('an item that is not there', async () => {
    expect(await refused('get', 'nobody')).toBe('1 There is no item nobody.\n');
    expect(await refused('publish', 'nobody')).toBe('1 There is no item nobody.\n');
  });
});
