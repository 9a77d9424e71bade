import { StatusPill } from '@marquee/ui/status.tsx';
import type { ReleaseState as State } from '../api/releases.ts';
import { STATUS_OF } from './model/standing.ts';
import { useReleaseWords } from './words.ts';

/** How a release stands. */
export const ReleaseState = ({ state, plain }: { state: State; plain?: boolean }) => (
  <StatusPill status={STATUS_OF[state]} word={useReleaseWords().states[state]} plain={plain} />
);
