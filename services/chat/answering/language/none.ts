import { CONCEPTS, type Concept, KINDS, type Kind } from './concepts.ts';
import type { LanguageData } from './language.ts';

const nothing = <Key extends string>(keys: readonly Key[]): Record<Key, string> =>
  Object.fromEntries(keys.map((key) => [key, ''])) as Record<Key, string>;

/** A language without lists: words are compared as they are. */
export const NONE: LanguageData = {
  locale: '',
  stop: '',
  ordinary: '',
  aliases: '',
  irregular: '',
  openers: '',
  numbers: '',
  everyday: '',
  concepts: nothing<Concept>(CONCEPTS),
  kinds: nothing<Kind>(KINDS),
  work: '',
  pronouns: '',
  leads: '',
  jobs: '',
  strangers: '',
  stem: (word) => word,
};
