import type { HandOver } from './protocol.ts';
import type { Turn } from './turns.ts';

/** What shows a conversation. */
export type Screen = {
  turn: (turn: Turn) => void;
  /** The turn is no more. */
  gone: (id: string) => void;
  handOver: (message: HandOver) => void;
  closed: () => void;
  /** What was shown until now belongs to a conversation that has ended. */
  ended: () => void;
  /** The connection went away, or came back. */
  down: () => void;
  back: () => void;
  held: (seconds: number) => void;
  /** While this runs, what appears is old and is not read out. */
  quietly: (show: () => void) => Promise<void>;
};
