import type { Contract, Detail } from '@marquee/events/event.ts';
import { ContentChanged } from '@marquee/events/schemas/content-changed.ts';
import { PreviewRequested } from '@marquee/events/schemas/preview-requested.ts';
import { PublishRequested } from '@marquee/events/schemas/publish-requested.ts';
import { RebuildRequested } from '@marquee/events/schemas/rebuild-requested.ts';
import { RefreshRequested } from '@marquee/events/schemas/refresh-requested.ts';
import { RehearsalRequested } from '@marquee/events/schemas/rehearsal-requested.ts';
import { ReleaseChangeRequested } from '@marquee/events/schemas/release-change-requested.ts';
import { ReleaseRollBackRequested } from '@marquee/events/schemas/release-roll-back-requested.ts';
import { ReleaseScheduled } from '@marquee/events/schemas/release-scheduled.ts';
import { UnpublishRequested } from '@marquee/events/schemas/unpublish-requested.ts';
import { uuidFor } from '../../shared/uuid.ts';
import type { Announceable, AuditRecord, PublicationRecord, RehearsalRecord, RunRecord } from './record.ts';

/** An event that is ready to be sent. */
export type Announcement = { contract: Contract; detail: Detail<Contract> };

const CHANGES = new Set(['created', 'saved', 'restored-revision', 'trashed', 'restored']);

/** The event that a record stands for, or nothing where nobody has to know. The same record gives the same event, always. */
export const eventOf = (record: Announceable): Announcement | undefined => {
  if ('publicationId' in record) return publicationEvent(record);
  if ('rehearsalId' in record) return rehearsalEvent(record);
  return 'releaseVersion' in record ? runEvent(record) : auditEvent(record);
};

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
  const { publicationId, kind, items, release, requestedAt } = record;
  const about = metadata(`publication ${publicationId}`, record, requestedAt);
  if (kind === 'refresh') return { contract: RefreshRequested, detail: { metadata: about, data: { publicationId } } };
  if (kind === 'rebuild') return { contract: RebuildRequested, detail: { metadata: about, data: { publicationId } } };
  const contract = kind === 'publish' ? PublishRequested : UnpublishRequested;
  const named = items.map(({ itemId, version }) => ({ itemId, version }));
  if (kind === 'release') {
    const each = [...new Map(named.map((item) => [item.itemId, item])).values()];
    return {
      contract: ReleaseChangeRequested,
      detail: { metadata: about, data: { publicationId, ...release, items: each } },
    };
  }
  return { contract, detail: { metadata: about, data: { publicationId, items: named } } };
};

const runEvent = (record: RunRecord): Announcement => {
  const { releaseId, name, releaseVersion, kind, at } = record;
  const contract = kind === 'scheduled' ? ReleaseScheduled : ReleaseRollBackRequested;
  const about = metadata(`release ${releaseId} ${releaseVersion}`, record, at);
  return { contract, detail: { metadata: about, data: { releaseId, name, releaseVersion } } };
};

const rehearsalEvent = (record: RehearsalRecord): Announcement => {
  const { releaseId, rehearsalId, requestedAt } = record;
  const about = metadata(`rehearsal ${rehearsalId}`, record, requestedAt);
  return { contract: RehearsalRequested, detail: { metadata: about, data: { releaseId, rehearsalId } } };
};
