import { StatusPill } from '@marquee/ui/status.tsx';
import type { Status } from '@marquee/ui/words/statuses.ts';
import type { Asset } from '../api/assets.ts';
import type { LibraryWords } from './words.en.ts';
import { useLibraryWords } from './words.ts';

const STATUS: Readonly<Record<Asset['state'], Status>> = {
  uploading: 'waiting',
  checking: 'running',
  processing: 'running',
  ready: 'succeeded',
  incomplete: 'failed',
  refused: 'failed',
  failed: 'failed',
  removed: 'aborted',
};

/** How an asset stands, as one of the statuses, with what is worth saying of it. */
export const standing = (
  { state, renditions: { ready, total } }: Asset,
  words: LibraryWords,
): { status: Status; word: string } => {
  if (state === 'processing' && total > 0) return { status: 'running', word: words.making(ready, total) };
  if (state === 'incomplete') return { status: 'failed', word: words.renditionsReady(ready, total) };
  return { status: STATUS[state], word: words.states[state] };
};

/** How an asset stands. */
export const AssetState = ({ asset, plain }: { asset: Asset; plain?: boolean }) => {
  const { status, word } = standing(asset, useLibraryWords());
  return <StatusPill status={status} word={word} plain={plain} />;
};
