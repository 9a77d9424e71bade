import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { ContentTable } from '../ingest/content-table.ts';
import { allow, allowEvents } from '../shared/allow.ts';
import type { Nanoservice } from '../shared/nanoservice.ts';
import { Workflow } from '../shared/workflow.ts';

export interface SiteWorkflowProps {
  readonly bus: IEventBus;
  readonly content: ContentTable;
  readonly distribution: IDistribution;
  readonly definition: string;
  readonly nanoservices: Readonly<Record<string, Nanoservice>>;
  readonly substitutions?: Readonly<Record<string, string>>;
}

/** A workflow that ends in a new version of the site. */
export class SiteWorkflow extends Workflow {
  constructor(scope: Construct, id: string, props: SiteWorkflowProps) {
    const { bus, content, distribution, definition, nanoservices, substitutions } = props;
    super(scope, id, {
      definition,
      nanoservices,
      substitutions: {
        ...substitutions,
        ContentTable: content.table.tableName,
        EventBusName: bus.eventBusName,
        Distribution: distribution.distributionId,
      },
    });
    const arn = `arn:aws:cloudfront::${this.machine.stack.account}:distribution/${distribution.distributionId}`;
    allow(this, ['dynamodb:UpdateItem', 'dynamodb:PutItem'], [content.table.tableArn]);
    allow(this, ['cloudfront:CreateInvalidation'], [arn]);
    allowEvents(this, bus, 'marquee.content');
  }
}
