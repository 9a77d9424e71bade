import type { Contract } from './event.ts';
import { AssetEmbargoChanged, assetEmbargoChangedExample } from './schemas/asset-embargo-changed.ts';
import { AssetFetchRequested, assetFetchRequestedExample } from './schemas/asset-fetch-requested.ts';
import { AssetFocusMoved, assetFocusMovedExample } from './schemas/asset-focus-moved.ts';
import { AssetProcessed, assetProcessedExample } from './schemas/asset-processed.ts';
import { AssetProcessingFailed, assetProcessingFailedExample } from './schemas/asset-processing-failed.ts';
import { AssetRejected, assetRejectedExample } from './schemas/asset-rejected.ts';
import { AssetRemoved, assetRemovedExample } from './schemas/asset-removed.ts';
import { AssetUploaded, assetUploadedExample } from './schemas/asset-uploaded.ts';
import { ContentChanged, contentChangedExample } from './schemas/content-changed.ts';
import { ContentPublished, contentPublishedExample } from './schemas/content-published.ts';
import { ContentUnpublished, contentUnpublishedExample } from './schemas/content-unpublished.ts';
import { FaqDraftRequested, faqDraftRequestedExample } from './schemas/faq-draft-requested.ts';
import { FeedbackGiven, feedbackGivenExample } from './schemas/feedback-given.ts';
import { PersonRequested, personRequestedExample } from './schemas/person-requested.ts';
import { PreviewRequested, previewRequestedExample } from './schemas/preview-requested.ts';
import { PublicationDue, publicationDueExample } from './schemas/publication-due.ts';
import { PublicationFailed, publicationFailedExample } from './schemas/publication-failed.ts';
import { PublishRequested, publishRequestedExample } from './schemas/publish-requested.ts';
import { RebuildRequested, rebuildRequestedExample } from './schemas/rebuild-requested.ts';
import { RefreshRequested, refreshRequestedExample } from './schemas/refresh-requested.ts';
import { RehearsalRequested, rehearsalRequestedExample } from './schemas/rehearsal-requested.ts';
import { ReleaseChangeRequested, releaseChangeRequestedExample } from './schemas/release-change-requested.ts';
import { ReleaseCompleted, releaseCompletedExample } from './schemas/release-completed.ts';
import { ReleaseFailed, releaseFailedExample } from './schemas/release-failed.ts';
import { ReleaseRollBackRequested, releaseRollBackRequestedExample } from './schemas/release-roll-back-requested.ts';
import { ReleaseRolledBack, releaseRolledBackExample } from './schemas/release-rolled-back.ts';
import { ReleaseScheduled, releaseScheduledExample } from './schemas/release-scheduled.ts';
import { RenditionRetryRequested, renditionRetryRequestedExample } from './schemas/rendition-retry-requested.ts';
import { SiteRebuilt, siteRebuiltExample } from './schemas/site-rebuilt.ts';
import { SiteRefreshed, siteRefreshedExample } from './schemas/site-refreshed.ts';
import { TurnAccepted, turnAcceptedExample } from './schemas/turn-accepted.ts';
import { TurnAnswered, turnAnsweredExample } from './schemas/turn-answered.ts';
import { UnpublishRequested, unpublishRequestedExample } from './schemas/unpublish-requested.ts';

export type Registered = {
  readonly contract: Contract;
  readonly example: object;
  /** One sentence for the catalogue. */
  readonly summary: string;
  readonly producers: readonly string[];
  readonly consumers: readonly string[];
};

/** Every version of every event on the bus. */
export const registry: readonly Registered[] = [
  {
    contract: AssetUploaded,
    example: assetUploadedExample,
    summary: 'The bytes of an asset are in the uploads bucket.',
    producers: ['ingest/announce-object-change'],
    consumers: ['process-asset'],
  },
  {
    contract: AssetRemoved,
    example: assetRemovedExample,
    summary: 'The original of an asset is no longer in the uploads bucket.',
    producers: ['ingest/announce-object-change'],
    consumers: ['remove-asset', 'content/refresh-asset'],
  },
  {
    contract: AssetFetchRequested,
    example: assetFetchRequestedExample,
    summary: 'An editor asked for a file to be fetched from an address on the internet.',
    producers: ['ingest/request-fetch'],
    consumers: ['ingest/fetch-asset'],
  },
  {
    contract: AssetEmbargoChanged,
    example: assetEmbargoChangedExample,
    summary: 'An asset may be public from another moment on, so pages that show it are looked at again.',
    producers: ['ingest/save-details'],
    consumers: ['content/refresh-asset'],
  },
  {
    contract: AssetFocusMoved,
    example: assetFocusMovedExample,
    summary: 'An editor has moved the focal point of a picture, so its crops are to be made anew.',
    producers: ['ingest/save-details'],
    consumers: ['process-asset'],
  },
  {
    contract: RenditionRetryRequested,
    example: renditionRetryRequestedExample,
    summary: 'An editor asked for renditions that had failed to be made again.',
    producers: ['media/retry-rendition'],
    consumers: ['process-asset'],
  },
  {
    contract: AssetRejected,
    example: assetRejectedExample,
    summary: 'An uploaded file was refused; the editor has to replace it.',
    producers: ['process-asset'],
    consumers: [],
  },
  {
    contract: AssetProcessed,
    example: assetProcessedExample,
    summary: 'The renditions of an asset are made; `incomplete` names those that are missing.',
    producers: ['process-asset'],
    consumers: ['content/refresh-asset'],
  },
  {
    contract: AssetProcessingFailed,
    example: assetProcessingFailedExample,
    summary: 'An asset could not be processed for a reason that is not in its file; an operator has to look.',
    producers: ['process-asset'],
    consumers: [],
  },
  {
    contract: ContentChanged,
    example: contentChangedExample,
    summary: 'An item was written, put into the trash or taken out of it; nothing public has changed yet.',
    producers: ['ingest/relay-content-change'],
    consumers: [],
  },
  {
    contract: PublishRequested,
    example: publishRequestedExample,
    summary: 'Items are to become public, all in one step.',
    producers: ['ingest/relay-content-change'],
    consumers: ['publish-content'],
  },
  {
    contract: UnpublishRequested,
    example: unpublishRequestedExample,
    summary: 'Items are not to be public any more, all in one step.',
    producers: ['ingest/relay-content-change'],
    consumers: ['unpublish-content'],
  },
  {
    contract: RefreshRequested,
    example: refreshRequestedExample,
    summary: 'Pages are to be made again, because an asset that they show has changed or a moment has come.',
    producers: ['ingest/relay-content-change'],
    consumers: ['publish-content'],
  },
  {
    contract: RebuildRequested,
    example: rebuildRequestedExample,
    summary: 'An admin wants every page of the site to be made anew.',
    producers: ['ingest/relay-content-change'],
    consumers: ['rebuild-site'],
  },
  {
    contract: PreviewRequested,
    example: previewRequestedExample,
    summary: 'An editor wants to see how a version of an item would look.',
    producers: ['ingest/relay-content-change'],
    consumers: ['preview-content'],
  },
  {
    contract: PublicationDue,
    example: publicationDueExample,
    summary: 'The moment has come for which a publication, or its end, was scheduled.',
    producers: ['content/schedule-publication'],
    consumers: ['content/begin-due-publication'],
  },
  {
    contract: ContentPublished,
    example: contentPublishedExample,
    summary: 'Items are public, at a version of the site in which all of them are.',
    producers: ['publish-content'],
    consumers: ['chat/ask-again'],
  },
  {
    contract: ContentUnpublished,
    example: contentUnpublishedExample,
    summary: 'Items are not public any more.',
    producers: ['unpublish-content'],
    consumers: [],
  },
  {
    contract: PublicationFailed,
    example: publicationFailedExample,
    summary: 'A publication did not happen; the site is as it was.',
    producers: ['publish-content', 'unpublish-content', 'rebuild-site'],
    consumers: [],
  },
  {
    contract: SiteRebuilt,
    example: siteRebuiltExample,
    summary: 'Every page of the site was made anew.',
    producers: ['rebuild-site'],
    consumers: ['chat/ask-again'],
  },
  {
    contract: TurnAccepted,
    example: turnAcceptedExample,
    summary: 'A fan’s question is written down and will be answered.',
    producers: ['chat/accept-turn'],
    consumers: ['answer-turn'],
  },
  {
    contract: TurnAnswered,
    example: turnAnsweredExample,
    summary: 'A fan’s question has its reply, and the fan’s clients were told.',
    producers: ['answer-turn'],
    consumers: ['chat/note-gap'],
  },
  {
    contract: PersonRequested,
    example: personRequestedExample,
    summary: 'A fan is to be answered by a person.',
    producers: ['answer-turn', 'chat/request-person'],
    consumers: ['hand-over'],
  },
  {
    contract: SiteRefreshed,
    example: siteRefreshedExample,
    summary: 'Pages were made again without anything being published: a moment had come, or an asset had changed.',
    producers: ['publish-content'],
    consumers: ['chat/ask-again'],
  },
  {
    contract: FeedbackGiven,
    example: feedbackGivenExample,
    summary: 'A fan said whether an answer helped.',
    producers: ['chat/give-feedback'],
    consumers: ['chat/note-gap'],
  },
  {
    contract: FaqDraftRequested,
    example: faqDraftRequestedExample,
    summary: 'Questions that fans asked in vain are to be answered by an FAQ.',
    producers: ['chat/draft-answer'],
    consumers: ['content/draft-faq'],
  },
  {
    contract: ReleaseScheduled,
    example: releaseScheduledExample,
    summary: 'A release waits for its windows, or is to be released at once.',
    producers: ['ingest/relay-content-change'],
    consumers: ['run-release'],
  },
  {
    contract: ReleaseRollBackRequested,
    example: releaseRollBackRequestedExample,
    summary: 'What was public before a release is to be put back.',
    producers: ['ingest/relay-content-change'],
    consumers: ['run-release'],
  },
  {
    contract: ReleaseChangeRequested,
    example: releaseChangeRequestedExample,
    summary: 'A release changes what is public in some territories, all of it in one step.',
    producers: ['ingest/relay-content-change'],
    consumers: ['publish-content'],
  },
  {
    contract: ReleaseCompleted,
    example: releaseCompletedExample,
    summary: 'Every window of a release is public.',
    producers: ['run-release'],
    consumers: [],
  },
  {
    contract: ReleaseFailed,
    example: releaseFailedExample,
    summary: 'A window of a release, or its way back, did not happen; a publisher has to look.',
    producers: ['run-release'],
    consumers: [],
  },
  {
    contract: ReleaseRolledBack,
    example: releaseRolledBackExample,
    summary: 'What was public before a release is public again.',
    producers: ['run-release'],
    consumers: [],
  },
  {
    contract: RehearsalRequested,
    example: rehearsalRequestedExample,
    summary: 'Somebody wants to see the site before, at and after the windows of a release.',
    producers: ['ingest/relay-content-change'],
    consumers: ['rehearse-release'],
  },
];
