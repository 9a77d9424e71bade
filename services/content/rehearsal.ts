import type { Problem } from './item.ts';
import type { Territory } from './territories.ts';

/** A page as it will be at a moment of a rehearsal. */
export type RehearsedPage = {
  path: string;
  locale: string;
  title: string;
  /** A signed link that shows it; none where it will be gone. */
  link?: string;
  change: 'new' | 'changed' | 'same' | 'gone';
};

/** The site as it will be at one moment, as those in a territory will see it. */
export type RehearsedMoment = {
  momentId: string;
  label: 'before' | 'at' | 'after';
  windowId?: string;
  instant: string;
  territory?: Territory;
  pages: readonly RehearsedPage[];
  problems: readonly Problem[];
  /** What the chatbot will know: the key of a file for each language. */
  knowledge: readonly { locale: string; key: string }[];
};

/** A request to see the site before, at and after the windows of a release. */
export type Rehearsal = {
  rehearsalId: string;
  releaseId: string;
  territory?: Territory;
  state: 'working' | 'done' | 'failed';
  requestedBy: string;
  requestedAt: string;
  /** When its links end. */
  expiresAt: string;
  correlationId: string;
  causationId: string;
};

/** Where the moments of a rehearsal lie until the bucket forgets them. */
export const momentsKey = (rehearsalId: string): string => `rehearsals/${rehearsalId}/moments.json`;
