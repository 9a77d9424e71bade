import { type Passage, passages, plainText } from '@marquee/site/markdown.ts';
import type { SearchEntry } from '@marquee/site/search.ts';
import type { PageView } from '@marquee/site/view.ts';

/** What search and the chatbot know of one page. */
export type PageDocument = { entry: SearchEntry; itemId?: string; version?: number; passages: Passage[] };

/** Characters of a page's text that the search in the browser gets. */
const SEARCHED = 600;

/** Sentences of a view in the order in which they are read. */
const passagesOf = (view: PageView): Passage[] => {
  const line = (heading: string | undefined, text: string | undefined): Passage[] => (text ? [{ heading, text }] : []);
  switch (view.page) {
    case 'title':
      return [
        ...line(undefined, view.logline),
        ...line(view.story.heading, view.story.lead),
        ...passages(view.story.body),
        ...view.sheet.flatMap(({ term, detail }) => line(term, detail)),
        ...view.cast.flatMap(({ name, role }) => line(name, `${name}: ${role}`)),
        ...view.crew.flatMap(({ role, people }) => line(role, `${role}: ${people.map(({ name }) => name).join(', ')}`)),
        ...view.episodes.flatMap(({ sealed, title, summary }) => (sealed ? [] : line(title, summary))),
        ...view.releases.flatMap(({ name, opens, links }) => [
          ...line(name, opens ? ('day' in opens ? opens.day : `${opens.at} (${opens.place})`) : undefined),
          ...links.flatMap(({ label }) => line(name, label)),
        ]),
        ...view.ratings.flatMap(({ system, value, territories, advice }) =>
          line(system, [value, territories, advice].filter(Boolean).join(', ')),
        ),
      ];
    case 'news':
      return [...line(undefined, view.summary), ...passages(view.body)];
    case 'person':
      return [
        ...line(undefined, view.profession),
        ...passages(view.biography),
        ...view.credits.flatMap(({ title, roles }) => line(title, `${title}: ${roles.join(', ')}`)),
      ];
    case 'trailer':
      return [...line(undefined, view.video.description), ...passages(view.video.transcript)];
    case 'gallery':
      return [
        ...line(undefined, view.description),
        ...view.figures.flatMap(({ caption, picture }) => line(undefined, caption ?? picture.alternative)),
      ];
    case 'faq':
      return view.groups.flatMap(({ questions }) =>
        questions.flatMap(({ question, answer }) => line(question, plainText(answer))),
      );
    case 'press-kit':
      return [...passages(view.introduction), ...view.facts.flatMap(({ term, detail }) => line(term, detail))];
    default:
      return [];
  }
};

/** What there is to know of a page, or nothing of those that only lead to others. */
export const documentOf = (
  view: PageView,
  { path, title, summary }: { path: string; title: string; summary: string },
): Pick<PageDocument, 'entry' | 'passages'> | undefined => {
  const found = passagesOf(view);
  if (found.length === 0) return undefined;
  const text = found
    .map((passage) => [passage.heading, passage.text].filter(Boolean).join(': '))
    .join(' ')
    .slice(0, SEARCHED);
  return { entry: { path, kind: view.page, title, summary, text }, passages: found };
};
