import { createHash } from 'node:crypto';
import { stableHash } from '../assembly/physical-name.ts';
import type { Resource, ResourceType } from '../assembly/resource-type.ts';
import type { Behaviour, Distribution, Origin } from './distribution.ts';
import { associated, type FunctionAssociation } from './functions/associations.ts';
import type { EdgeFunctions } from './functions/functions.ts';
import type { OriginRequestPolicy } from './origin-request.ts';
import type { ResponseHeadersPolicy } from './response-headers.ts';

type BehaviourProperties = {
  PathPattern?: string;
  TargetOriginId: string;
  AllowedMethods?: string[];
  Compress?: boolean;
  ResponseHeadersPolicyId?: string;
  OriginRequestPolicyId?: string;
  FunctionAssociations?: FunctionAssociation[];
};
type Config = {
  DefaultRootObject?: string;
  DefaultCacheBehavior: BehaviourProperties;
  CacheBehaviors?: BehaviourProperties[];
  Origins: {
    Id: string;
    DomainName: string;
    OriginPath?: string;
    S3OriginConfig?: object;
    OriginCustomHeaders?: { HeaderName: string; HeaderValue: string }[];
  }[];
  CustomErrorResponses?: { ErrorCode: number; ResponseCode?: number; ResponsePagePath?: string }[];
};

const idOf = (resource: Resource): string => `E${stableHash(resource).toString('hex').slice(0, 13).toUpperCase()}`;

/** One that is declared as before stays as it is. */
const versionOf = (known: Distribution | undefined, { properties }: Resource, now: () => number) => {
  const text = JSON.stringify(properties.DistributionConfig);
  const etag = `E${createHash('sha256').update(text).digest('hex').slice(0, 13).toUpperCase()}`;
  return { etag, modifiedAt: known?.etag === etag ? known.modifiedAt : now() };
};

const behaviourOf = (properties: BehaviourProperties, functions: EdgeFunctions): Behaviour => ({
  pathPattern: properties.PathPattern ?? '*',
  originId: properties.TargetOriginId,
  allowedMethods: properties.AllowedMethods ?? ['GET', 'HEAD'],
  compress: properties.Compress ?? false,
  responseHeadersPolicyId: properties.ResponseHeadersPolicyId,
  originRequestPolicyId: properties.OriginRequestPolicyId,
  functions: associated(properties.FunctionAssociations, functions),
});

const originOf = ({
  Id,
  DomainName,
  OriginPath = '',
  S3OriginConfig,
  OriginCustomHeaders = [],
}: Config['Origins'][0]) => ({
  id: Id,
  domainName: DomainName,
  originPath: OriginPath,
  s3: S3OriginConfig !== undefined,
  customHeaders: Object.fromEntries(
    OriginCustomHeaders.map(({ HeaderName, HeaderValue }) => [HeaderName.toLowerCase(), HeaderValue]),
  ),
});

const BEHAVIOUR = [
  'TargetOriginId',
  'AllowedMethods',
  'Compress',
  'ResponseHeadersPolicyId',
  'OriginRequestPolicyId',
  'FunctionAssociations',
];
const HERE = 'every request goes to its origin and nothing is cached here';

const distributionResource = (
  distributions: Map<string, Distribution>,
  functions: EdgeFunctions,
  now: () => number,
): ResourceType => ({
  type: 'AWS::CloudFront::Distribution',
  honoured: [
    ...BEHAVIOUR.map((name) => `DistributionConfig.DefaultCacheBehavior.${name}`),
    ...['PathPattern', ...BEHAVIOUR].map((name) => `DistributionConfig.CacheBehaviors.${name}`),
    ...['Id', 'DomainName', 'OriginPath', 'S3OriginConfig', 'OriginCustomHeaders'].map(
      (name) => `DistributionConfig.Origins.${name}`,
    ),
    'DistributionConfig.DefaultRootObject',
    'DistributionConfig.CustomErrorResponses',
    'DistributionConfig.Comment',
    'DistributionConfig.Enabled',
  ],
  withoutEffect: {
    'DistributionConfig.DefaultCacheBehavior.CachePolicyId': HERE,
    'DistributionConfig.CacheBehaviors.CachePolicyId': HERE,
    'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy': 'the laptop speaks HTTP',
    'DistributionConfig.CacheBehaviors.ViewerProtocolPolicy': 'the laptop speaks HTTP',
    'DistributionConfig.Origins.OriginAccessControlId': 'the runtime reaches its own buckets directly',
    'DistributionConfig.Origins.CustomOriginConfig': 'the runtime reaches its own APIs directly',
    'DistributionConfig.HttpVersion': 'the laptop speaks HTTP/1.1',
    'DistributionConfig.IPV6Enabled': 'the laptop listens on its loopback address',
    'DistributionConfig.PriceClass': 'nothing costs money here',
    'DistributionConfig.ViewerCertificate': 'the laptop speaks HTTP',
    'DistributionConfig.Aliases': 'the distribution answers for every name that leads to the site’s port',
  },
  create(resource) {
    const config = resource.properties.DistributionConfig as Config;
    const origins = config.Origins.map((origin): [string, Origin] => [origin.Id, originOf(origin)]);
    const id = idOf(resource);
    const domainName = `${id.toLowerCase()}.cloudfront.net`;
    distributions.set(id, {
      ...{ id, domainName, config: resource.properties.DistributionConfig as Distribution['config'] },
      ...versionOf(distributions.get(id), resource, now),
      defaultRootObject: config.DefaultRootObject ?? '',
      behaviours: [...(config.CacheBehaviors ?? []), config.DefaultCacheBehavior].map((each) =>
        behaviourOf(each, functions),
      ),
      origins: new Map(origins),
      errorResponses: (config.CustomErrorResponses ?? []).map(({ ErrorCode, ResponseCode, ResponsePagePath }) => ({
        errorCode: ErrorCode,
        responseCode: ResponseCode,
        responsePagePath: ResponsePagePath,
      })),
    });
    return { ref: id, attributes: { Id: id, DomainName: domainName } };
  },
  remove: (_resource, { ref }) => void distributions.delete(ref),
});

const headersPolicyResource = (policies: Map<string, ResponseHeadersPolicy>): ResourceType => {
  const config = 'ResponseHeadersPolicyConfig';
  return {
    type: 'AWS::CloudFront::ResponseHeadersPolicy',
    honoured: ['Name', 'Comment', 'SecurityHeadersConfig', 'CorsConfig', 'CustomHeadersConfig'].map(
      (name) => `${config}.${name}`,
    ),
    create(resource) {
      const id = idOf(resource);
      policies.set(id, resource.properties[config] as ResponseHeadersPolicy);
      return { ref: id, attributes: { Id: id } };
    },
    remove: (_resource, { ref }) => void policies.delete(ref),
  };
};

const requestPolicyResource = (policies: Map<string, OriginRequestPolicy>): ResourceType => {
  const config = 'OriginRequestPolicyConfig';
  return {
    type: 'AWS::CloudFront::OriginRequestPolicy',
    honoured: ['Name', 'Comment', 'HeadersConfig', 'CookiesConfig', 'QueryStringsConfig'].map(
      (name) => `${config}.${name}`,
    ),
    create(resource) {
      const id = idOf(resource);
      policies.set(id, resource.properties[config] as OriginRequestPolicy);
      return { ref: id, attributes: { Id: id } };
    },
    remove: (_resource, { ref }) => void policies.delete(ref),
  };
};

const accessControlResource: ResourceType = {
  type: 'AWS::CloudFront::OriginAccessControl',
  honoured: [],
  withoutEffect: { OriginAccessControlConfig: 'the runtime reaches its own buckets directly' },
  create: (resource) => ({ ref: idOf(resource), attributes: { Id: idOf(resource) } }),
  // It is nothing beside its distribution here.
  remove: () => {},
};

/** What CloudFormation makes a distribution of. */
export const cloudFrontResources = (
  distributions: Map<string, Distribution>,
  policies: Map<string, ResponseHeadersPolicy>,
  requestPolicies: Map<string, OriginRequestPolicy>,
  functions: EdgeFunctions,
  now: () => number,
): ResourceType[] => [
  distributionResource(distributions, functions, now),
  headersPolicyResource(policies),
  requestPolicyResource(requestPolicies),
  accessControlResource,
];
