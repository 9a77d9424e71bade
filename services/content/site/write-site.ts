import type { StoredFile } from '../store/pages.ts';
import { type Assembled, type AssembledEdition, type MadeDocuments, writeAll } from './assemble.ts';
import type { PageDocument } from './documents.ts';
import { differing } from './editions.ts';
import { feedFiles, type IndexFile, knowledgeFile, searchFile, sitemapFiles } from './indexes.ts';
import type { Edition, LivePage, SiteManifest } from './manifest.ts';
import { hashOf } from './render-page.ts';
import type { World } from './world.ts';

type Documents = Record<string, PageDocument>;
/** Of pages that some territories alone have; null for those that they have not. */
type OwnDocuments = Record<string, PageDocument | null>;

type Deps = {
  open: (manifest: SiteManifest) => Promise<World>;
  readJson: <Value>(key: string) => Promise<Value>;
  writeFile: (file: StoredFile) => Promise<void>;
  writeJson: (key: string, value: unknown) => Promise<void>;
};

/** Writes search indexes, feeds, sitemap and chat knowledge of a version, then the version itself; answers its key. */
export const writeSite = async (deps: Deps, { manifest, documents, editions, before }: Assembled): Promise<string> => {
  const world = await deps.open(manifest);
  const written = keysOf(before);
  const known = new Map<string, Documents>();
  const made = await Promise.all(
    world.locales.map(async (locale) => {
      const { all, files } = await baseDocuments(deps, manifest, locale, documents);
      known.set(locale, all);
      return [...files, ...(await languageFiles(world, locale, all))];
    }),
  );
  await finish(deps, manifest, [...sitemapFiles(world), ...made.flat()], written);
  const own: Record<string, Edition> = {};
  for (const edition of editions)
    own[edition.name] = await writeEdition(deps, { edition, manifest, before, known, written });
  if (editions.length > 0) manifest.editions = own;
  const key = `versions/${String(manifest.version).padStart(8, '0')}-${hashOf(JSON.stringify(manifest)).slice(0, 16)}.json`;
  await deps.writeJson(key, manifest);
  return key;
};

/** Files that are there already. */
const keysOf = ({ files, knowledge, editions = {} }: SiteManifest): Set<string> =>
  new Set(
    [{ files, knowledge }, ...Object.values(editions)].flatMap((each) =>
      [...Object.values(each.files), ...Object.values(each.knowledge)].flatMap((key) => key ?? []),
    ),
  );

const finish = async (
  deps: Deps,
  site: SiteManifest,
  files: readonly IndexFile[],
  written: Set<string>,
): Promise<void> => {
  site.files = Object.fromEntries(files.flatMap(({ path, file }) => (path ? [[path, file.key]] : [])));
  const missing = files.map(({ file }) => file).filter(({ key }) => !written.has(key));
  await writeAll(deps.writeFile, missing);
  for (const { key } of missing) written.add(key);
};

/** What is known of every page of a language, with its file. */
const baseDocuments = async (
  deps: Deps,
  manifest: SiteManifest,
  locale: string,
  changed: MadeDocuments,
): Promise<{ all: Documents; files: IndexFile[] }> => {
  const key = manifest.documents[locale];
  const all: Documents = key ? await deps.readJson<Documents>(key) : {};
  for (const [path, { locale: of, document }] of changed) {
    if (of !== locale) continue;
    if (document) all[path] = document;
    else delete all[path];
  }
  const kept = documentsFile(all);
  manifest.documents = { ...manifest.documents, [locale]: kept.key };
  return { all, files: kept.key === key ? [] : [{ file: kept }] };
};

const documentsFile = (documents: object): StoredFile => {
  const body = JSON.stringify(documents);
  return { key: `documents/${hashOf(body)}.json`, body, contentType: 'application/json', caching: 'private' };
};

/** What search and the chatbot of a language know, and its feeds. */
const languageFiles = async (world: World, locale: string, documents: Documents): Promise<IndexFile[]> => {
  const knowledge = await knowledgeFile(world, locale, documents);
  world.manifest.knowledge = { ...world.manifest.knowledge, [locale]: knowledge.key };
  return [{ file: knowledge }, searchFile(world, locale, documents), ...(await feedFiles(world, locale))];
};

type OfEdition = {
  edition: AssembledEdition;
  manifest: SiteManifest;
  before: SiteManifest;
  known: ReadonlyMap<string, Documents>;
  written: Set<string>;
};

/** Writes what some territories see otherwise than everybody, and answers what of the site that is. */
const writeEdition = async (deps: Deps, { edition, manifest, before, known, written }: OfEdition): Promise<Edition> => {
  const { territories, manifest: site, documents: made } = edition;
  const world = await deps.open(site);
  // The chatbot knows more of an item than its page shows, so the same page of another version is another one.
  const samePage = (one: LivePage, other: LivePage): boolean => JSON.stringify(one) === JSON.stringify(other);
  const pages = differing(site.pages, manifest.pages, samePage);
  site.knowledge = {};
  const own: Record<string, string> = {};
  const files: IndexFile[] = [...sitemapFiles(world)];
  for (const locale of world.locales) {
    const was = await documentsBefore(deps, before, territories, locale);
    const apart: OwnDocuments = {};
    for (const [path, page] of Object.entries(pages)) {
      const dropped = manifest.pages[path];
      if ((page ?? dropped)?.locale !== locale) continue;
      const fresh = made.get(path);
      // A page that was made anew may have nothing to be known of it.
      apart[path] = page ? ((fresh ? fresh.document : was[path]) ?? null) : null;
    }
    const kept = documentsFile(apart);
    own[locale] = kept.key;
    files.push({ file: kept }, ...(await languageFiles(world, locale, overlaidBy(known.get(locale) ?? {}, apart))));
  }
  await finish(deps, site, files, written);
  return {
    territories,
    locales: world.locales,
    pages,
    files: differing(site.files, manifest.files),
    redirects: differing(site.redirects, manifest.redirects),
    gone: differing(site.gone, manifest.gone),
    documents: own,
    knowledge: site.knowledge,
  };
};

/** What was known of the pages that these territories saw before. */
export const documentsBefore = async (
  { readJson }: Pick<Deps, 'readJson'>,
  { documents, editions = {} }: SiteManifest,
  [first = '']: readonly string[],
  locale: string,
): Promise<Documents> => {
  const key = documents[locale];
  const edition = Object.values(editions).find(({ territories }) => territories.includes(first));
  const ownKey = edition?.documents[locale];
  const [all, own] = await Promise.all([
    key ? readJson<Documents>(key) : {},
    ownKey ? readJson<OwnDocuments>(ownKey) : {},
  ]);
  return overlaidBy(all, own);
};

const overlaidBy = (all: Documents, own: OwnDocuments): Documents => {
  const found: Documents = { ...all };
  for (const [path, document] of Object.entries(own)) {
    if (document) found[path] = document;
    else delete found[path];
  }
  return found;
};
