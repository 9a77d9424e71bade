import type { Contract, Detail } from '@marquee/events/event.ts';
import { ContentChanged } from '@marquee/events/schemas/content-changed.ts';
import { PreviewRequested } from '@marquee/events/schemas/preview-requested.ts';
import { PublishRequested } from '@marquee/events/schemas/publish-requested.ts';
import { RebuildRequested } from '@marquee/events/schemas/rebuild-requested.ts';
import { RefreshRequested } from '@marquee/events/schemas/refresh-requested.ts';
import { UnpublishRequested } from '@marquee/events/schemas/unpublish-requested.ts';
import { uuidFor } from '../../shared/uuid.ts';
import type { Announceable, AuditRecord, PublicationRecord } from './record.ts';

/** An event that is ready to be sent. */
export type Announcement = { contract: Contract; detail: Detail<Contract> };

const CHANGES = new Set(['created', 'saved', 'restored-revision', 'trashed', 'restored']);

/** The event that a record stands for, or nothing where nobody has to know. The same record gives the same event, always. */
export const eventOf = (record: Announceable): Announcement | undefined =>
  'publicationId' in record ? publicationEvent(record) : auditEvent(record);

const metadata = (
  name: string,
  { correlationId, causationId }: { correlationId: string; causationId: string },
  occurredAt: string,
) => ({
  eventId: uuidFor(name),
  correlationId,
  causationId,
  occurredAt,
  version: 1,
});

const auditEvent = (record: AuditRecord): Announcement | undefined => {
  const { entryId, itemId, type, action, by, at, version, details } = record;
  const about = metadata(`audit ${itemId} ${entryId}`, record, at);
  if (action === 'previewed' && details?.expiresAt) {
    return {
      contract: PreviewRequested,
      detail: { metadata: about, data: { itemId, version, expiresAt: details.expiresAt } },
    };
  }
  if (!CHANGES.has(action)) return undefined;
  return { contract: ContentChanged, detail: { metadata: about, data: { itemId, type, version, action, by } } };
};

const publicationEvent = (record: PublicationRecord): Announcement => {
  const { publicationId, kind, items, requestedAt } = record;
  const about = metadata(`publication ${publicationId}`, record, requestedAt);
  if (kind === 'refresh') return { contract: RefreshRequested, detail: { metadata: about, data: { publicationId } } };
  if (kind === 'rebuild') return { contract: RebuildRequested, detail: { metadata: about, data: { publicationId } } };
  const contract = kind === 'publish' ? PublishRequested : UnpublishRequested;
  const named = items.map(({ itemId, version }) => ({ itemId, version }));
  return { contract, detail: { metadata: about, data: { publicationId, items: named } } };
};
