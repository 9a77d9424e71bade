// What the publish workflow writes for the chatbot, one file a language. Everything in it is public at its version of the site.

/** A piece of a page's text, below the heading that it stands under. */
export type Passage = {
  heading?: string;
  text: string;
  /**
   * Which part of a page it is. A `sealed` episode says only when it opens; `cast` is headed by the person, `crew` by the job; a
   * `picture` is told in words.
   */
  part?: 'cast' | 'crew' | 'episode' | 'sealed' | 'release' | 'rating' | 'picture';
  /** Countries (ISO 3166) that it is about, such as a release date's; left out where it is about all of them. */
  territories?: readonly string[];
};

/** A page with what it says. */
export type KnownPage = {
  path: string;
  /** `title`, `person`, `news` and so on. */
  kind: string;
  title: string;
  itemId?: string;
  /** The item's version that the page shows. */
  version?: number;
  passages: readonly Passage[];
  /** Questions that it answers, in the words of fans. */
  alsoAsked?: readonly string[];
};

/** An answer that an editor wrote. The answer is Markdown. */
export type CuratedAnswer = {
  itemId: string;
  version?: number;
  question: string;
  answer: string;
  path: string;
  /** Countries where it holds; everywhere where it is left out. Elsewhere it is not given. */
  territories?: readonly string[];
  /** The question in other words. */
  alsoAsked?: readonly string[];
};

/** All that the chatbot knows in one language. */
export type Knowledge = { locale: string; pages: readonly KnownPage[]; questions: readonly CuratedAnswer[] };
