import { StatusPill } from '@marquee/ui/status.tsx';
import type { Status } from '@marquee/ui/words/statuses.ts';
import type { Item } from '../api/content.ts';
import type { PagesWords } from './words.en.ts';
import { usePagesWords } from './words.ts';

const STATUS: Readonly<Record<Item['state'], Status>> = {
  draft: 'draft',
  changed: 'changed',
  scheduled: 'scheduled',
  published: 'published',
  unpublished: 'aborted',
  trashed: 'aborted',
};

type Stands = Pick<Item, 'state' | 'publication'>;

/** How an item stands, as one of the statuses, in a word. `isEmbargoed` where nothing of it may be public yet. */
export const standing = (
  { state, publication }: Stands,
  words: PagesWords,
  isEmbargoed = false,
): { status: Status; word: string } => {
  if (publication?.state === 'waiting') {
    return { status: 'running', word: publication.kind === 'unpublish' ? words.unpublishing : words.publishing };
  }
  if (publication?.state === 'failed') return { status: 'failed', word: words.notPublished };
  if (isEmbargoed && state === 'draft') return { status: 'embargoed', word: words.states.embargoed };
  return { status: STATUS[state], word: words.states[state] };
};

type Props = { item: Stands; isEmbargoed?: boolean; plain?: boolean };

/** How an item stands. */
export const PageState = ({ item, isEmbargoed, plain }: Props) => (
  <StatusPill {...standing(item, usePagesWords(), isEmbargoed)} plain={plain} />
);
