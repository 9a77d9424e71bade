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
  detail: unknown;
};

/** EventBridge keeps an event's time to the second. */
export const eventTime = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
