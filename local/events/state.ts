import type { DatabaseSync } from 'node:sqlite';
import type { TagStore } from '../aws/tag-store.ts';
import type { Clock } from '../clock.ts';
import type { Archives } from './archives/archives.ts';
import type { Replays } from './archives/replays.ts';
import type { Event } from './event.ts';
import type { AcceptedEvent } from './intake.ts';
import type { Rules } from './rules.ts';

/** What EventBridge's actions work with. */
export type EventBridge = {
  database: DatabaseSync;
  clock: Clock;
  accountId: string;
  region: string;
  rules: Rules;
  tags: TagStore;
  archives: Archives;
  replays: Replays;
  /** Matches events and keeps every delivery before it returns: all or nothing. */
  accept: (events: readonly AcceptedEvent[]) => void;
  /** As `accept`, for an event that comes whole from another bus. */
  hand: (event: Event, bus: string) => void;
};

/** A moment as the API answers it: seconds since the epoch. */
export const seconds = (milliseconds: number): number => milliseconds / 1000;
