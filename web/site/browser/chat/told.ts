import type { Words } from '../../words/en.ts';

/** What the chat says in the page's language; the page brings it. */
export type Told = Words['chat']['told'];
