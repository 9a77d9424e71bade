import { isoSecond } from '../aws/time.ts';

/** An event as rules see it and targets get it. */
export type Event = {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  /** UTC, to the second. */
  time: string;
  region: string;
  resources: string[];
  /** The replay that sent it again, where one did. */
  'replay-name'?: string;
  detail: unknown;
};

/** EventBridge keeps an event's time to the second. */
export const eventTime = isoSecond;
