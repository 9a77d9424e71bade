import { listOf } from '../../aws/xml.ts';
import type { S3Request } from './request.ts';
import { has, none, type Output, type Route, xmlBody } from './route.ts';
import { xmlAnswer } from './xml-answer.ts';

type Xml = Record<string, unknown>;
type Read = (request: S3Request) => Xml;

const record = (value: unknown): Xml => (typeof value === 'object' && value !== null ? (value as Xml) : {});

/** Empty elements are texts in XML. */
const present = (value: unknown): unknown => (value === '' ? {} : value);

const tagSet = (xml: Xml): Xml => ({ TagSet: listOf(record(xml.TagSet).Tag) });

const tagging: Read = (request) => ({ Tagging: tagSet(xmlBody(request, 'Tagging')) });

const cors: Read = (request) => ({
  CORSConfiguration: {
    CORSRules: listOf(xmlBody(request, 'CORSConfiguration').CORSRule).map((each) => {
      const { ID, MaxAgeSeconds, AllowedOrigin, AllowedMethod, AllowedHeader, ExposeHeader } = record(each);
      return {
        ...(ID !== undefined && { ID }),
        AllowedOrigins: listOf(AllowedOrigin),
        AllowedMethods: listOf(AllowedMethod),
        ...(AllowedHeader !== undefined && { AllowedHeaders: listOf(AllowedHeader) }),
        ...(ExposeHeader !== undefined && { ExposeHeaders: listOf(ExposeHeader) }),
        ...(MaxAgeSeconds !== undefined && { MaxAgeSeconds }),
      };
    }),
  },
});

const lifecycle: Read = (request) => ({
  LifecycleConfiguration: {
    Rules: listOf(xmlBody(request, 'LifecycleConfiguration').Rule).map((each) => {
      const { Filter, ...rule } = record(each);
      if (Filter === undefined) return rule;
      const { And, ...only } = record(present(Filter));
      if (And === undefined) return { ...rule, Filter: only };
      const { Tag, ...all } = record(And);
      return { ...rule, Filter: { And: { ...all, Tags: listOf(Tag) } } };
    }),
  },
});

const notification: Read = (request) => {
  const xml = xmlBody(request, 'NotificationConfiguration');
  return {
    NotificationConfiguration: Object.fromEntries(Object.entries(xml).map(([name, value]) => [name, present(value)])),
  };
};

const versioning: Read = (request) => ({ VersioningConfiguration: xmlBody(request, 'VersioningConfiguration') });

/** An answer whose one member is the document itself. */
const document = (root: string) => (output: Output, request: S3Request) =>
  xmlAnswer(root)(record(output[root]), request);

/** Routes of what is configured of a bucket or an object: `?<query>` says what. */
const routes = (
  on: Route['on'],
  query: string,
  { get, put, remove }: { get?: [string, Route['output']]; put?: [string, Read]; remove?: string },
): Route[] => [
  ...(get ? [{ operation: get[0], method: 'GET', on, when: has(query), output: get[1] }] : []),
  ...(put ? [{ operation: put[0], method: 'PUT', on, when: has(query), input: put[1], output: none(200) }] : []),
  ...(remove ? [{ operation: remove, method: 'DELETE', on, when: has(query), output: none(204) }] : []),
];

export const configurationRoutes: readonly Route[] = [
  ...routes('object', 'tagging', {
    get: ['GetObjectTagging', xmlAnswer('Tagging')],
    put: ['PutObjectTagging', tagging],
    remove: 'DeleteObjectTagging',
  }),
  ...routes('bucket', 'tagging', {
    get: ['GetBucketTagging', xmlAnswer('Tagging')],
    put: ['PutBucketTagging', tagging],
    remove: 'DeleteBucketTagging',
  }),
  ...routes('bucket', 'policy', {
    get: [
      'GetBucketPolicy',
      ({ Policy }) => ({ status: 200, headers: { 'content-type': 'application/json' }, body: String(Policy) }),
    ],
    put: ['PutBucketPolicy', ({ body }) => ({ Policy: body.toString() })],
    remove: 'DeleteBucketPolicy',
  }),
  ...routes('bucket', 'policyStatus', { get: ['GetBucketPolicyStatus', document('PolicyStatus')] }),
  ...routes('bucket', 'cors', {
    get: ['GetBucketCors', xmlAnswer('CORSConfiguration')],
    put: ['PutBucketCors', cors],
    remove: 'DeleteBucketCors',
  }),
  ...routes('bucket', 'lifecycle', {
    get: ['GetBucketLifecycleConfiguration', xmlAnswer('LifecycleConfiguration')],
    put: ['PutBucketLifecycleConfiguration', lifecycle],
    remove: 'DeleteBucketLifecycle',
  }),
  ...routes('bucket', 'notification', {
    get: ['GetBucketNotificationConfiguration', xmlAnswer('NotificationConfiguration')],
    put: ['PutBucketNotificationConfiguration', notification],
  }),
  ...routes('bucket', 'versioning', {
    get: ['GetBucketVersioning', xmlAnswer('VersioningConfiguration')],
    put: ['PutBucketVersioning', versioning],
  }),
  ...routes('bucket', 'encryption', { get: ['GetBucketEncryption', document('ServerSideEncryptionConfiguration')] }),
  ...routes('bucket', 'publicAccessBlock', {
    get: ['GetPublicAccessBlock', document('PublicAccessBlockConfiguration')],
  }),
  ...routes('bucket', 'ownershipControls', { get: ['GetBucketOwnershipControls', document('OwnershipControls')] }),
];
