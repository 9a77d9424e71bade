import { beforeEach, expect, test } from 'vitest';
import type { LiveKnowledge } from '../shared/live-site.ts';
import type { Knowledge } from './model/knowledge.ts';
import { createShelf, MOST_KNOWLEDGE } from './shelf.ts';

type Line = { level: string; fields: Record<string, unknown> };

let live: LiveKnowledge;
let read: string[];
let lines: Line[];
let broken: boolean;
let files: Map<string, Knowledge>;
beforeEach(() => {
  [live, read, lines, broken] = [{ version: 1, knowledge: [{ locale: 'en', key: 'en-1' }] }, [], [], false];
  files = new Map([
    ['en-1', knowledgeOf('en')],
    ['en-2', knowledgeOf('en')],
    ['es-1', knowledgeOf('es')],
  ]);
});

const knowledgeOf = (locale: string, text = 'It opens on Friday.'): Knowledge => ({
  locale,
  pages: [{ path: '/', kind: 'title', title: 'Nine Lamps Out', passages: [{ text }] }],
  questions: [],
});
const shelf = () =>
  createShelf({
    readLive: async () => live,
    async readKnowledge(key) {
      read.push(key);
      if (broken) throw new Error('unreachable');
      return JSON.stringify(files.get(key));
    },
    note: (level, _, fields) => void lines.push({ level, fields }),
  });

test('what is live is loaded once, even by two who ask at once', async () => {
  const open = shelf();
  const [one, other] = await Promise.all([open(), open()]);
  expect([one.siteVersion, [...one.libraries.keys()]]).toEqual([1, ['en']]);
  expect(other.libraries.get('en')).toBe(one.libraries.get('en'));
  await open();
  expect(read).toEqual(['en-1']);
});

test('when the version moves, only what has changed is loaded again', async () => {
  const open = shelf();
  live = { version: 1, knowledge: [...live.knowledge, { locale: 'es', key: 'es-1' }] };
  const before = await open();
  live = {
    version: 2,
    knowledge: [
      { locale: 'en', key: 'en-2' },
      { locale: 'es', key: 'es-1' },
    ],
  };
  const after = await open();
  expect([after.siteVersion, read]).toEqual([2, ['en-1', 'es-1', 'en-2']]);
  expect(after.libraries.get('es')).toBe(before.libraries.get('es'));
  expect(after.libraries.get('en')).not.toBe(before.libraries.get('en'));
});

test('what was taken back is not known any more, and not kept', async () => {
  const open = shelf();
  await open();
  live = { version: 2, knowledge: [] };
  expect((await open()).libraries.size).toBe(0);
  live = { version: 3, knowledge: [{ locale: 'en', key: 'en-1' }] };
  await open();
  expect(read).toEqual(['en-1', 'en-1']);
});

test('a territory that is apart knows what is public there, and it stays loaded beside what all others know', async () => {
  const open = shelf();
  const apart = { territories: ['GB', 'IE'], knowledge: [{ locale: 'en', key: 'en-2' }] };
  live = { ...live, editions: [apart] };
  const [everywhere, there, elsewhere] = [await open(), await open('IE'), await open('JP')];
  expect(there.libraries.get('en')).not.toBe(everywhere.libraries.get('en'));
  expect(elsewhere.libraries.get('en')).toBe(everywhere.libraries.get('en'));
  await open('GB');
  expect(read).toEqual(['en-1', 'en-2']);
  live = { version: 2, knowledge: live.knowledge };
  expect((await open('GB')).libraries.get('en')).toBe(everywhere.libraries.get('en'));
});

test('what could not be loaded is loaded by the next one who asks', async () => {
  const open = shelf();
  broken = true;
  await expect(open()).rejects.toThrow('unreachable');
  broken = false;
  expect((await open()).libraries.size).toBe(1);
});

test('before anything is published there is nothing to know', async () => {
  live = { version: 0, knowledge: [] };
  expect(await shelf()()).toEqual({ siteVersion: 0, libraries: new Map() });
});

test('its size is told; of what is too large for memory only curated answers are searched, which is told too', async () => {
  await shelf()();
  expect(lines).toMatchObject([{ level: 'info', fields: { locale: 'en', key: 'en-1', mostBytes: MOST_KNOWLEDGE } }]);
  expect(lines[0]?.fields.knowledgeBytes).toBe(Buffer.byteLength(JSON.stringify(files.get('en-1'))));
  files.set('en-1', knowledgeOf('en', 'It opens on Friday. '.repeat(MOST_KNOWLEDGE / 20)));
  const { libraries } = await shelf()();
  expect(lines[1]).toMatchObject({ level: 'error' });
  expect(libraries.size).toBe(1);
});
