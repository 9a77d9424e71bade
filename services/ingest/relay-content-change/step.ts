import * as z from 'zod';
import { type Announcement, eventOf } from './events.ts';
import { Announceable } from './record.ts';

const StreamRecord = z.object({
  eventID: z.string().min(1),
  dynamodb: z.object({ SequenceNumber: z.string().min(1), NewImage: z.unknown() }),
});

/** A batch of the content table's stream. */
export const StreamBatch = z.object({ Records: z.array(z.unknown()) });
export type StreamBatch = z.infer<typeof StreamBatch>;

type Deps = {
  /** An item of the table as plain values. Throws where it is none. */
  plain: (image: unknown) => unknown;
  announce: (announcement: Announcement) => Promise<void>;
  /** Keeps a record that no later try could announce, whole and with the reason. */
  setAside: (record: unknown, reason: string) => Promise<void>;
  log: (level: 'warn' | 'error', message: string, fields: Record<string, unknown>) => void;
};

/**
 * Announces what the content table wrote down, in the order in which it was written. A record that cannot be read is set aside
 * whole, and those after it go on; where the bus does not answer, the batch comes again from the record that was not sent.
 */
export const createRelayContentChange =
  ({ plain, announce, setAside, log }: Deps) =>
  async ({ Records }: StreamBatch): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> => {
    for (const record of Records) {
      const announcement = read(record, plain);
      if ('reason' in announcement) {
        log('error', 'a record of the content table cannot be announced; it is set aside', announcement);
        await setAside(record, announcement.reason);
        continue;
      }
      try {
        if (announcement.event) await announce(announcement.event);
      } catch (error) {
        log('warn', 'the bus did not take an event; the batch comes again from here', { error });
        return { batchItemFailures: [{ itemIdentifier: announcement.sequence }] };
      }
    }
    return { batchItemFailures: [] };
  };

type Read = { event?: Announcement; sequence: string } | { reason: string };

const read = (record: unknown, plain: Deps['plain']): Read => {
  try {
    const { dynamodb } = StreamRecord.parse(record);
    const event = eventOf(Announceable.parse(plain(dynamodb.NewImage)));
    event?.contract.strict.parse(event.detail);
    return { event, sequence: dynamodb.SequenceNumber };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
};
