import type { ContentType } from './item.ts';

const WANTED: Readonly<Record<string, ContentType>> = {
  about: 'title',
  partOf: 'title',
  home: 'title',
  person: 'person',
};

/** The type of item that a field of this name refers to; undefined where it may be any. */
export const typeWanted = (field: string): ContentType | undefined => WANTED[field];
