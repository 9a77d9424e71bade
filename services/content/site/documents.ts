import { passages, plainText } from '@marquee/site/markdown.ts';
import type { SearchEntry } from '@marquee/site/search.ts';
import { publishedText } from '@marquee/site/time.ts';
import type { Figure, PageView } from '@marquee/site/view.ts';
import { wordsOf } from '@marquee/site/words.ts';
import type { Passage } from '../../chat/model/knowledge.ts';
import { type Lines, linesIn } from '../model/text.ts';
import type { Look } from './look.ts';
import { titlePassages } from './title-passages.ts';

/** What search and the chatbot know of one page. */
export type PageDocument = {
  entry: SearchEntry;
  itemId?: string;
  version?: number;
  passages: readonly Passage[];
  alsoAsked?: readonly string[];
};

/** Characters of a page's text that the search in the browser gets. */
const SEARCHED = 600;

const line = (heading: string | undefined, text: string | undefined): Passage[] => (text ? [{ heading, text }] : []);

/** A picture in words, with what stands below it. */
const pictured = ({ caption, picture: { alternative } }: Figure): Passage => ({
  text: [caption, alternative].filter(Boolean).join(': '),
  part: 'picture',
});

const credited = (figures: readonly Figure[], locale: string): Passage[] =>
  [...new Set(figures.flatMap(({ credit }) => credit ?? []))].flatMap((credit) =>
    line(undefined, wordsOf(locale).photo(credit)),
  );

/** What a page is called, and the day that stands on it. */
const dated = (name: string, published: string, locale: string): string =>
  `${name}: ${publishedText(published, locale)}`;

/** Sentences of a view in the order in which they are read. */
const passagesOf = (view: PageView, locale: string): Passage[] => {
  switch (view.page) {
    case 'title':
      return titlePassages(view, locale);
    case 'news':
      return [
        ...line(undefined, view.summary),
        ...passages(view.body),
        ...(view.picture ? [pictured(view.picture)] : []),
        ...line(undefined, dated(view.headline, view.published, locale)),
        ...line(undefined, view.byline && wordsOf(locale).by(view.byline)),
      ];
    case 'person':
      return [
        ...line(undefined, view.profession),
        ...passages(view.biography),
        ...(view.portrait ? [pictured(view.portrait)] : []),
        ...view.credits.flatMap(({ title, roles }) => line(title, `${title}: ${roles.join(', ')}`)),
      ];
    case 'trailer':
      return [
        ...line(undefined, view.video.description),
        ...passages(view.video.transcript),
        ...line(undefined, dated(view.video.title, view.published, locale)),
      ];
    case 'gallery':
      return [...line(undefined, view.description), ...view.figures.map(pictured), ...credited(view.figures, locale)];
    case 'faq':
      return view.groups.flatMap(({ questions }) =>
        questions.flatMap(({ question, answer }) => line(question, plainText(answer))),
      );
    case 'press-kit':
      return [
        ...passages(view.introduction),
        ...view.facts.flatMap(({ term, detail }) => line(term, detail)),
        ...view.contacts.flatMap(({ name, role, email }) => line(role ?? name, `${name}, ${email}`)),
        ...view.downloads.map(({ figure }) => pictured(figure)),
        ...credited(
          view.downloads.map(({ figure }) => figure),
          locale,
        ),
      ];
    default:
      return [];
  }
};

/** What there is to know of a page, or nothing of those that only lead to others. */
export const documentOf = (
  view: PageView,
  locale: string,
  { path, title, summary }: { path: string; title: string; summary: string },
): Pick<PageDocument, 'entry' | 'passages'> | undefined => {
  const found = passagesOf(view, locale);
  if (found.length === 0) return undefined;
  const text = found
    .map((passage) => [passage.heading, passage.text].filter(Boolean).join(': '))
    .join(' ')
    .slice(0, SEARCHED);
  return { entry: { path, kind: view.page, title, summary, text }, passages: found };
};

/** The questions that an item answers, in the words of fans; nothing where none are listed in this language. */
export const alsoAsked = async (look: Look, itemId: string | undefined): Promise<Pick<PageDocument, 'alsoAsked'>> => {
  const found = await look.item(itemId);
  const lines = linesIn((found?.data as { alsoAsked?: Lines } | undefined)?.alsoAsked, look.locale);
  return lines.length > 0 ? { alsoAsked: lines } : {};
};
