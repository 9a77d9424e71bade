import type { IKeyValueStore } from 'aws-cdk-lib/aws-cloudfront';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { AssetsTable } from '../ingest/assets-table.ts';
import type { ContentTable } from '../ingest/content-table.ts';
import { allow, allowObjects, allowSigning } from '../shared/allow.ts';
import { Nanoservice, type NanoserviceProps } from '../shared/nanoservice.ts';

/** What the services of this domain work on. */
export interface ContentResources {
  readonly content: ContentTable;
  readonly assets: AssetsTable;
  readonly media: IBucket;
  readonly pages: IBucket;
  readonly routes: IKeyValueStore;
  readonly siteUrl: string;
}

/** What one service does with them; its variables and its grants follow from it. */
export interface ContentUses {
  /** Actions of DynamoDB on the content table; `Index` asks for its index. */
  readonly content?: readonly string[];
  /** Whether it looks up assets. */
  readonly assets?: boolean;
  /** Whether it reads manifests of assets. */
  readonly media?: boolean;
  /** Prefixes of the pages bucket that it reads and writes. */
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  /** Whether it writes the routes of the edge. */
  readonly routes?: boolean;
  /** Whether it signs links. */
  readonly signs?: boolean;
  /** Whether it has to know the site's address. */
  readonly site?: boolean;
}

type Limits = Pick<NanoserviceProps, 'memoryMiB' | 'timeoutSeconds' | 'environment'>;

/** One nanoservice below `services/content/`, with exactly what it uses. */
export const contentService = (
  scope: Construct,
  id: string,
  folder: string,
  resources: ContentResources,
  uses: ContentUses,
  { environment, ...limits }: Limits = {},
): Nanoservice => {
  const { content, assets, media, pages, routes, siteUrl } = resources;
  const { reads = [], writes = [] } = uses;
  const service = new Nanoservice(scope, id, {
    service: `content/${folder}`,
    ...limits,
    environment: {
      ...(uses.content ? { CONTENT_TABLE: content.table.tableName } : {}),
      ...(uses.assets ? { ASSETS_TABLE: assets.table.tableName } : {}),
      ...(uses.media ? { MEDIA_BUCKET: media.bucketName } : {}),
      ...(reads.length + writes.length > 0 ? { PAGES_BUCKET: pages.bucketName } : {}),
      ...(uses.routes || uses.signs ? { ROUTES_STORE_ARN: routes.keyValueStoreArn } : {}),
      ...(uses.site ? { SITE_URL: siteUrl } : {}),
      ...environment,
    },
  });
  const actions = (uses.content ?? []).filter((action) => action !== 'Index').map((action) => `dynamodb:${action}`);
  if (actions.length > 0) allow(service, actions, [content.table.tableArn]);
  if (uses.content?.includes('Index')) allow(service, ['dynamodb:Query'], [content.indexArn]);
  if (uses.assets) allow(service, ['dynamodb:BatchGetItem'], [assets.table.tableArn]);
  if (uses.media) allowObjects(service, ['s3:GetObject'], media, 'media/');
  for (const prefix of reads) allowObjects(service, ['s3:GetObject'], pages, prefix);
  for (const prefix of writes) allowObjects(service, ['s3:PutObject'], pages, prefix);
  if (uses.signs) allowSigning(service, routes);
  if (uses.routes) {
    const writing = ['DescribeKeyValueStore', 'UpdateKeys'].map((action) => `cloudfront-keyvaluestore:${action}`);
    allow(service, writing, [routes.keyValueStoreArn]);
  }
  return service;
};
