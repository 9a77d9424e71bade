import type { LiveKnowledge } from '../shared/live-site.ts';
import { type Library, openKnowledge } from './answering/library.ts';
import type { Knowledge } from './model/knowledge.ts';

/**
 * Bytes of one language's knowledge that an instance indexes: some 20,000 passages, which take about ten times as much memory.
 * Beyond it, only curated answers are searched and an alarm is raised; `docs/chat.md` says what to do then.
 */
export const MOST_KNOWLEDGE = 8 * 2 ** 20;

export type ShelfDeps = {
  readLive: () => Promise<LiveKnowledge>;
  readKnowledge: (key: string) => Promise<string>;
  /** Told of what was loaded. */
  note: (level: 'info' | 'error', message: string, fields: Record<string, unknown>) => void;
};

/** Opens what is public in a territory; without one, or where it is nothing else, what is public everywhere. */
export type OpenShelf = (territory?: string) => Promise<Shelf>;

export type Shelf = { siteVersion: number; libraries: ReadonlyMap<string, Library> };

/**
 * What is public now, searchable: each language's knowledge is loaded once, and again only when another version of it is live.
 * Which version that is is asked every time, so that what was taken back is not known any more from that moment on.
 */
export const createShelf = ({ readLive, readKnowledge, note }: ShelfDeps): OpenShelf => {
  const opened = new Map<string, Promise<Library>>();

  const load = async (locale: string, key: string): Promise<Library> => {
    const text = await readKnowledge(key);
    const bytes = Buffer.byteLength(text);
    const knowledge = JSON.parse(text) as Knowledge;
    const fits = bytes <= MOST_KNOWLEDGE;
    const message = fits ? 'knowledge loaded' : 'the knowledge is too large; only curated answers are searched';
    note(fits ? 'info' : 'error', message, { locale, key, knowledgeBytes: bytes, mostBytes: MOST_KNOWLEDGE });
    return openKnowledge(fits ? knowledge : { ...knowledge, pages: [] });
  };

  const library = (locale: string, key: string): Promise<Library> => {
    const known = opened.get(key);
    if (known) return known;
    const loading = load(locale, key);
    loading.catch(() => opened.delete(key));
    opened.set(key, loading);
    return loading;
  };

  return async (territory) => {
    const { version, knowledge, editions = [] } = await readLive();
    const own = editions.find(({ territories }) => territory !== undefined && territories.includes(territory));
    const known = own?.knowledge ?? knowledge;
    const libraries = await Promise.all(
      known.map(async ({ locale, key }) => [locale, await library(locale, key)] as const),
    );
    const live = new Set([{ knowledge }, ...editions].flatMap((each) => each.knowledge.map(({ key }) => key)));
    for (const key of opened.keys()) if (!live.has(key)) opened.delete(key);
    return { siteVersion: version, libraries: new Map(libraries) };
  };
};
