import { CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { allow, allowEvents, allowObjects } from '../shared/allow.ts';
import { EventRoute } from '../shared/event-route.ts';
import { type Api, Route } from '../shared/http-route.ts';
import { Nanoservice } from '../shared/nanoservice.ts';
import { AssetsTable } from './assets-table.ts';
import { ContentRelay } from './content-relay.ts';
import { ContentTable } from './content-table.ts';
import { Fetching } from './fetching.ts';
import { LibraryApi } from './library-api.ts';
import { Uploads } from './uploads.ts';
import { UploadsApi } from './uploads-api.ts';

export interface IngestStackProps {
  readonly bus: IEventBus;
  readonly api: Api;
  /** Told by alarms. */
  readonly alarms: ITopic;
}

/** How files and content come in: tickets, the uploads bucket, the content table, and what their changes mean. */
export class IngestStack extends Stack {
  readonly assets = new AssetsTable(this, 'Assets');
  readonly content = new ContentTable(this, 'Content');
  readonly uploads = new Uploads(this, 'Uploads');
  readonly recogniseUpload = this.#recogniseUpload();

  constructor(scope: Construct, id: string, { bus, api, alarms }: IngestStackProps) {
    super(scope, id);
    new Route(this, 'PostAsset', api, 'POST /assets', this.#issueUploadTicket());
    new UploadsApi(this, 'Incoming', { api, assets: this.assets, uploads: this.uploads });
    new Fetching(this, 'Fetching', { api, bus, assets: this.assets, uploads: this.uploads });
    new LibraryApi(this, 'Library', { api, bus, assets: this.assets });
    new Route(this, 'DeleteAsset', api, 'DELETE /assets/{id}', this.#removeOriginal());
    new EventRoute(this, 'ObjectChanges', {
      bus: EventBus.fromEventBusName(this, 'DefaultBus', 'default'),
      pattern: {
        source: ['aws.s3'],
        detailType: ['Object Created', 'Object Deleted'],
        detail: { bucket: { name: [this.uploads.bucketName] }, object: { key: [{ prefix: 'uploads/' }] } },
      },
      target: this.#announceObjectChange(bus),
    });
    new ContentRelay(this, 'ContentRelay', { table: this.content.table, bus, alarms });
    new CfnOutput(this, 'ContentTableName', { value: this.content.table.tableName });
    new CfnOutput(this, 'AssetsTableName', { value: this.assets.table.tableName });
    new CfnOutput(this, 'UploadsBucketName', { value: this.uploads.bucketName });
  }

  /** A presigned form carries the right of whoever signed it, so this role may write uploads. */
  #issueUploadTicket(): Nanoservice {
    const service = new Nanoservice(this, 'IssueUploadTicket', {
      service: 'ingest/issue-upload-ticket',
      environment: { ASSETS_TABLE: this.assets.table.tableName, UPLOADS_BUCKET: this.uploads.bucketName },
    });
    allow(service, ['dynamodb:PutItem'], [this.assets.table.tableArn]);
    allowObjects(service, ['s3:PutObject'], this.uploads, 'uploads/');
    return service;
  }

  #announceObjectChange(bus: IEventBus): Nanoservice {
    const service = new Nanoservice(this, 'AnnounceObjectChange', {
      service: 'ingest/announce-object-change',
      environment: { ASSETS_TABLE: this.assets.table.tableName, EVENT_BUS_NAME: bus.eventBusName },
    });
    allow(service, ['dynamodb:GetItem'], [this.assets.table.tableArn]);
    allowEvents(service, bus, 'marquee.ingest');
    return service;
  }

  /** Hashes a picture in memory, and a film of up to 5 GiB as it comes by. */
  #recogniseUpload(): Nanoservice {
    const service = new Nanoservice(this, 'RecogniseUpload', {
      service: 'ingest/recognise-upload',
      environment: { UPLOADS_BUCKET: this.uploads.bucketName },
      memoryMiB: 1024, // hashing is CPU-bound
      timeoutSeconds: 300,
    });
    allowObjects(service, ['s3:GetObject'], this.uploads, 'uploads/');
    return service;
  }

  #removeOriginal(): Nanoservice {
    const service = new Nanoservice(this, 'RemoveOriginal', {
      service: 'ingest/remove-original',
      environment: {
        ASSETS_TABLE: this.assets.table.tableName,
        CONTENT_TABLE: this.content.table.tableName,
        UPLOADS_BUCKET: this.uploads.bucketName,
      },
    });
    // What items refer to is not removed by mistake.
    allow(service, ['dynamodb:Query'], [this.content.indexArn]);
    allow(service, ['dynamodb:BatchGetItem'], [this.content.table.tableArn]);
    allow(service, ['dynamodb:GetItem', 'dynamodb:UpdateItem'], [this.assets.table.tableArn]);
    allowObjects(service, ['s3:DeleteObject'], this.uploads, 'uploads/');
    allowObjects(service, ['s3:DeleteObject'], this.uploads, 'quarantine/');
    return service;
  }
}
