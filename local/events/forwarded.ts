import type { Event } from './event.ts';

/**
 * Under which an entry of PutEvents carries an event that another bus hands on, whole. It is a symbol, so that no caller
 * from outside can bring it: such an event keeps its id, its time and a source of AWS.
 */
export const FORWARDED = Symbol('forwarded event');

export type MayBeForwarded = { [FORWARDED]?: Event };
