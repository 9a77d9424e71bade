import { PreviewRequested } from '@marquee/events/schemas/preview-requested.ts';
import { PublishRequested } from '@marquee/events/schemas/publish-requested.ts';
import { RebuildRequested } from '@marquee/events/schemas/rebuild-requested.ts';
import { RefreshRequested } from '@marquee/events/schemas/refresh-requested.ts';
import { ReleaseChangeRequested } from '@marquee/events/schemas/release-change-requested.ts';
import { UnpublishRequested } from '@marquee/events/schemas/unpublish-requested.ts';
import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

import { acceptWildcard, allowObjects } from '../shared/allow.ts';
import { type ContractPattern, EventRoute } from '../shared/event-route.ts';
import type { Nanoservice } from '../shared/nanoservice.ts';
import { Workflow } from '../shared/workflow.ts';
import { type ContentResources, contentService } from './content-service.ts';
import type { Schedules } from './schedules.ts';
import { SiteWorkflow } from './site-workflow.ts';

export interface PublishingProps extends ContentResources {
  readonly bus: IEventBus;
  readonly distribution: IDistribution;
  readonly schedules: Schedules;
}

/** Rendering is bound by the processor: one full vCPU. */
const RENDERS = { memoryMiB: 1769, timeoutSeconds: 120 };

/** From a request to what the public sees: the workflows that change the site, and the preview that does not. */
export class Publishing extends Construct {
  constructor(scope: Construct, id: string, props: PublishingProps) {
    super(scope, id);
    const { bus, pages, schedules } = props;
    const plan = contentService(this, 'Plan', 'plan-publication', props, PLANS, RENDERS);
    const planRebuild = contentService(
      this,
      'PlanRebuild',
      'plan-rebuild',
      props,
      { ...PLANS, content: ['GetItem', 'BatchGetItem'], assets: false },
      RENDERS,
    );
    const record = contentService(
      this,
      'Record',
      'record-publication',
      props,
      { content: ['GetItem', 'PutItem'], assets: true, reads: ['versions/'] },
      { environment: schedules.environment, timeoutSeconds: 60 },
    );
    schedules.allow(record, ['scheduler:CreateSchedule']);
    const steps = {
      RenderPages: contentService(this, 'RenderPages', 'render-pages', props, MAKES_PAGES, RENDERS),
      BuildSite: contentService(this, 'BuildSite', 'build-site', props, BUILDS, { ...RENDERS, timeoutSeconds: 50 }),
      SwitchLive: contentService(this, 'SwitchLive', 'switch-live', props, SWITCHES, { timeoutSeconds: 60 }),
      RecordPublication: record,
      RecordFailure: contentService(this, 'RecordFailure', 'record-failure', props, {
        content: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      }),
    };
    const site = (
      name: string,
      definition: string,
      nanoservices: Record<string, Nanoservice>,
      more = {},
    ): SiteWorkflow =>
      new SiteWorkflow(this, name, {
        ...props,
        definition,
        nanoservices: { ...nanoservices, ...steps },
        substitutions: more,
      });
    const publish = site('PublishContent', 'publish-content', { PlanPublication: plan });
    const unpublish = site('UnpublishContent', 'unpublish-content', { PlanPublication: plan });
    const rebuild = site(
      'RebuildSite',
      'rebuild-site',
      { PlanRebuild: planRebuild },
      { PagesBucket: pages.bucketName },
    );
    this.#runsMaps(rebuild, props);
    const preview = new Workflow(this, 'PreviewContent', {
      definition: 'preview-content',
      nanoservices: {
        RenderPreview: contentService(this, 'RenderPreview', 'render-preview', props, PREVIEWS, RENDERS),
      },
    });
    const start = (name: string, pattern: ContractPattern, target: Workflow): void =>
      void new EventRoute(this, name, { bus, pattern, target });
    start('PublishRequested', PublishRequested.pattern, publish);
    start('RefreshRequested', RefreshRequested.pattern, publish);
    start('ReleaseChangeRequested', ReleaseChangeRequested.pattern, publish);
    start('UnpublishRequested', UnpublishRequested.pattern, unpublish);
    start('RebuildRequested', RebuildRequested.pattern, rebuild);
    start('PreviewRequested', PreviewRequested.pattern, preview);
  }

  /**
   * A Distributed Map starts and watches executions of its own machine, and reads its list from the bucket. A policy of its own,
   * because the machine cannot wait for one that names it.
   */
  #runsMaps(workflow: Workflow, { pages }: PublishingProps): void {
    const { machine } = workflow;
    const executionsOf = (name: string): string =>
      Stack.of(this).formatArn({
        service: 'states',
        resource: 'execution',
        resourceName: `${name}:*`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
    const watched = executionsOf(machine.stateMachineName);
    const redriven = executionsOf(`${machine.stateMachineName}/RenderEverything`);
    const policy = new Policy(this, 'RunsMaps', {
      roles: [machine.role],
      statements: [
        new PolicyStatement({ actions: ['states:StartExecution'], resources: [machine.stateMachineArn] }),
        new PolicyStatement({ actions: ['states:DescribeExecution', 'states:StopExecution'], resources: [watched] }),
        new PolicyStatement({ actions: ['states:RedriveExecution'], resources: [redriven] }),
      ],
    });
    for (const arn of [watched, redriven]) {
      acceptWildcard(policy, arn, 'Executions of the map are made as it runs and cannot be named beforehand.');
    }
    allowObjects(workflow, ['s3:GetObject'], pages, 'plans/');
  }
}

const PLANS = {
  content: ['GetItem', 'BatchGetItem', 'Query'],
  assets: true,
  reads: ['versions/', 'site/'],
  writes: ['plans/', 'site/'],
  site: true,
};
const MAKES_PAGES = {
  content: ['BatchGetItem'],
  media: true,
  reads: ['plans/', 'versions/'],
  writes: ['pages/', 'plans/', 'site/'],
  site: true,
};
const BUILDS = {
  content: ['GetItem', 'BatchGetItem', 'UpdateItem', 'Query'],
  media: true,
  reads: ['plans/', 'versions/', 'documents/'],
  writes: ['pages/', 'site/', 'documents/', 'knowledge/', 'versions/'],
  site: true,
};
const SWITCHES = { content: ['GetItem', 'UpdateItem', 'DeleteItem'], reads: ['versions/'], routes: true };
const PREVIEWS = {
  content: ['GetItem', 'BatchGetItem'],
  assets: true,
  media: true,
  reads: ['versions/', 'site/'],
  writes: ['previews/', 'site/'],
  signs: true,
  site: true,
};
