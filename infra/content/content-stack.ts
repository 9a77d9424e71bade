import { AssetEmbargoChanged } from '@marquee/events/schemas/asset-embargo-changed.ts';
import { AssetProcessed } from '@marquee/events/schemas/asset-processed.ts';
import { AssetRemoved } from '@marquee/events/schemas/asset-removed.ts';
import { FaqDraftRequested } from '@marquee/events/schemas/faq-draft-requested.ts';
import { PublicationDue } from '@marquee/events/schemas/publication-due.ts';
import { Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { EventField, type IEventBus, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { EventRoute } from '../shared/event-route.ts';
import type { Api } from '../shared/http-route.ts';
import { ContentApi, SAVES } from './content-api.ts';
import { type ContentResources, contentService } from './content-service.ts';
import { Publishing } from './publishing.ts';
import { Releases } from './releases.ts';
import { Schedules } from './schedules.ts';

export interface ContentStackProps extends ContentResources {
  readonly bus: IEventBus;
  readonly api: Api;
  readonly distribution: IDistribution;
}

/** What is written, and how it becomes public. */
export class ContentStack extends Stack {
  constructor(scope: Construct, id: string, props: ContentStackProps) {
    super(scope, id);
    const { bus } = props;
    const schedules = new Schedules(this, 'Schedules', { bus });
    new ContentApi(this, 'Api', { ...props, schedules });
    new Publishing(this, 'Publishing', { ...props, schedules });
    new Releases(this, 'Releases', props);
    const due = contentService(this, 'BeginDuePublication', 'begin-due-publication', props, {
      content: ['GetItem', 'BatchGetItem', 'PutItem'],
    });
    // An event of Scheduler carries the moment that it was meant for; how late it is shows when the bus got it.
    const input = RuleTargetInput.fromObject({
      ingestedAt: '<aws.events.event.ingestion-time>',
      detail: EventField.fromPath('$.detail'),
    });
    new EventRoute(this, 'PublicationDue', { bus, pattern: PublicationDue.pattern, target: due, input });
    const draft = contentService(this, 'DraftFaq', 'draft-faq', props, SAVES);
    new EventRoute(this, 'FaqDraftRequested', { bus, pattern: FaqDraftRequested.pattern, target: draft });
    const refresh = contentService(this, 'RefreshAsset', 'refresh-asset', props, {
      content: ['GetItem', 'PutItem'],
      reads: ['versions/'],
    });
    const events = [AssetProcessed, AssetRemoved, AssetEmbargoChanged].map(({ pattern }) => pattern);
    const changed = {
      source: [...new Set(events.flatMap(({ source }) => source))],
      detailType: events.flatMap(({ detailType }) => detailType),
    };
    new EventRoute(this, 'AssetChanged', { bus, pattern: changed, target: refresh });
  }
}
