import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTENT_TYPES, type ContentType } from '../../content/model/item.ts';
import { newsroom } from '../../content/testing/newsroom.ts';
import type { Knowledge } from '../model/knowledge.ts';

const CONTENT = fileURLToPath(new URL('../../../cli/seed/content', import.meta.url));

/** Before any of the demo title's embargoes ends. */
const BEFORE = Date.parse('2026-11-22T09:00:00Z');

/** Each comes after those that it refers to. */
const ORDER: readonly string[] = ['person', 'title', 'trailer', 'gallery', 'press-kit', 'faq', 'news', 'navigation'];

/** Items of one publication. */
const TOGETHER = 30;

type Item = { type: ContentType; itemId: string; data: object };

const readItems = async (): Promise<Item[]> => {
  const files = (await readdir(CONTENT, { recursive: true })).filter((name) => name.endsWith('.json')).sort();
  const items = await Promise.all(
    files.map(async (name): Promise<Item> => {
      const { type, data } = JSON.parse(await readFile(join(CONTENT, name), 'utf8'));
      return { type, itemId: basename(name, '.json'), data };
    }),
  );
  return items.sort((one, other) => ORDER.indexOf(one.type) - ORDER.indexOf(other.type));
};

/** What the publish workflow's own steps write for the chatbot when the demo title is published, by language. */
export const seedKnowledge = async (now: number = BEFORE): Promise<Map<string, Knowledge>> => {
  const room = newsroom();
  room.clock.now = now;
  const assets = new Map<string, string>();
  const assetOf = (file: string): string => {
    const known = assets.get(file);
    if (known) return known;
    const contentType = file.endsWith('.webm') ? 'video/webm' : file.endsWith('.vtt') ? 'text/vtt' : 'image/jpeg';
    const id = room.addAsset(assets.size + 1, { fileName: file, contentType });
    assets.set(file, id);
    return id;
  };
  const items = (await readItems()).filter(({ type }) => CONTENT_TYPES.includes(type));
  for (const { type, itemId, data } of items) {
    const known = JSON.parse(JSON.stringify(data), (_, value) =>
      typeof value === 'string' && value.startsWith('file:') ? assetOf(value.slice(5)) : value,
    );
    await room.create(type, itemId, known);
  }
  const ids = items.map(({ itemId }) => itemId);
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const problems = await room.publish(...ids.slice(from, from + TOGETHER));
    if (problems.length > 0) throw new Error(`The demo title cannot be published: ${JSON.stringify(problems)}`);
  }
  const { knowledge } = await room.manifest();
  const read = Object.entries(knowledge).map(
    async ([locale, key]) => [locale, await room.readJson<Knowledge>(key)] as const,
  );
  return new Map(await Promise.all(read));
};
