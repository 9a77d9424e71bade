import type { ExecutionTree } from '../history/model.ts';

/** An event of the bus, as its log keeps it. */
export type BusEvent = {
  id: string;
  'detail-type': string;
  source: string;
  time: string;
  detail: {
    metadata?: { eventId?: string; correlationId?: string; causationId?: string; occurredAt?: string };
    data?: Readonly<Record<string, unknown>>;
  };
};

/** The event of a log line; undefined where the line is none. */
export const busEvent = (message: string): BusEvent | undefined => {
  try {
    const event = JSON.parse(message) as Partial<BusEvent>;
    return typeof event['detail-type'] === 'string' && event.detail !== null && typeof event.detail === 'object'
      ? (event as BusEvent)
      : undefined;
  } catch {
    return undefined;
  }
};

/** Marquee's own name of an event; twice announced it is the same. */
export const eventIdOf = (event: BusEvent): string => event.detail.metadata?.eventId ?? event.id;

/** An execution of a story, with its history. */
export type SeenExecution = { arn: string; workflow: string; name: string; tree: ExecutionTree };

/** A record that an execution wrote, as it is now; no `facts` where it is gone. */
export type SeenItem = {
  table: string;
  key: string;
  /** The executions that wrote it. */
  writers: readonly string[];
  facts?: Readonly<Record<string, string>>;
  /** Of an asset's content: what was made of it. */
  renditions?: readonly { name: string; state: string; bytes: number }[];
};

export type Seen = {
  correlationId: string;
  events: readonly BusEvent[];
  executions: readonly SeenExecution[];
  items: readonly SeenItem[];
  /** The knowledge of the site's version that is live: its keys by locale. */
  knowledge?: { version: number; keys: Readonly<Record<string, string>> };
};
