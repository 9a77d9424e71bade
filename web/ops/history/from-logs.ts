import type { HistoryEvent, HistoryEventType } from '@aws-sdk/client-sfn';

/** The member of a history's event that has the details of events of this type. */
const detailsName = (type: string): string => {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
};

type LogLine = {
  id?: string;
  type?: string;
  details?: object;
  previous_event_id?: string;
  event_timestamp?: string;
  execution_arn?: string;
};

const lineOf = (message: string): LogLine => {
  try {
    return JSON.parse(message) as LogLine;
  } catch {
    return {}; // a line of something else in the same group
  }
};

/**
 * The events of an execution from the lines that its workflow logs, in the order of their ids: an Express execution has no
 * other history. Lines of other executions, and lines delivered twice, are left out.
 * https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
export const eventsFromLogs = (messages: readonly string[], executionArn: string): HistoryEvent[] => {
  const events = new Map<number, HistoryEvent>();
  for (const message of messages) {
    const { id, type, details, previous_event_id: previous, event_timestamp: at, execution_arn: arn } = lineOf(message);
    if (arn !== executionArn || !id || !type) continue;
    events.set(Number(id), {
      id: Number(id),
      type: type as HistoryEventType,
      previousEventId: Number(previous ?? 0),
      timestamp: new Date(Number(at)),
      [detailsName(type)]: details,
    });
  }
  return [...events.values()].sort((one, other) => Number(one.id) - Number(other.id));
};
