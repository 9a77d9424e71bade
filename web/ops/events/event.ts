import { type Subject, subjectOf } from '../executions/subject.ts';

/** An event as the bus carried it, read from its line in the event log. */
export type BusEvent = {
  /** Of its line; a replayed event has another line and the same `id`. */
  key: string;
  /** EventBridge's own id. */
  id: string;
  /** When it reached the log, in milliseconds since 1970. */
  at: number;
  /** When it came to the bus first; EventBridge tells whole seconds. */
  time: number;
  source: string;
  detailType: string;
  subject: Subject;
  eventId?: string;
  correlationId?: string;
  causationId?: string;
  version?: number;
  /** The replay that brought it once more. */
  replay?: string;
  /** As it came. */
  text: string;
};

type Json = Record<string, unknown>;

const member = (value: Json, name: string): Json => {
  const found = value[name];
  return found !== null && typeof found === 'object' && !Array.isArray(found) ? (found as Json) : {};
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads an event from its text; undefined where it is none of EventBridge's. */
export const readEvent = (text: string, at: number, key: string): BusEvent | undefined => {
  let event: Json;
  try {
    event = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  if (event === null || typeof event !== 'object') return undefined;
  const [id, source, detailType] = [textOf(event.id), textOf(event.source), textOf(event['detail-type'])];
  if (id === undefined || source === undefined || detailType === undefined) return undefined;
  const metadata = member(member(event, 'detail'), 'metadata');
  const time = Date.parse(String(event.time));
  return {
    ...{ key, id, at, source, detailType, text },
    time: Number.isFinite(time) ? time : at,
    subject: subjectOf(text, detailType),
    ...optional('eventId', textOf(metadata.eventId)),
    ...optional('correlationId', textOf(metadata.correlationId)),
    ...optional('causationId', textOf(metadata.causationId)),
    ...optional('replay', textOf(event['replay-name'])),
    ...(typeof metadata.version === 'number' && { version: metadata.version }),
  };
};

const optional = <Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, string>);

/** What a contract describes: the event's `detail`. */
export const detailOf = (text: string): unknown => {
  try {
    return (JSON.parse(text) as { detail?: unknown } | null)?.detail;
  } catch {
    return undefined;
  }
};
