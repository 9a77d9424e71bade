import * as z from 'zod';

/** What every event says about itself, beside its data. */
export const metadata = (version: number) =>
  z.object({
    eventId: z.uuid().describe('Identifies the event; the same event announced twice has the same identifier.'),
    correlationId: z.uuid().describe("The user's action that everything with this identifier follows from."),
    causationId: z.string().min(1).describe('The event or request that led directly to this event.'),
    occurredAt: z.iso.datetime().describe('When it happened, in UTC.'),
    version: z.literal(version).describe("Version of the event's contract."),
  });

export type Metadata = z.infer<ReturnType<typeof metadata>>;
