import type { DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
import { checkPolicy } from '../iam/policy-text.ts';
import { type DeclaredRule, declaredRules } from './lifecycle/declared.ts';
import { bucketArn, bucketNotEmpty, type CorsRule, changeSettings, type S3 } from './s3.ts';
import type { Tag } from './tags.ts';

/** `AWS::S3::Bucket` and `AWS::S3::BucketPolicy`. */
export const s3Resources = (s3: S3): ResourceType[] => [bucket(s3), bucketPolicy(s3)];

type BucketProperties = {
  BucketName?: string;
  NotificationConfiguration?: { EventBridgeConfiguration?: { EventBridgeEnabled?: boolean | string } };
  CorsConfiguration?: { CorsRules?: CorsRule[] };
  LifecycleConfiguration?: { Rules?: DeclaredRule[] };
  Tags?: Tag[];
};

/** What lifecycle rules may have here: nothing keeps versions, and all storage is of one class. */
const RULE = [
  'Id',
  'Status',
  'Prefix',
  'TagFilters',
  'ObjectSizeGreaterThan',
  'ObjectSizeLessThan',
  'ExpirationInDays',
  'ExpirationDate',
  'AbortIncompleteMultipartUpload',
];

/** Longest bucket name. */
const LONGEST_NAME = 63;

const bucket = (s3: S3): ResourceType => ({
  type: 'AWS::S3::Bucket',
  honoured: [
    'BucketName',
    'NotificationConfiguration.EventBridgeConfiguration',
    'CorsConfiguration',
    'Tags',
    ...RULE.map((name) => `LifecycleConfiguration.Rules.${name}`),
  ],
  withoutEffect: {
    BucketEncryption: 'the laptop encrypts its own disk',
    PublicAccessBlockConfiguration: 'nothing is public here: every request must be signed',
    OwnershipControls: 'there are no access control lists here',
    LoggingConfiguration: 'requests are not logged to buckets',
    IntelligentTieringConfigurations: 'storage classes cost nothing here',
    MetricsConfigurations: 'there are no metrics here',
  },
  create(resource, context) {
    const {
      NotificationConfiguration,
      CorsConfiguration,
      LifecycleConfiguration,
      Tags = [],
    } = resource.properties as BucketProperties;
    const name = nameOf(resource, context);
    if (!s3.store.buckets.has(name)) s3.store.createBucket(name);
    const eventBridge = NotificationConfiguration?.EventBridgeConfiguration;
    const rules = LifecycleConfiguration?.Rules;
    changeSettings(s3, name, {
      // The member alone switches events on; its flag defaults to true.
      eventBridge: eventBridge !== undefined && String(eventBridge.EventBridgeEnabled ?? true) === 'true',
      cors: CorsConfiguration?.CorsRules ?? [],
      lifecycle: rules === undefined ? undefined : declaredRules(rules),
      tags: Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value])),
      // It comes with a resource of its own.
      policy: undefined,
    });
    return {
      ref: name,
      attributes: {
        Arn: bucketArn(name),
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: `${name}.s3.${context.region}.amazonaws.com`,
        DualStackDomainName: `${name}.s3.dualstack.${context.region}.amazonaws.com`,
        WebsiteURL: `http://${name}.s3-website-${context.region}.amazonaws.com`,
      },
    };
  },
  taken(resource, context) {
    const name = nameOf(resource, context);
    return s3.store.buckets.has(name) ? name : undefined;
  },
  remove(_resource, { ref }) {
    const objects = s3.store.buckets.get(ref);
    if (!objects) return;
    if (objects.size > 0) throw bucketNotEmpty(ref);
    s3.store.deleteBucket(ref);
    s3.settings.remove(ref);
  },
});

const nameOf = (resource: Resource, context: DeployContext): string =>
  (resource.properties as BucketProperties).BucketName ?? context.physicalName(resource, LONGEST_NAME).toLowerCase();

const bucketPolicy = (s3: S3): ResourceType => ({
  type: 'AWS::S3::BucketPolicy',
  honoured: ['Bucket', 'PolicyDocument'],
  create({ properties }) {
    const policy = JSON.stringify(properties.PolicyDocument);
    checkPolicy(policy);
    changeSettings(s3, String(properties.Bucket), { policy });
    return { ref: String(properties.Bucket), attributes: {} };
  },
  remove({ properties }) {
    const bucket = String(properties.Bucket);
    if (s3.store.buckets.has(bucket)) changeSettings(s3, bucket, { policy: undefined });
  },
});
