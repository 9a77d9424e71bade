import { isDiskFull } from '../local/database.ts';
import { diskFull } from './start-errors.ts';

/** How often a full disk is told of at most, in milliseconds. */
const TELL_EVERY = 10_000;

/** Tells the terminal of faults of the runtime; of a full disk in words, and not with every call that it fails. */
export const createTellFault = (
  dataFolder: string,
  {
    say,
    print = console.error,
    now = Date.now,
  }: { say: (text: string) => void; print?: (error: unknown) => void; now?: () => number },
): ((error: unknown) => void) => {
  let told = Number.NEGATIVE_INFINITY;
  let stopped = false;
  return (error) => {
    if (!isDiskFull(error)) return print(error);
    // The engine writes nothing after what it could not write.
    const stops = !stopped && (error as Error).name === 'JournalError';
    if (!stops && now() - told < TELL_EVERY) return;
    told = now();
    stopped ||= stops;
    say(
      `${diskFull(dataFolder)} Calls that cannot be kept fail until then, and nothing of them is; what was accepted is safe.${stopped ? ' Workflows stand still until npm start is run again.' : ''}`,
    );
  };
};
