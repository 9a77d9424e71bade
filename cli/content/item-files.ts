import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { statIfAny } from '../stat.ts';
import { UsageError } from '../usage.ts';

/** An item in a file: its id is the file's name unless it says another. */
export type ItemFile = { file: string; itemId: string; type: string; data: Record<string, unknown> };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads one file. Throws `UsageError`, which names it. */
export const readItemFile = async (file: string): Promise<ItemFile> => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const { code, message } = cause as { code?: string; message: string };
    throw new UsageError(code === 'ENOENT' ? `${file}: there is no such file.` : `${file}: ${message}`, { cause });
  }
  if (!isObject(parsed)) throw new UsageError(`${file}: expected an object { type, data }.`);
  const { type, itemId = basename(file, '.json'), data, ...more } = parsed;
  const [other] = Object.keys(more);
  if (other !== undefined)
    throw new UsageError(`${file}: ${other}: a file has type, data and perhaps itemId, nothing else.`);
  if (typeof type !== 'string') throw new UsageError(`${file}: type: expected the type of the item, such as "news".`);
  if (typeof itemId !== 'string') throw new UsageError(`${file}: itemId: expected a text.`);
  if (!isObject(data)) throw new UsageError(`${file}: data: expected an object.`);
  return { file, itemId, type, data };
};

/** Reads files, and every `.json` below folders. Throws `UsageError` for an item that stands in two of them. */
export const readItemFiles = async (paths: readonly string[]): Promise<ItemFile[]> => {
  const files = (await Promise.all(paths.map(jsonFiles))).flat();
  const items = await Promise.all(files.map(readItemFile));
  const seen = new Map<string, string>();
  for (const { itemId, file } of items) {
    const other = seen.get(itemId);
    if (other) throw new UsageError(`${file}: the item ${itemId} stands in ${other} too.`);
    seen.set(itemId, file);
  }
  return items;
};

const jsonFiles = async (path: string): Promise<string[]> => {
  const found = await statIfAny(path);
  if (!found) throw new UsageError(`${path}: there is no such file or folder.`);
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));
};

/** Ids of other items that the data refers to. */
export const idsIn = (data: unknown): string[] => {
  if (typeof data !== 'object' || data === null) return [];
  const { ref } = data as { ref?: unknown };
  return typeof ref === 'string' ? [ref] : Object.values(data).flatMap(idsIn);
};

/** The items in an order in which each comes after those that it refers to. Throws `UsageError` where there is none. */
export const inOrder = (items: readonly ItemFile[]): ItemFile[] => {
  const byId = new Map(items.map((item) => [item.itemId, item]));
  const ordered = new Set<ItemFile>();
  const visit = (item: ItemFile, way: readonly string[]): void => {
    if (ordered.has(item)) return;
    if (way.includes(item.itemId)) {
      throw new UsageError(`${item.file}: ${[...way, item.itemId].join(' → ')} refer to each other in a circle.`);
    }
    for (const id of idsIn(item.data)) {
      const other = byId.get(id);
      if (other) visit(other, [...way, item.itemId]);
    }
    ordered.add(item);
  };
  for (const item of items) visit(item, []);
  return [...ordered];
};
