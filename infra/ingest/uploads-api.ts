import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { allow, allowObjects } from '../shared/allow.ts';
import { type Api, Route } from '../shared/http-route.ts';
import { Nanoservice } from '../shared/nanoservice.ts';
import type { AssetsTable } from './assets-table.ts';

export interface UploadsApiProps {
  readonly api: Api;
  readonly assets: AssetsTable;
  readonly uploads: IBucket;
}

/** What each service does with a record, and with what is uploaded. */
type Uses = { records: readonly string[]; objects: readonly string[] };

/** How a file comes in: by a form or in parts, as a new asset or in the place of an asset's own. */
export class UploadsApi extends Construct {
  constructor(scope: Construct, id: string, { api, assets, uploads }: UploadsApiProps) {
    super(scope, id);
    const add = (name: string, folder: string, route: string, { records, objects }: Uses): void => {
      const service = new Nanoservice(this, name, {
        service: `ingest/${folder}`,
        environment: { ASSETS_TABLE: assets.table.tableName, UPLOADS_BUCKET: uploads.bucketName },
      });
      allow(
        service,
        records.map((action) => `dynamodb:${action}`),
        [assets.table.tableArn],
      );
      allowObjects(
        service,
        objects.map((action) => `s3:${action}`),
        uploads,
        'uploads/',
      );
      new Route(this, `${name}Route`, api, route, service);
    };
    // A signed form or address carries the right of whoever signed it, so these roles may write uploads.
    add('RequestReplacement', 'request-replacement', 'POST /assets/{id}/replacement', {
      records: ['GetItem', 'UpdateItem'],
      objects: ['PutObject', 'DeleteObject'],
    });
    add('SignParts', 'sign-parts', 'POST /assets/{id}/parts', { records: ['GetItem'], objects: ['PutObject'] });
    add('ListParts', 'list-parts', 'GET /assets/{id}/parts', {
      records: ['GetItem'],
      objects: ['ListMultipartUploadParts'],
    });
    add('CompleteUpload', 'complete-upload', 'POST /assets/{id}/completion', {
      records: ['GetItem'],
      objects: ['PutObject', 'GetObject', 'ListMultipartUploadParts', 'AbortMultipartUpload'],
    });
    add('AbortUpload', 'abort-upload', 'DELETE /assets/{id}/upload', {
      records: ['GetItem', 'UpdateItem'],
      objects: ['AbortMultipartUpload'],
    });
  }
}
