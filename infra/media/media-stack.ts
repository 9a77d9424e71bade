import { AssetFocusMoved } from '@marquee/events/schemas/asset-focus-moved.ts';
import { AssetRemoved } from '@marquee/events/schemas/asset-removed.ts';
import { AssetUploaded } from '@marquee/events/schemas/asset-uploaded.ts';
import { RenditionRetryRequested } from '@marquee/events/schemas/rendition-retry-requested.ts';
import { Stack } from 'aws-cdk-lib';
import type { IKeyValueStore } from 'aws-cdk-lib/aws-cloudfront';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { AssetsTable } from '../ingest/assets-table.ts';
import { allow, allowEvents, allowObjects, allowSigning } from '../shared/allow.ts';
import { EventRoute } from '../shared/event-route.ts';
import { type Api, Route } from '../shared/http-route.ts';
import { Nanoservice } from '../shared/nanoservice.ts';
import { ProcessAsset } from './process-asset.ts';
import { RemoveAsset } from './remove-asset.ts';

export interface MediaStackProps {
  readonly bus: IEventBus;
  readonly api: Api;
  readonly assets: AssetsTable;
  readonly uploads: IBucket;
  readonly media: IBucket;
  readonly recogniseUpload: Nanoservice;
  /** Where the key lies that links to renditions are signed with. */
  readonly routes: IKeyValueStore;
}

/** What becomes of a file: its renditions, its state, its removal. */
export class MediaStack extends Stack {
  readonly #props: MediaStackProps;

  constructor(scope: Construct, id: string, props: MediaStackProps) {
    super(scope, id);
    this.#props = props;
    const { api, bus } = props;
    new Route(this, 'GetAssets', api, 'GET /assets', this.#listAssets());
    new Route(this, 'GetAsset', api, 'GET /assets/{id}', this.#showAsset());
    new Route(this, 'PostRetry', api, 'POST /assets/{id}/renditions/{name}/retry', this.#retryRendition());
    const removeAsset = new RemoveAsset(this, 'RemoveAsset', props);
    const processAsset = new ProcessAsset(this, 'ProcessAsset', {
      ...props,
      removeAsset: removeAsset.workflow,
      inspectImage: this.#inspectImage(),
      inspectFilm: this.#inspectFilm(),
      makeRenditions: this.#makeRenditions(),
      publishManifest: this.#publishManifest(),
    });
    new EventRoute(this, 'AssetUploaded', {
      bus,
      pattern: AssetUploaded.pattern,
      target: processAsset.workflow,
    });
    new EventRoute(this, 'RenditionRetryRequested', {
      bus,
      pattern: RenditionRetryRequested.pattern,
      target: processAsset.workflow,
    });
    new EventRoute(this, 'AssetFocusMoved', {
      bus,
      pattern: AssetFocusMoved.pattern,
      target: processAsset.workflow,
    });
    new EventRoute(this, 'AssetRemoved', {
      bus,
      pattern: AssetRemoved.pattern,
      target: removeAsset.workflow,
    });
  }

  #inspectImage(): Nanoservice {
    const { uploads } = this.#props;
    const service = new Nanoservice(this, 'InspectImage', {
      service: 'media/inspect-image',
      memoryMiB: 1769, // one full vCPU: decoding is CPU-bound
      timeoutSeconds: 60,
      environment: { UPLOADS_BUCKET: uploads.bucketName },
    });
    allowObjects(service, ['s3:GetObject'], uploads, 'uploads/');
    return service;
  }

  /** Reads a film's container, a large one's in parts; no film is ever decoded. */
  #inspectFilm(): Nanoservice {
    const { uploads } = this.#props;
    const service = new Nanoservice(this, 'InspectFilm', {
      service: 'media/inspect-film',
      timeoutSeconds: 300,
      environment: { UPLOADS_BUCKET: uploads.bucketName },
    });
    allowObjects(service, ['s3:GetObject'], uploads, 'uploads/');
    return service;
  }

  #makeRenditions(): Nanoservice {
    const { assets, media, uploads } = this.#props;
    const service = new Nanoservice(this, 'MakeRenditions', {
      service: 'media/make-renditions',
      memoryMiB: 1769, // one full vCPU: encoding is CPU-bound
      timeoutSeconds: 300,
      environment: {
        ASSETS_TABLE: assets.table.tableName,
        MEDIA_BUCKET: media.bucketName,
        UPLOADS_BUCKET: uploads.bucketName,
      },
    });
    allow(service, ['dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:BatchWriteItem'], [assets.table.tableArn]);
    allowObjects(service, ['s3:GetObject'], uploads, 'uploads/');
    allowObjects(service, ['s3:PutObject'], media, 'media/');
    return service;
  }

  #publishManifest(): Nanoservice {
    const { assets, media } = this.#props;
    const service = new Nanoservice(this, 'PublishManifest', {
      service: 'media/publish-manifest',
      environment: { ASSETS_TABLE: assets.table.tableName, MEDIA_BUCKET: media.bucketName },
    });
    allow(service, ['dynamodb:Query'], [assets.table.tableArn]);
    allowObjects(service, ['s3:PutObject'], media, 'media/');
    return service;
  }

  #listAssets(): Nanoservice {
    const { assets, routes } = this.#props;
    const service = new Nanoservice(this, 'ListAssets', {
      service: 'media/list-assets',
      environment: { ASSETS_TABLE: assets.table.tableName, ROUTES_STORE_ARN: routes.keyValueStoreArn },
    });
    // The table itself for the renditions of what is being made.
    allow(service, ['dynamodb:Query'], [assets.table.tableArn, assets.indexArn, assets.changesArn]);
    allowSigning(service, routes);
    return service;
  }

  #showAsset(): Nanoservice {
    const { assets, routes, uploads } = this.#props;
    const service = new Nanoservice(this, 'ShowAsset', {
      service: 'media/show-asset',
      environment: {
        ASSETS_TABLE: assets.table.tableName,
        ROUTES_STORE_ARN: routes.keyValueStoreArn,
        UPLOADS_BUCKET: uploads.bucketName,
      },
    });
    // A signed address carries the right of whoever signed it.
    allowObjects(service, ['s3:GetObject'], uploads, 'uploads/');
    allow(service, ['dynamodb:GetItem', 'dynamodb:Query'], [assets.table.tableArn]);
    allowSigning(service, routes);
    return service;
  }

  #retryRendition(): Nanoservice {
    const { assets, bus } = this.#props;
    const service = new Nanoservice(this, 'RetryRendition', {
      service: 'media/retry-rendition',
      environment: { ASSETS_TABLE: assets.table.tableName, EVENT_BUS_NAME: bus.eventBusName },
    });
    allow(service, ['dynamodb:GetItem', 'dynamodb:Query'], [assets.table.tableArn]);
    allowEvents(service, bus, 'marquee.media');
    return service;
  }
}
