import { filteredLines } from '../executions/load-rows.ts';
import { subjectOf } from '../executions/subject.ts';
import { busEvent } from './seen.ts';

/** A story as the list has it. Times are milliseconds since 1970. */
export type StoryLine = {
  correlationId: string;
  label: string;
  /** The kinds of its events, in order, each once. */
  events: readonly string[];
  count: number;
  from: number;
  to: number;
  failed: boolean;
};

/** Folds the bus's log into one line a story, the newest first. */
export const foldStories = (messages: readonly string[]): StoryLine[] => {
  const stories = new Map<string, StoryLine>();
  for (const message of messages) {
    const event = busEvent(message);
    const correlationId = event?.detail.metadata?.correlationId;
    if (!event || !correlationId) continue;
    const at = Date.parse(event.detail.metadata?.occurredAt ?? event.time);
    const kind = event['detail-type'];
    const known = stories.get(correlationId);
    const { label } = subjectOf(message, kind);
    stories.set(correlationId, {
      correlationId,
      label: known && known.from <= at ? known.label : label,
      events: known?.events.includes(kind) ? known.events : [...(known?.events ?? []), kind],
      count: (known?.count ?? 0) + 1,
      from: Math.min(known?.from ?? at, at),
      to: Math.max(known?.to ?? at, at),
      failed: (known?.failed ?? false) || /Failed|Rejected/.test(kind),
    });
  }
  return [...stories.values()].sort((one, other) => other.to - one.to);
};

/** The stories that events of a time tell of. Throws `AwsCallError`. */
export const readStories = async (eventLog: string, from: number, signal: AbortSignal): Promise<StoryLine[]> => {
  const messages: string[] = [];
  for await (const lines of filteredLines(eventLog, 'correlationId', { from }, signal))
    messages.push(...lines.map(({ message }) => message));
  return foldStories(messages);
};
