import type { Day, Figure, Link, Moment, Question, Teaser } from '@marquee/site/view.ts';
import type { News } from '../../model/news.ts';
import type { AssetReference } from '../../model/reference.ts';
import type { Localised } from '../../model/text.ts';
import { cityOf, instantOf, type Opening } from '../../model/time.ts';
import type { Look } from '../look.ts';

/** Only what is there: a page is made of these lists. */
export const present = <Value>(values: readonly (Value | undefined)[]): Value[] =>
  values.filter((value) => value !== undefined);

/** A time as pages tell it. */
export const opening = (look: Look, value: Opening | undefined): Moment | Day | undefined => {
  if (!value) return undefined;
  const { at, zone, day, place } = value;
  if (day !== undefined) return { day };
  if (at === undefined || zone === undefined) return undefined;
  return { at: new Date(instantOf({ at, zone })).toISOString(), zone, place: look.text(place) ?? cityOf(zone) };
};

/** When it begins, in milliseconds: a day begins at midnight in UTC. */
export const beginning = (when: Moment | Day): number => Date.parse('day' in when ? `${when.day}T00:00:00Z` : when.at);

type PictureEntry = { picture: AssetReference; caption?: Localised; credit?: string };

/** A picture with its words, or nothing where it is not there. */
export const figure = async (look: Look, { picture, caption, credit }: PictureEntry): Promise<Figure | undefined> => {
  const shown = await look.asset(picture);
  return shown && { picture: shown, caption: look.text(caption), credit };
};

/** A link to an item's page by its name, or nothing where it has none. */
export const linkTo = (look: Look, itemId: string | undefined): Link | undefined => {
  const path = itemId === undefined ? undefined : look.path(itemId);
  if (itemId === undefined || path === undefined) return undefined;
  return { label: look.name(itemId) ?? itemId, url: path };
};

/** What leads to a news article. */
export const teaser = async (look: Look, itemId: string): Promise<Teaser | undefined> => {
  const path = look.path(itemId);
  const found = await look.item<'news'>(itemId);
  if (!path || !found) return undefined;
  const data: News = found.data;
  return {
    path,
    title: look.text(data.headline) ?? '',
    summary: look.text(data.summary) ?? '',
    published: found.item.dated,
    picture: await look.asset(data.picture),
  };
};

export const teasers = async (look: Look, itemIds: readonly string[]): Promise<Teaser[]> =>
  present(await Promise.all(itemIds.map((id) => teaser(look, id))));

/** Curated questions with their answers, in this language; one without an answer in it is left out. */
export const questions = async (look: Look, itemIds: readonly string[]): Promise<(Question & { group?: string })[]> =>
  present(
    await Promise.all(
      itemIds.map(async (id) => {
        const found = await look.item<'faq'>(id);
        const question = look.text(found?.data.question);
        const answer = look.text(found?.data.answer);
        return question && answer ? { id, question, answer, group: look.text(found?.data.group) } : undefined;
      }),
    ),
  );
