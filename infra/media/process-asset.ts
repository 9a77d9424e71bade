import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { AssetsTable } from '../ingest/assets-table.ts';
import { allow, allowEvents, allowObjects } from '../shared/allow.ts';
import type { Nanoservice } from '../shared/nanoservice.ts';
import { Workflow } from '../shared/workflow.ts';

export interface ProcessAssetProps {
  readonly bus: IEventBus;
  readonly assets: AssetsTable;
  readonly uploads: IBucket;
  readonly media: IBucket;
  readonly removeAsset: Workflow;
  readonly recogniseUpload: Nanoservice;
  readonly inspectImage: Nanoservice;
  readonly inspectFilm: Nanoservice;
  readonly makeRenditions: Nanoservice;
  readonly publishManifest: Nanoservice;
}

/** From an uploaded file to what is published of it. */
export class ProcessAsset extends Construct {
  readonly workflow: Workflow;

  constructor(
    scope: Construct,
    id: string,
    { bus, assets, uploads, media, removeAsset, ...services }: ProcessAssetProps,
  ) {
    super(scope, id);
    this.workflow = new Workflow(this, 'Workflow', {
      definition: 'process-asset',
      nanoservices: {
        RecogniseUpload: services.recogniseUpload,
        InspectImage: services.inspectImage,
        InspectFilm: services.inspectFilm,
        MakeRenditions: services.makeRenditions,
        PublishManifest: services.publishManifest,
      },
      substitutions: {
        AssetsTable: assets.table.tableName,
        UploadsBucket: uploads.bucketName,
        MediaBucket: media.bucketName,
        EventBusName: bus.eventBusName,
        RemoveAssetWorkflow: removeAsset.machine.stateMachineArn,
      },
    });
    allow(this.workflow, ['dynamodb:UpdateItem', 'dynamodb:GetItem'], [assets.table.tableArn]);
    allowObjects(this.workflow, ['s3:GetObject', 's3:DeleteObject'], uploads, 'uploads/');
    allowObjects(this.workflow, ['s3:PutObject'], uploads, 'quarantine/');
    allowObjects(this.workflow, ['s3:PutObject'], media, 'media/');
    allow(this.workflow, ['states:StartExecution'], [removeAsset.machine.stateMachineArn]);
    allowEvents(this.workflow, bus, 'marquee.media');
  }
}
