import type { Api } from '../api.ts';

/** An item as the API shows it. */
export type Item = {
  itemId: string;
  type: string;
  version: number;
  state: string;
  names: Record<string, string>;
  slugs: Record<string, string>;
  publishedVersion?: number;
  updatedAt: string;
  updatedBy: string;
  schedules?: Partial<Record<'publish' | 'unpublish', { at: string; zone: string; instant: string; version: number }>>;
  publication?: { publicationId: string; state: string; problems?: Problem[] };
  data?: Record<string, unknown>;
};

export type Problem = { itemId: string; name: string; field: string; message: string; remedy: string };

export type Publication = {
  publicationId: string;
  kind: string;
  state: 'waiting' | 'live' | 'failed';
  items: { itemId: string; version: number }[];
  problems?: Problem[];
  siteVersion?: number;
  due?: { instant: string; lateSeconds: number };
};

/** How often it is looked what became of a publication, in milliseconds. */
const LOOK_EVERY = 200;

/** A name for people: in English where there is one. */
export const nameOf = ({ names, itemId }: Pick<Item, 'names' | 'itemId'>): string =>
  names.en ?? Object.values(names)[0] ?? itemId;

/** Every item that fits, page by page. */
export const allItems = async (
  api: Api,
  query: Record<string, string | undefined>,
  most = Infinity,
): Promise<Item[]> => {
  const found: Item[] = [];
  let next: string | undefined;
  do {
    const asked = Object.entries({ ...query, next, limit: String(Math.min(100, most - found.length)) });
    const search = new URLSearchParams(asked.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    const page = await api<{ items: Item[]; next?: string }>('GET', `/content?${search}`);
    found.push(...page.items);
    next = page.next;
  } while (next && found.length < most);
  return found;
};

/** Looks until a publication is live or has failed. */
export const settled = async (api: Api, publicationId: string): Promise<Publication> => {
  for (;;) {
    const publication = await api<Publication>('GET', `/content/publications/${publicationId}`);
    if (publication.state !== 'waiting') return publication;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
};

/** The most items that the API changes together. */
export const MOST_TOGETHER = 45;

/** Asks for items to be published, or not to be public any more, together, and waits until it is so or refused. */
export const publishTogether = async (
  api: Api,
  kind: 'publish' | 'unpublish',
  items: readonly { itemId: string; version?: number }[],
): Promise<Publication> => {
  const { publicationId } = await api<Publication>('POST', '/content/publications', { kind, items: [...items] });
  return settled(api, publicationId);
};

/** What became of a publication, as sentences. */
export const tellPublication = ({ kind, state, items, problems = [], siteVersion, due }: Publication): string => {
  const what = items.map(({ itemId, version }) => `${itemId} (version ${version})`).join(', ');
  if (state === 'live') {
    const late = due?.lateSeconds ? ` It was due at ${due.instant} and began ${due.lateSeconds} s late.` : '';
    return `${kind === 'unpublish' ? 'Not public any more' : 'Public'}: ${what}, in version ${siteVersion} of the site.${late}`;
  }
  const lines = problems.map(
    ({ itemId, field, message, remedy }) => `  ${itemId}${field ? ` · ${field}` : ''}: ${message} ${remedy}`,
  );
  return [`Not published: ${what}. The site is as it was.`, ...lines].join('\n');
};
