import { AwsError } from '../../aws/error.ts';
import type { Service } from '../../aws/service.ts';
import { bucketOfHost } from '../../front-door/route.ts';
import { preflight } from '../cors.ts';
import { notImplemented } from '../not-implemented.ts';
import type { S3 } from '../s3.ts';
import { bucketRoutes } from './bucket-routes.ts';
import { configurationRoutes } from './configuration-routes.ts';
import { furtherMembers } from './further-members.ts';
import { objectRoutes } from './object-routes.ts';
import { type S3Request, s3Request } from './request.ts';
import type { Route } from './route.ts';

/** Query parameters that name a part of a bucket or object of which the runtime has nothing. */
const UNSUPPORTED = new Set(
  'abac accelerate acl analytics annotation intelligent-tiering inventory legal-hold logging metadataAnnotationTable metadataConfiguration metadataInventoryTable metadataJournalTable metadataTable metrics object-lock renameObject replication requestPayment restore retention select session torrent versionId versions website'.split(
    ' ',
  ),
);

/** Query parameters that name a part of which the runtime has something, though not for every method. */
const CONFIGURATIONS = new Set(
  'cors encryption lifecycle notification ownershipControls policy policyStatus publicAccessBlock tagging versioning'.split(
    ' ',
  ),
);

const ROUTES: readonly Route[] = [...configurationRoutes, ...bucketRoutes, ...objectRoutes];

/** Maps S3's REST protocol to its operations. */
export const s3Handler =
  (s3: S3): NonNullable<Service['handle']> =>
  async (incoming, context, cloud) => {
    const request = s3Request(incoming, bucketOfHost(incoming.headers.host ?? ''));
    if (request.method === 'OPTIONS') return preflight(s3, request);
    const route = routeOf(request);
    const named = { ...(request.bucket && { Bucket: request.bucket }), ...(request.key && { Key: request.key }) };
    const input = { ...furtherMembers(request), ...route.input?.(request), ...named };
    const output = await cloud.call('s3', route.operation, input, context.principal, context);
    return route.output(output, request);
  };

const routeOf = (request: S3Request): Route => {
  const unsupported = [...request.query.keys()].find((name) => UNSUPPORTED.has(name));
  if (unsupported) throw notImplemented(unsupported, 'header or query', `: ?${unsupported}`);
  const on = request.bucket === undefined ? 'service' : request.key === undefined ? 'bucket' : 'object';
  const route = ROUTES.find(
    (each) => each.method === request.method && each.on === on && (each.when?.(request) ?? true),
  );
  const partial = [...request.query.keys()].find((name) => CONFIGURATIONS.has(name));
  if (partial && !route?.when) throw notImplemented(partial, 'header or query', `: ${request.method} ?${partial}`);
  if (route) return route;
  const message = 'The specified method is not allowed against this resource.';
  throw new AwsError('MethodNotAllowed', message, 405, { Method: request.method, ResourceType: on.toUpperCase() });
};
