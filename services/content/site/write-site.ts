import type { StoredFile } from '../store/pages.ts';
import { type Assembled, writeAll } from './assemble.ts';
import type { PageDocument } from './documents.ts';
import { feedFiles, type IndexFile, knowledgeFile, searchFile, sitemapFiles } from './indexes.ts';
import type { SiteManifest } from './manifest.ts';
import { hashOf } from './render-page.ts';
import type { World } from './world.ts';

type Documents = Record<string, PageDocument>;

type Deps = {
  open: (manifest: SiteManifest) => Promise<World>;
  readJson: <Value>(key: string) => Promise<Value>;
  writeFile: (file: StoredFile) => Promise<void>;
  writeJson: (key: string, value: unknown) => Promise<void>;
};

/** Writes search indexes, feeds, sitemap and chat knowledge of a version, then the version itself; answers its key. */
export const writeSite = async (deps: Deps, { manifest, documents }: Assembled): Promise<string> => {
  const world = await deps.open(manifest);
  const before = new Set([...Object.values(manifest.files), ...Object.values(manifest.knowledge)]);
  const written = await Promise.all(world.locales.map((locale) => languageFiles(deps, world, locale, documents)));
  const files: IndexFile[] = [...sitemapFiles(world), ...written.flat()];
  manifest.files = Object.fromEntries(files.flatMap(({ path, file }) => (path ? [[path, file.key]] : [])));
  await writeAll(
    deps.writeFile,
    files.map(({ file }) => file).filter(({ key }) => !before.has(key)),
  );
  const key = `versions/${String(manifest.version).padStart(8, '0')}-${hashOf(JSON.stringify(manifest)).slice(0, 16)}.json`;
  await deps.writeJson(key, manifest);
  return key;
};

const languageFiles = async (
  deps: Deps,
  world: World,
  locale: string,
  changed: Assembled['documents'],
): Promise<IndexFile[]> => {
  const { manifest } = world;
  const key = manifest.documents[locale];
  const documents: Documents = key ? await deps.readJson<Documents>(key) : {};
  for (const [path, { locale: of, document }] of changed) {
    if (of !== locale) continue;
    if (document) documents[path] = document;
    else delete documents[path];
  }
  const body = JSON.stringify(documents);
  const next = `documents/${hashOf(body)}.json`;
  const knowledge = await knowledgeFile(world, locale, documents);
  manifest.documents = { ...manifest.documents, [locale]: next };
  manifest.knowledge = { ...manifest.knowledge, [locale]: knowledge.key };
  const kept: StoredFile = { key: next, body, contentType: 'application/json', caching: 'private' };
  return [
    ...(next === key ? [] : [{ file: kept }]),
    { file: knowledge },
    searchFile(world, locale, documents),
    ...(await feedFiles(world, locale)),
  ];
};
