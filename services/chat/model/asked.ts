/** What a question was about: the source that answered it, or what became of it where none did. Nothing of the fan's words. */
export type Subject = {
  /** Tells it apart: an item, a page, or an outcome. */
  subject: string;
  /** What the page is called; empty for an outcome, which the reader's own language names. */
  title: string;
  itemId?: string;
  outcome: string;
};

/** How often fans asked about something. */
export type Asked = Subject & { count: number };
