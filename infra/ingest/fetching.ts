import { AssetFetchRequested } from '@marquee/events/schemas/asset-fetch-requested.ts';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { allow, allowEvents, allowObjects } from '../shared/allow.ts';
import { EventRoute } from '../shared/event-route.ts';
import { type Api, Route } from '../shared/http-route.ts';
import { Nanoservice } from '../shared/nanoservice.ts';
import type { AssetsTable } from './assets-table.ts';

export interface FetchingProps {
  readonly api: Api;
  readonly assets: AssetsTable;
  readonly bus: IEventBus;
  readonly uploads: IBucket;
}

/** Files that come from an address on the internet: asked for by a route, fetched by an event. */
export class Fetching extends Construct {
  constructor(scope: Construct, id: string, { api, assets, bus, uploads }: FetchingProps) {
    super(scope, id);
    const request = new Nanoservice(this, 'RequestFetch', {
      service: 'ingest/request-fetch',
      environment: { ASSETS_TABLE: assets.table.tableName, EVENT_BUS_NAME: bus.eventBusName },
    });
    allow(request, ['dynamodb:PutItem'], [assets.table.tableArn]);
    allowEvents(request, bus, 'marquee.ingest');
    new Route(this, 'PostFetch', api, 'POST /assets/fetches', request);

    // It reaches the internet and, of all that is Marquee's, one record and one key at a time.
    const fetchAsset = new Nanoservice(this, 'FetchAsset', {
      service: 'ingest/fetch-asset',
      timeoutSeconds: 60,
      environment: { ASSETS_TABLE: assets.table.tableName, UPLOADS_BUCKET: uploads.bucketName },
    });
    allow(fetchAsset, ['dynamodb:GetItem', 'dynamodb:UpdateItem'], [assets.table.tableArn]);
    allowObjects(fetchAsset, ['s3:PutObject', 's3:AbortMultipartUpload'], uploads, 'uploads/');
    new EventRoute(this, 'FetchRequested', { bus, pattern: AssetFetchRequested.pattern, target: fetchAsset });
  }
}
