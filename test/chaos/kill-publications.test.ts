import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../../cli/sign-in.ts';
import { NAVIGATION, news } from '../end-to-end/newsroom.ts';
import { crashed, type RuntimeProcess, startProcess } from './runtime-process.ts';

const PUBLICATIONS = 50;
const WAIT = { timeout: 120_000, interval: 100 };

let dataFolder: string;
let runtime: RuntimeProcess;
let bearer: string;
beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'marquee-chaos-'));
  runtime = await startProcess(dataFolder);
  bearer = await signIn(runtime.connection, 'admin');
});
afterAll(async () => {
  await runtime?.kill();
  rmSync(dataFolder, { recursive: true, force: true });
});

const crash = async (): Promise<void> => {
  runtime = await crashed(runtime, dataFolder);
};

const call = async (method: string, path: string, body?: object) =>
  runtime.editor.request(method, path, { body, bearer });
const text = async (path: string): Promise<string> => (await runtime.editor.published(path)).bytes.toString();
const pathsIn = (sitemap: string): string[] =>
  [...sitemap.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path = '']) => path);

/** Sees that what is public is public wholly: each item's page in both languages, in the sitemap, the feed and both searches. */
const seeWhole = async (): Promise<number> => {
  for (;;) {
    const sitemap = await text('/sitemap.xml');
    const [feed, english, spanish] = [
      await text('/feed.json'),
      await text('/search/index.json'),
      await text('/es/search/index.json'),
    ];
    const items = pathsIn(sitemap).filter((path) => path.startsWith('/news/item-'));
    const pages = await Promise.all(
      items.flatMap((path) => [path, `/es${path}`]).map((path) => runtime.editor.published(path)),
    );
    // Where the site has moved on while it was looked at, it is looked at again.
    if ((await text('/sitemap.xml')) !== sitemap) continue;
    expect(pages.every(({ status }) => status === 200)).toBe(true);
    for (const path of items) {
      expect(english).toContain(`"${path}"`);
      expect(spanish).toContain(`"/es${path}"`);
      expect(sitemap).toContain(`/es${path}</loc>`);
    }
    expect((feed.match(/"url"/g) ?? []).length).toBe(Math.min(30, items.length));
    return items.length;
  }
};

test('publications survive kills of the whole runtime: each is wholly live or not at all, and all end', async () => {
  await call('POST', '/content', { type: 'navigation', itemId: 'navigation', data: NAVIGATION });
  const ids = Array.from({ length: PUBLICATIONS }, (_, index) => `item-${index}`);
  for (const itemId of ids) {
    const both = { headline: { en: itemId, es: itemId }, summary: { en: 'A', es: 'A' }, body: { en: 'A', es: 'A' } };
    expect((await call('POST', '/content', { type: 'news', itemId, data: news(itemId, both) })).status).toBe(201);
  }
  const first = (await call('POST', '/content/navigation/publications', { kind: 'publish' })).body.publicationId;
  const stateOf = async (id: unknown): Promise<unknown> =>
    (await call('GET', `/content/publications/${id}`)).body.state;
  await expect.poll(() => stateOf(first), WAIT).toBe('live');

  const accepted = new Map<string, unknown>();
  let pulled: Promise<void> | undefined;
  await Promise.allSettled(
    ids.map(async (itemId) => {
      const { status, body } = await call('POST', `/content/${itemId}/publications`, { kind: 'publish' });
      if (status === 202) accepted.set(itemId, body.publicationId);
      if (accepted.size >= 20) pulled ??= crash();
    }),
  );
  await pulled;
  await seeWhole();
  for (const itemId of ids.filter((id) => !accepted.has(id))) {
    const { status, body } = await call('POST', `/content/${itemId}/publications`, { kind: 'publish' });
    expect(status).toBe(202);
    accepted.set(itemId, body.publicationId);
  }
  await crash();
  await seeWhole();
  await expect.poll(seeWhole, WAIT).toBeGreaterThan(0);
  await crash();
  // Whoever asks after all of them all the time takes the processor from what they wait for.
  const pending = new Set(accepted.values());
  const ended: Record<string, number> = {};
  const tally = async (): Promise<Record<string, number>> => {
    for (const id of [...pending]) {
      const state = String(await stateOf(id));
      if (!/^(live|failed|superseded)$/.test(state)) continue;
      pending.delete(id);
      ended[state] = (ended[state] ?? 0) + 1;
    }
    return ended;
  };
  await expect.poll(tally, { ...WAIT, interval: 1000 }).toEqual({ live: PUBLICATIONS });
  expect(await seeWhole()).toBe(PUBLICATIONS);
  await expect
    .poll(
      async () => ((await call('GET', '/content?type=news&state=published&limit=100')).body.items as object[]).length,
      WAIT,
    )
    .toBe(PUBLICATIONS);
}, 600_000);
