import type { Clock } from '../clock.ts';
import type { Rules } from './rules.ts';

/** An event on its way to a bus; `time` in milliseconds since the epoch. */
export type AcceptedEvent = {
  id?: string;
  bus: string;
  source: string;
  detailType: string;
  detail: unknown;
  resources: string[];
  time: number;
};

/** What EventBridge's actions work with. */
export type EventBridge = {
  rules: Rules;
  clock: Clock;
  /** Matches the event and keeps every delivery before it returns. */
  accept: (event: AcceptedEvent) => void;
};
