import type { IconName } from '../icons/icons.tsx';

/** How anything can stand, as `look.md` lists it. */
export const STATUSES = {
  waiting: {
    word: 'Waiting',
    icon: 'waiting',
    says: 'Nothing works on it now; it goes on when what it waits for happens.',
  },
  running: { word: 'Running', icon: 'running', says: 'It is being worked on.' },
  succeeded: { word: 'Succeeded', icon: 'succeeded', says: 'It did what it was to do.' },
  retried: { word: 'Retried', icon: 'retried', says: 'It succeeded, though not at the first attempt.' },
  caught: { word: 'Caught', icon: 'caught', says: 'It failed, and what was foreseen for that was done.' },
  failed: { word: 'Failed', icon: 'failed', says: 'It ended in an error.' },
  timedout: { word: 'Timed out', icon: 'timedout', says: 'It took longer than it may.' },
  aborted: { word: 'Aborted', icon: 'aborted', says: 'Somebody stopped it.' },
  scheduled: { word: 'Scheduled', icon: 'scheduled', says: 'It begins at a set time.' },
  embargoed: { word: 'Embargoed', icon: 'embargoed', says: 'It is not public before a set time.' },
  draft: { word: 'Draft', icon: 'draft', says: 'Nobody but the team sees it.' },
  changed: { word: 'Changed', icon: 'changed', says: 'It is live, and has edits that are not.' },
  published: { word: 'Published', icon: 'published', says: 'Everybody sees it.' },
} as const satisfies Record<string, { word: string; icon: IconName; says: string }>;

export type Status = keyof typeof STATUSES;
