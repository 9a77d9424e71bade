import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { AssetsTable } from '../ingest/assets-table.ts';
import { allow, allowObjects } from '../shared/allow.ts';
import { Workflow } from '../shared/workflow.ts';

export interface RemoveAssetProps {
  readonly assets: AssetsTable;
  readonly media: IBucket;
}

/** From a deleted original to an asset without renditions. */
export class RemoveAsset extends Construct {
  readonly workflow: Workflow;

  constructor(scope: Construct, id: string, { assets, media }: RemoveAssetProps) {
    super(scope, id);
    this.workflow = new Workflow(this, 'Workflow', {
      definition: 'remove-asset',
      substitutions: { AssetsTable: assets.table.tableName, MediaBucket: media.bucketName },
    });
    allow(
      this.workflow,
      [
        'dynamodb:UpdateItem',
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:Query',
      ],
      [assets.table.tableArn],
    );
    allow(this.workflow, ['s3:ListBucket'], [media.bucketArn], { StringLike: { 's3:prefix': 'media/*' } });
    allowObjects(this.workflow, ['s3:DeleteObject'], media, 'media/');
  }
}
