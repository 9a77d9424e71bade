import type { Distribution } from '../distribution.ts';
import { type Control, distributionArn, listed } from './state.ts';

type Properties = Readonly<Record<string, unknown>>;

/** A distribution as the API answers it: what its template declares, in the API's shapes. */
export const distributionAnswer = (control: Control, { id, domainName, etag, modifiedAt, config }: Distribution) => ({
  Id: id,
  ARN: distributionArn(control, id),
  Status: 'Deployed',
  LastModifiedTime: new Date(modifiedAt),
  InProgressInvalidationBatches: 0,
  DomainName: domainName,
  ActiveTrustedSigners: { Enabled: false, Quantity: 0 },
  ActiveTrustedKeyGroups: { Enabled: false, Quantity: 0 },
  DistributionConfig: { CallerReference: etag, DefaultRootObject: '', ...configOf(config) },
});

/** As `distributionAnswer`, for a list. */
export const distributionSummary = (control: Control, { id, domainName, etag, modifiedAt, config }: Distribution) => {
  const { Logging: _, DefaultRootObject: __, ...members } = configOf(config) as Record<string, unknown>;
  return {
    Id: id,
    ARN: distributionArn(control, id),
    ETag: etag,
    Status: 'Deployed',
    LastModifiedTime: new Date(modifiedAt),
    DomainName: domainName,
    ...members,
  };
};

const configOf = (config: Properties): Record<string, unknown> => {
  const { Aliases, Origins, DefaultCacheBehavior, CacheBehaviors, CustomErrorResponses, IPV6Enabled, ...rest } = config;
  return {
    Comment: '',
    PriceClass: 'PriceClass_All',
    HttpVersion: 'http2',
    WebACLId: '',
    Staging: false,
    ViewerCertificate: { CloudFrontDefaultCertificate: true },
    Restrictions: { GeoRestriction: { RestrictionType: 'none', Quantity: 0 } },
    ...rest,
    Enabled: rest.Enabled === true || rest.Enabled === 'true',
    IsIPV6Enabled: IPV6Enabled ?? false,
    Aliases: listed(listOf(Aliases)),
    Origins: listed(listOf(Origins).map((origin) => originOf(origin as Properties))),
    DefaultCacheBehavior: behaviourOf(DefaultCacheBehavior as Properties),
    CacheBehaviors: listed(listOf(CacheBehaviors).map((behaviour) => behaviourOf(behaviour as Properties))),
    CustomErrorResponses: listed(listOf(CustomErrorResponses)),
  };
};

const originOf = ({ S3OriginConfig, OriginCustomHeaders, ...rest }: Properties) => ({
  OriginPath: '',
  ...rest,
  CustomHeaders: listed(listOf(OriginCustomHeaders)),
  ...(S3OriginConfig === undefined ? {} : { S3OriginConfig: { OriginAccessIdentity: '', ...S3OriginConfig } }),
});

const behaviourOf = ({ AllowedMethods, CachedMethods, FunctionAssociations, ...rest }: Properties) => ({
  Compress: false,
  SmoothStreaming: false,
  TrustedSigners: { Enabled: false, Quantity: 0 },
  TrustedKeyGroups: { Enabled: false, Quantity: 0 },
  LambdaFunctionAssociations: { Quantity: 0 },
  ...rest,
  FunctionAssociations: listed(listOf(FunctionAssociations)),
  AllowedMethods: {
    ...listed(listOf(AllowedMethods ?? ['HEAD', 'GET'])),
    CachedMethods: listed(listOf(CachedMethods ?? ['HEAD', 'GET'])),
  },
});

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
