import { type ArmedRelease, closedIn, type Embargo, embargoesOfAsset, embargoesOfItem } from '../embargo.ts';
import type { ItemRecord, Problem, Revision } from '../item.ts';
import { type AssetKind, kindOf, kindWanted } from '../model/asset-kind.ts';
import { descriptionOf, namesOf } from '../model/item.ts';
import { type Found, referencesIn } from '../model/reference.ts';
import { textIn } from '../model/text.ts';
import { LocalTime } from '../model/time.ts';
import { liveAsset } from '../site/assets.ts';
import type { SiteManifest } from '../site/manifest.ts';
import type { AssetRecord } from '../store/assets.ts';
import { ELSEWHERE, EVERYWHERE, type Scope, type Territory } from '../territories.ts';

export type Checked = {
  item: ItemRecord;
  revision: Revision;
  /** The site with the whole publication in it. */
  site: SiteManifest;
  assets: ReadonlyMap<string, AssetRecord>;
  /** Releases that hold back what they have. */
  armed?: readonly ArmedRelease[];
  /** Where it is to be public. Default: everywhere. */
  scope?: Scope;
  /** Languages of the site, the default one first. */
  locales: readonly string[];
  now: number;
};

/** Everything that keeps a version of an item from being public, in words for its editor. */
export const problemsOf = (checked: Checked): Problem[] => {
  const { item, revision, locales } = checked;
  const name = textIn(namesOf(item.type, revision.data), locales[0] ?? 'en', 'en') ?? item.itemId;
  const problem = (field: string, message: string, remedy: string): Problem => {
    return { itemId: item.itemId, name, field, message, remedy };
  };
  if (item.trashedAt) return [problem('id', `“${name}” is in the trash.`, 'Restore it first.')];
  return [
    ...embargo(checked, problem),
    ...emptyFields(checked, problem),
    ...takenAddresses(checked, problem),
    ...referencesIn(revision.data).flatMap((found) =>
      found.kind === 'item'
        ? missingItem(checked, found, problem)
        : [
            ...missingAsset(checked, found, problem),
            ...trashedAsset(checked, found, problem),
            ...wrongKind(checked, found, problem),
          ],
    ),
    ...missingAlternatives(checked, problem),
  ];
};

type Tell = (field: string, message: string, remedy: string) => Problem;

const embargo = (
  { item, revision: { data }, armed = [], scope = EVERYWHERE, now }: Checked,
  problem: Tell,
): Problem[] =>
  closedIn(embargoesOfItem(item.itemId, data, armed), scope, now).map((closed) =>
    problem(...heldBack('It', closed, (data as { embargoUntil?: LocalTime }).embargoUntil)),
  );

/** What holds something back, in words, with the field that says so and what to do. */
const heldBack = (
  what: string,
  { embargo: held, territory }: { embargo: Embargo; territory: Territory },
  until: LocalTime | undefined,
): [field: string, message: string, remedy: string] => {
  if (held.kind === 'until') {
    const moment = until ? `${until.at.replace('T', ', ')} in ${until.zone}` : inUtc(held.instant);
    const remedy = 'Schedule the publication for then, or change the embargo.';
    return ['embargoUntil', `${what} is under embargo until ${moment}.`, remedy];
  }
  const place = territory === ELSEWHERE ? 'everywhere that no other window names' : territory;
  const window =
    held.windows.find(({ territories }) => territories.includes(territory)) ??
    held.windows.find(({ territories }) => territories.includes(ELSEWHERE));
  const moment = window ? `goes public with it in ${place} on ${inUtc(window.instant)}` : `stays closed in ${place}`;
  const remedy = 'Leave it to the release, take it out of the release, or call the release off.';
  return ['release', `${what} is part of the release “${held.name}” and ${moment}.`, remedy];
};

const inUtc = (instant: string): string => `${instant.slice(0, 16).replace('T', ', ')} UTC`;

const isEmpty = (value: unknown): boolean => {
  if (value === undefined || value === '') return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((each) => each === '' || each === undefined);
};

const emptyFields = ({ item, revision: { data } }: Checked, problem: Tell): Problem[] =>
  descriptionOf(item.type)
    .required.filter((field) => isEmpty(data[field]))
    .map((field) => problem(field, `The ${descriptionOf(item.type).words} has no ${field}.`, `Fill in ${field}.`));

/** An address that an earlier version named may have been given up by then, and taken by another item. */
const takenAddresses = ({ item, site }: Checked, problem: Tell): Problem[] =>
  Object.entries(site.items[item.itemId]?.slugs ?? {}).flatMap(([locale, slug]) =>
    Object.entries(site.items)
      .filter(([id, other]) => id !== item.itemId && other.type === item.type && other.slugs[locale] === slug)
      .map(([id]) => problem(`slugs.${locale}`, `${id} has the address ${slug} in ${locale}.`, 'Choose another.')),
  );

const missingItem = ({ site }: Checked, { field, id }: Found, problem: Tell): Problem[] =>
  site.items[id]
    ? []
    : [
        problem(
          field,
          `It refers to ${id}, which is not public.`,
          `Publish ${id} first or together with this, or take the reference out.`,
        ),
      ];

const missingAsset = (
  { assets, armed = [], scope = EVERYWHERE, now }: Checked,
  found: Found,
  problem: Tell,
): Problem[] => {
  const { field, id } = found;
  const fallback = 'fallback' in found ? found.fallback : undefined;
  const closed = (assetId: string) => {
    const asset = assets.get(assetId);
    return asset ? closedIn(embargoesOfAsset(asset, armed), scope, now) : [];
  };
  const isShown = (assetId: string): boolean =>
    liveAsset(assets.get(assetId)) !== undefined && closed(assetId).length === 0;
  if (isShown(id) || fallback === 'none') return [];
  if (fallback !== undefined && isShown(fallback)) return [];
  const asset = assets.get(id);
  const [held] = closed(id);
  if (asset && held) {
    const until = LocalTime.safeParse(asset.embargoUntil).data;
    const [, message, remedy] = heldBack(`The file ${asset.fileName}`, held, until);
    return [problem(field, message, `${remedy} A fallback would be shown until then.`)];
  }
  const what = asset
    ? `The file ${asset.fileName} is ${WORDS[asset.state] ?? asset.state}.`
    : `There is no asset ${id}.`;
  return [
    problem(
      field,
      what,
      asset && WAITING.has(asset.state)
        ? 'Publish again when it is ready.'
        : 'Choose another file, or name a fallback.',
    ),
  ];
};

/** What is in the trash is out of use: no publication takes it up. */
const trashedAsset = ({ assets }: Checked, found: Found, problem: Tell): Problem[] => {
  const ids = [found.id, 'fallback' in found ? found.fallback : undefined];
  return ids.flatMap((id) => {
    const asset = assets.get(id ?? 'none');
    if (asset?.trashedAt === undefined) return [];
    return [problem(found.field, `The file ${asset.fileName} is in the trash.`, 'Restore it, or choose another file.')];
  });
};

/** A film is no picture, and the other way round; each stands where a page can show it. */
const wrongKind = ({ item, assets }: Checked, found: Found, problem: Tell): Problem[] => {
  const wanted = kindWanted(item.type, found.field);
  const ids = [found.id, 'fallback' in found ? found.fallback : undefined];
  return ids.flatMap((id) => {
    const asset = assets.get(id ?? 'none');
    if (!asset?.contentType || kindOf(asset.contentType) === wanted) return [];
    const message = `${fieldInWords(found.field)} must be ${KINDS[wanted]}; ${asset.fileName} is ${KINDS[kindOf(asset.contentType)]}.`;
    return [problem(found.field, message, `Choose ${KINDS[wanted]} of the library.`)];
  });
};

const KINDS: Readonly<Record<AssetKind, string>> = {
  picture: 'a picture',
  film: 'a film (MP4 or WebM)',
  captions: 'a caption file (WebVTT)',
};

/** "Key art" for `keyArt.asset`; the numbers of a list say nothing to an editor. */
const fieldInWords = (field: string): string => {
  const name = field.split('.').findLast((part) => part !== 'asset' && !/^\d+$/.test(part)) ?? field;
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Whether a problem may pass by itself: a file of the field is on its way. */
export const isWaiting = ({ revision, assets }: Pick<Checked, 'revision' | 'assets'>, { field }: Problem): boolean =>
  referencesIn(revision.data).some(
    (found) => found.kind === 'asset' && found.field === field && WAITING.has(assets.get(found.id)?.state ?? ''),
  );

const WAITING = new Set(['uploading', 'checking', 'processing']);
const WORDS: Readonly<Record<string, string>> = {
  uploading: 'still being uploaded',
  checking: 'still being checked',
  processing: 'still being processed',
  refused: 'refused',
  failed: 'not ready, because its processing failed',
  removed: 'removed',
};

/** Whoever cannot see a picture or a film reads what it shows, in every language that the item has. Captions are words already. */
const missingAlternatives = ({ item, revision: { data }, locales }: Checked, problem: Tell): Problem[] => {
  const names = namesOf(item.type, data);
  const needed = locales.filter((locale) => names[locale]);
  return alternativesIn(data).flatMap(({ field, alt }) => {
    const kind = kindWanted(item.type, field);
    if (kind === 'captions') return [];
    return needed
      .filter((locale) => !alt[locale])
      .map((locale) =>
        problem(`${field}.alt.${locale}`, `The ${kind} has no alternative text in ${locale}.`, 'Say what it shows.'),
      );
  });
};

const alternativesIn = (data: unknown, field = ''): { field: string; alt: Record<string, string> }[] => {
  if (typeof data !== 'object' || data === null) return [];
  const { asset, alt } = data as { asset?: unknown; alt?: Record<string, string> };
  if (typeof asset === 'string') return [{ field, alt: alt ?? {} }];
  return Object.entries(data).flatMap(([name, value]) =>
    alternativesIn(value, field === '' ? name : `${field}.${name}`),
  );
};
