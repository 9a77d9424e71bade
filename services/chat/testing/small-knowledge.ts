import type { CuratedAnswer, Knowledge, KnownPage } from '../model/knowledge.ts';

const faq = (itemId: string, question: string, answer: string, more: Partial<CuratedAnswer> = {}): CuratedAnswer => ({
  itemId,
  question,
  answer,
  path: `/questions/#${itemId}`,
  ...more,
});

/** A film that nobody has made: what is understood must not hang on one title. */
export const filmKnowledge = (more: Partial<Knowledge> = {}): Knowledge => ({
  locale: 'en',
  questions: [
    faq('cinemas', 'When does it open in cinemas?', 'On **Thursday 4 March 2027** in Germany, a week later in France.'),
    faq('length', 'How long is the film?', 'It runs for 104 minutes.'),
    faq('dogs', 'Are dogs harmed?', 'No dog comes to harm.'),
    faq('subtitles', 'Which subtitles are there?', 'German, French and Polish.'),
    faq('tickets', 'Where can I book tickets?', 'At your cinema, from February.', { territories: ['DE'] }),
  ],
  pages: [
    title([
      { heading: 'Elke Sandoval', text: 'Elke Sandoval: Mina, the gardener', part: 'cast' },
      { heading: 'Directed by', text: 'Directed by: Ruben Achterberg', part: 'crew' },
      { heading: 'Germany', text: 'Germany: 4 March 2027', part: 'release', territories: ['DE'] },
      { heading: 'France', text: 'France: 11 March 2027', part: 'release', territories: ['FR'] },
    ]),
    {
      path: '/people/elke-sandoval/',
      kind: 'person',
      title: 'Elke Sandoval',
      itemId: 'elke-sandoval',
      passages: [
        { text: 'Actor' },
        { text: 'Elke Sandoval was a glassblower in Jena before she acted. She keeps three parrots.' },
      ],
    },
  ],
  ...more,
});

const title = (passages: KnownPage['passages']): KnownPage => ({
  path: '/',
  kind: 'title',
  title: 'The Glass Orchard',
  itemId: 'glass-orchard',
  passages: [{ text: 'Mina finds an orchard of glass behind the quarry.' }, ...passages],
});

/** A series of which an episode is sealed. */
export const seriesKnowledge = (): Knowledge => ({
  locale: 'en',
  questions: [],
  pages: [
    title([
      { heading: 'Episode 1: Shards', text: 'Mina climbs the wall.', part: 'episode' },
      { heading: 'Episode 2', text: 'Sealed. Title and story open Monday 5 April 2027', part: 'sealed' },
    ]),
  ],
});
