import type { Outcome } from './act.ts';
import type { Letter } from './letter.ts';
import type { Shown } from './letter-store.ts';

/** Whether a letter came back after it was sent again: another message that says the same, later. */
export const cameBack = ({ at }: Pick<Outcome, 'at'>, letter: Letter, shown: ReadonlyMap<string, Shown>): boolean => {
  for (const { letter: other } of shown.values())
    if (other.id !== letter.id && other.sentAt > at && other.payload === letter.payload && letter.payload !== undefined)
      return true;
  return false;
};
