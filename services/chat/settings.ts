const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Characters of a question. */
export const LONGEST_QUESTION = 500;

/** Turns of one conversation, and how many of them may wait for their answer. */
export const MOST_TURNS = 200;
export const MOST_WAITING = 10;

/** Sockets of one conversation: a few tabs, a phone. */
export const MOST_SOCKETS = 8;

/** Milliseconds without a turn after which a conversation is closed. */
export const IDLE = 30 * MINUTE;

/** Milliseconds after the last turn for which a conversation is kept. */
export const KEPT = 30 * DAY;

/** Milliseconds for which a token is good. Whoever uses it when half of them are gone gets a fresh one. */
export const TOKEN_LIFE = 60 * MINUTE;

/** Milliseconds for which one execution answers a turn alone: longer than all of its steps may take. */
export const LEASE = 75_000;

/** Turns that are remembered when the next one is understood. */
export const REMEMBERED = 6;

/** Turns in a row without an answer after which a person is asked for. */
export const MOST_MISSES = 2;
