import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi } from '../../cli/api.ts';
import { stampAssembly } from '../../cli/assembly.ts';
import { allItems, type Item } from '../../cli/content/api.ts';
import { allAssets } from '../../cli/content/asset-names.ts';
import { demoArtwork } from '../../cli/seed/artwork/artwork.ts';
import { drawFilm } from '../../cli/seed/artwork/trailer-film.ts';
import { demoItems } from '../../cli/seed/content.ts';
import { ROOT } from '../../infra/build/folders.ts';
import { type RuntimeProcess, startProcess } from '../chaos/runtime-process.ts';
import type { Editor } from './editor.ts';

let taken: Server;
let folder: string;
beforeAll(async () => {
  stampAssembly('test');
  folder = mkdtempSync(join(tmpdir(), 'marquee-start-'));
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  // Those that a test ended are ended already; one that failed may have left some.
  for (const runtime of runtimes) await runtime.kill();
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

const runtimes: RuntimeProcess[] = [];
const runtimeOn = async (...where: Parameters<typeof startProcess>): Promise<RuntimeProcess> => {
  const runtime = await startProcess(...where);
  runtimes.push(runtime);
  return runtime;
};

/** Looks until there is something. */
const until = async <Found>(look: () => Found | undefined | Promise<Found | undefined>): Promise<Found> => {
  let found: Found | undefined;
  await expect.poll(async () => (found = await look()), { timeout: 240_000, interval: 100 }).toBeDefined();
  return found as Found;
};

/** Runs a command of the project that is expected to end by itself. */
const run = (script: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const options = ['--disable-warning=ExperimentalWarning', join(ROOT, 'cli', script), ...args];
    const child = execFile(process.execPath, options, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
const start = (...args: string[]) => run('start.ts', '--stage', 'test', '--no-seed', '--data', folder, ...args);
const portOf = (server: Server): string => String((server.address() as { port: number }).port);

test.each(['--port', '--aws-port'])('a start on a %s that is in use says so, and what to do', async (option) => {
  const other = option === '--port' ? '--aws-port' : '--port';
  const { code, out, err } = await start(option, portOf(taken), other, '0');
  expect([code, out]).toEqual([1, '']);
  // This very process holds it, which Linux tells.
  const holder = process.platform === 'linux' ? ` by \\S.* \\(${process.pid}\\)` : '';
  expect(err).toMatch(new RegExp(`port ${portOf(taken)} is in use${holder}\\. Stop what listens there`));
  expect(err).toContain('--aws-port for the AWS endpoint');
});

test.each([
  [['--port', 'http'], /--port takes a port from 0 to 65535, not http/],
  [['--aws-port', '70000'], /--aws-port takes a port from 0 to 65535, not 70000/],
  [['--colour'], /--colour/],
])('a start with %j is refused in words, before anything runs', async (args, reason) => {
  const { code, err } = await start(...args);
  expect(code).toBe(1);
  expect(err).toMatch(reason);
  expect(err).not.toMatch(/\n\s+at /);
});

test('a start that is asked for help tells its options', async () => {
  const { code, out } = await start('--help');
  expect(code).toBe(0);
  for (const option of ['--port', '--aws-port', '--data', '--stage', '--no-seed', '--watch', '--fresh'])
    expect(out).toContain(option);
});

test('a command that finds no runtime says how to start one', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const port = portOf(closed);
  await new Promise((resolve) => closed.close(resolve));
  const { code, err } = await run('marquee.ts', 'assets', '--aws-port', port);
  expect(code).toBe(2);
  expect(err).toContain(`No runtime answers at http://127.0.0.1:${port}. Start one with npm start`);
});

test('a second runtime on the same data is told who has it, and the command line finds that one by its folder', async () => {
  const data = join(folder, 'shared');
  const first = await runtimeOn(data);
  try {
    const second = await start('--data', data, '--port', '0', '--aws-port', '0');
    expect(second.code).toBe(1);
    expect(second.err).toContain(`${data} is in use by another runtime.`);
    expect(second.err).toContain(`stage test, with its AWS endpoint at ${first.awsUrl}`);
    const fresh = await start('--data', data, '--fresh', '--port', '0', '--aws-port', '0');
    expect(fresh.err).toContain('is in use by another runtime');
    expect((await run('marquee.ts', 'assets', '--data', data)).out).toMatch(/no assets|Asset/i);
  } finally {
    await first.stop();
  }
  const { code, err } = await run('marquee.ts', 'assets', '--data', data);
  expect([code, err]).toEqual([2, expect.stringContaining(`No runtime works on ${data}. Start one with npm start`)]);
});

test('a damaged database is named with what to do, and --fresh says what it deletes and begins anew', async () => {
  const data = join(folder, 'damaged');
  await (await runtimeOn(data)).stop();
  writeFileSync(join(data, 'runtime.sqlite'), 'no database at all, but long enough to look like one'.repeat(100));
  rmSync(join(data, 'runtime.sqlite-wal'), { force: true });
  writeFileSync(join(data, 'mine.txt'), 'stays');
  const { code, err } = await start('--data', data, '--port', '0', '--aws-port', '0');
  expect(code).toBe(1);
  expect(err).toMatch(/runtime\.sqlite is damaged .*npm start -- --fresh/);
  expect(err).not.toMatch(/\n\s+at /);
  const again = await runtimeOn(data, ['--fresh']);
  expect(again.said.join('\n')).toMatch(/deleting \d+\.\d MB in .*: .*runtime\.sqlite/);
  await again.stop();
  expect(existsSync(join(data, 'mine.txt'))).toBe(true);
});

test('--fresh deletes nothing of a folder that is not a runtime’s', async () => {
  const data = join(folder, 'photographs');
  mkdirSync(data);
  writeFileSync(join(data, 'runtime.sqlite'), 'somebody else’s');
  const { code, err } = await start('--data', data, '--fresh', '--port', '0', '--aws-port', '0');
  expect([code, readdirSync(data)]).toEqual([1, ['runtime.sqlite']]);
  expect(err).toContain('is not a folder that a runtime kept its data in');
});

/** What is drawn whole. */
const DRAWN = ['nine-lamps-out-emblem.png', 'nine-lamps-out-episode-1.jpg', 'nine-lamps-out-episode-2.jpg'];

/** Small files in the place of most of the demo's, as if they had arrived before: drawing and encoding all of them takes a minute. */
const uploadStandIns = async (editor: Editor): Promise<void> => {
  const picture = sharp({ create: { width: 64, height: 36, channels: 3, background: '#0b1a26' } });
  for (const { fileName, contentType } of demoArtwork()) {
    const [kind, format] = contentType.split('/') as ['image' | 'video' | 'text', 'jpeg'];
    if (kind === 'text' || DRAWN.includes(fileName)) continue;
    const bytes = kind === 'video' ? await drawFilm(0, 0.5) : await picture.toFormat(format).toBuffer();
    await editor.post(await editor.ticketFor(fileName, contentType, bytes.length), bytes);
  }
};

test('a first start that is cut short goes on at the next, overwrites nothing, and ends with the demo site', async () => {
  const data = join(folder, 'seeded');
  const before = await runtimeOn(data);
  await uploadStandIns(before.editor);
  await before.stop();
  const first = await runtimeOn(data, ['--seed']);
  const CHANGED = 'a-score-for-foghorn-and-strings';
  const editor = await openApi(first.connection);
  const item = await until(() => editor<Item>('GET', `/content/${CHANGED}`).catch(() => undefined));
  const byline = { byline: 'Somebody else' };
  await editor('PUT', `/content/${CHANGED}`, { data: { ...item.data, ...byline } }, { 'if-match': '"1"' });
  await first.kill();

  const second = await runtimeOn(data, ['--seed']);
  try {
    await until(() => second.said.find((line) => line.includes('the demo site is live')));
    const again = await openApi(second.connection);
    const count = (await demoItems()).length;
    expect(second.said.join('\n')).toContain(`the demo site is live with ${count - 1} new items: ${second.siteUrl}/`);
    // The site is live a moment before each item says so.
    const others = await until(async () => {
      const items = await allItems(again, {});
      const left = items.filter(({ state, version }) => state !== 'published' || version !== 1);
      return items.length === count && left.length === 1 ? left : undefined;
    });
    expect(others).toMatchObject([{ itemId: CHANGED, state: 'draft', version: 2 }]);
    expect((await again<Item>('GET', `/content/${CHANGED}`)).data).toMatchObject(byline);
    // Every picture once, whether or not it had arrived before.
    const names = (await allAssets(again)).filter(({ state }) => state !== 'uploading').map(({ fileName }) => fileName);
    expect(names.toSorted()).toEqual([...new Set(names)].sort());

    const load = (path: string) => fetch(`${second.siteUrl}${path}`);
    const pages = [
      '/',
      '/es/',
      '/news/opens-on-4-december/',
      '/es/news/fecha-de-estreno/',
      '/questions/',
      '/es/press/materiales/',
    ];
    const files = ['/sitemap.xml', '/feed.xml', '/es/feed.xml', '/search/index.json', '/calendar.ics', '/robots.txt'];
    for (const path of [...pages, ...files]) expect((await load(path)).status, path).toBe(200);
    expect((await load('/news/a-score-for-foghorn-and-strings/')).status).toBe(404);
    const [home, spanish] = await Promise.all(['/', '/es/'].map(async (path) => (await load(path)).text()));
    expect(home).toContain('href="/#episodes"');
    expect(spanish).toContain('href="/es/#episodes"');
  } finally {
    await second.stop();
  }
  const third = await runtimeOn(data, ['--seed']);
  await third.stop();
  expect(third.said.join('\n')).not.toContain('demo');
}, 300_000);

test('a Node that is too old says which one it takes', async () => {
  const old = join(folder, 'old.cjs');
  writeFileSync(
    old,
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.19.0' } });",
  );
  const args = ['--require', old, join(ROOT, 'tools', 'run.mjs'), 'cli/start.ts'];
  const { stderr } = await promisify(execFile)(process.execPath, args).catch((error: { stderr: string }) => error);
  expect(stderr).toContain('Node 18.19.0 is too old to start from; install Node 20 or later');
});
