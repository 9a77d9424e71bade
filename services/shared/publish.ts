import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Contract, Detail } from '@marquee/events/event.ts';
import { events } from './clients.ts';
import { variable } from './environment.ts';
import { log, type Trace } from './task.ts';

const busName = /* @__PURE__ */ variable('EVENT_BUS_NAME');

/** EventBridge did not take the event. Retried. */
export class EventNotPublishedError extends Error {
  override name = 'EventNotPublishedError';
}

/**
 * Puts one event on the bus; when it resolves, EventBridge has the event. Throws where the detail does not fit the
 * contract exactly, and `EventNotPublishedError` where EventBridge refuses it.
 */
export const publish = async <Event extends Contract>(contract: Event, detail: Detail<Event>): Promise<void> => {
  const checked = contract.strict.parse(detail) as { metadata: Trace & { eventId: string } };
  const { Entries } = await events.send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: busName,
          Source: contract.source,
          DetailType: contract.detailType,
          Detail: JSON.stringify(checked),
        },
      ],
    }),
  );
  const [entry] = Entries ?? [];
  if (entry?.ErrorCode) throw new EventNotPublishedError(`${entry.ErrorCode}: ${entry.ErrorMessage}`);
  const { eventId, correlationId, causationId } = checked.metadata;
  log('info', 'published', { event: contract.detailType, eventId, correlationId, causationId });
};
