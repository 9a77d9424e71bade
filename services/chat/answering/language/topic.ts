import type { Concept, Kind } from './concepts.ts';

/** A part of a way of asking: a concept, a question word, or that a country is named. */
export type Part = Concept | `?${Kind}` | '@place';

/** A question that every launch gets. */
export type Topic = {
  name: string;
  /** Each list is one way of asking: all of its parts are in the question. A kind is written `?when`. */
  asked: readonly (readonly Part[])[];
  /** Ways of asking that are this question only where nothing else is meant. */
  hinted?: readonly (readonly Part[])[];
  /** The concept that a passage has which is about it, where nothing is headed by the topic. */
  told?: Concept;
  /** It is another question where one of these is in it. */
  not?: readonly Part[];
};
