import * as z from 'zod';

const Traced = { correlationId: z.uuid(), causationId: z.string().min(1) };
const At = z.iso.datetime();
const Item = z.object({ itemId: z.string().min(1), version: z.int().positive() });

/** A line of the audit trail; only what is announced of it. */
const Audit = z.object({
  ...Traced,
  entryId: z.string().min(1),
  itemId: z.string().min(1),
  type: z.string().min(1),
  action: z.string().min(1),
  by: z.string().min(1),
  at: At,
  version: z.int().positive(),
  details: z.object({ expiresAt: At.optional() }).optional(),
});

const Publication = z.object({
  ...Traced,
  publicationId: z.uuid(),
  kind: z.enum(['publish', 'unpublish', 'release', 'refresh', 'rebuild']),
  items: z.array(Item),
  release: z.object({ releaseId: z.uuid(), windowId: z.uuid().optional() }).optional(),
  requestedAt: At,
});

/** What sets the workflow of a release going. */
const Run = z.object({
  ...Traced,
  kind: z.enum(['scheduled', 'roll-back']),
  releaseId: z.uuid(),
  name: z.string().min(1),
  releaseVersion: z.int().positive(),
  at: At,
});

const Rehearsal = z.object({ ...Traced, releaseId: z.uuid(), rehearsalId: z.uuid(), requestedAt: At });

/** What the content table wrote down to be announced. */
export const Announceable = z.union([
  z.object({ sk: z.string().startsWith('AUDIT#') }).and(Audit),
  z.object({ sk: z.literal('PUBLICATION') }).and(Publication),
  z.object({ sk: z.string().startsWith('RUN#') }).and(Run),
  z.object({ sk: z.string().startsWith('REHEARSAL#') }).and(Rehearsal),
]);
export type Announceable = z.infer<typeof Announceable>;
export type AuditRecord = z.infer<typeof Audit>;
export type RunRecord = z.infer<typeof Run>;
export type RehearsalRecord = z.infer<typeof Rehearsal>;
export type PublicationRecord = z.infer<typeof Publication>;
