import { CfnOutput, Duration, Fn, Stack } from 'aws-cdk-lib';
import type { IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  HeadersReferrerPolicy,
  HttpVersion,
  type IKeyValueStore,
  type IOrigin,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../shared/acknowledge.ts';
import { PrivateBucket } from '../shared/private-bucket.ts';
import type { Sockets } from '../shared/sockets.ts';
import { chatBehaviours } from './chat-behaviours.ts';
import { domainOf } from './domain.ts';
import { countryOfViewer, Edge } from './edge.ts';

export interface SiteStackProps {
  readonly http: IHttpApi;
  /** Proves to the API that a request came by the CDN. */
  readonly edgeKey: string;
  readonly sockets: Sockets;
}

/** What the public reaches: pages and media from private buckets, and the API, behind one domain. */
export class SiteStack extends Stack {
  readonly media: PrivateBucket;
  readonly pages: PrivateBucket;
  readonly distribution: Distribution;
  readonly routes: IKeyValueStore;
  /** `https://…`, without a slash at its end, for other stacks. */
  readonly url: string;

  constructor(scope: Construct, id: string, { http, edgeKey, sockets }: SiteStackProps) {
    super(scope, id);
    const pages = new PrivateBucket(this, 'Pages', {
      lifecycleRules: [
        { prefix: 'previews/', expiration: Duration.days(8) }, // a link is good for seven
        { prefix: 'rehearsals/', expiration: Duration.days(8) },
        { prefix: 'plans/', expiration: Duration.days(30) },
      ],
    });
    const edge = new Edge(this, 'Edge');
    const apiDomain = Fn.select(2, Fn.split('/', http.apiEndpoint));
    const api = new HttpOrigin(apiDomain);
    const toApi: BehaviorOptions = {
      origin: api,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    // Its files never change under their names; its page says that it is to be asked for anew.
    const toStudio: BehaviorOptions = {
      origin: new HttpOrigin(apiDomain, { originPath: STUDIO_ORIGIN }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    };
    const pageHeaders = this.#pageHeaders();
    const originRequestPolicy = countryOfViewer(this);
    this.pages = pages;
    this.routes = edge.routes;
    this.media = new PrivateBucket(this, 'Media');
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Marquee',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        origin: privateOrigin(pages),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        originRequestPolicy,
        responseHeadersPolicy: pageHeaders,
        functionAssociations: edge.associations,
      },
      additionalBehaviors: {
        // Styles, scripts and fonts: public from the first day, unchanged under their names.
        '/site/*': {
          origin: privateOrigin(pages),
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          responseHeadersPolicy: pageHeaders,
        },
        '/media/*': {
          origin: privateOrigin(this.media),
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          originRequestPolicy,
          responseHeadersPolicy: this.#mediaHeaders(),
          functionAssociations: edge.associations,
        },
        '/studio': toStudio,
        '/studio/*': toStudio,
        '/assets*': toApi,
        '/content*': toApi,
        '/releases*': toApi,
        ...chatBehaviours(this, { apiDomain, edgeKey, sockets }),
        '/chat/*': toApi,
      },
    });
    acknowledge(
      this.distribution,
      'AwsSolutions-CFR1',
      'A launch is for the whole world; what a territory may see yet is decided by the embargo rule.',
    );
    acknowledge(
      this.distribution,
      'AwsSolutions-CFR2',
      'A web ACL costs money while nobody uses the system; origins are private and the API is throttled.',
    );
    acknowledge(
      this.distribution,
      'AwsSolutions-CFR3',
      'Access logs cost storage while idle and hold personal data; they are the account owner’s choice.',
    );
    acknowledge(
      this.distribution,
      'AwsSolutions-CFR4',
      'Without a domain of its own the distribution uses CloudFront’s certificate, whose protocol floor cannot be set.',
    );
    const url = domainOf(this, this.distribution);
    this.url = this.exportValue(url, { name: `${this.stackName}-Url` });
    new CfnOutput(this, 'SiteUrl', { value: url });
    new CfnOutput(this, 'RoutesStoreArn', { value: edge.routes.keyValueStoreArn });
    new CfnOutput(this, 'DistributionId', { value: this.distribution.distributionId });
    new CfnOutput(this, 'PagesBucketName', { value: pages.bucketName });
    new CfnOutput(this, 'MediaBucketName', { value: this.media.bucketName });
  }

  #pageHeaders(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'PageHeaders', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: CONTENT_SECURITY,
          override: true,
        },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
        ...PLAIN_SECURITY,
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'permissions-policy', value: 'camera=(), geolocation=(), microphone=()', override: true },
          { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
        ],
      },
    });
  }

  #mediaHeaders(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'MediaHeaders', {
      comment: 'Media may be shown by any page and can never run as one',
      corsBehavior: {
        accessControlAllowCredentials: false,
        accessControlAllowHeaders: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD'],
        accessControlAllowOrigins: ['*'],
        originOverride: true,
      },
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; sandbox", override: true },
        ...PLAIN_SECURITY,
      },
    });
  }
}

/** A bucket that the distribution alone may read; with the right to list, a key that is not there is 404 and not 403. */
const privateOrigin = (bucket: IBucket): IOrigin =>
  S3BucketOrigin.withOriginAccessControl(bucket, { originAccessLevels: [AccessLevel.READ, AccessLevel.LIST] });

/** What the API serves below it is the studio: an address with or without a slash at its end is one to a route `{file+}`. */
export const STUDIO_ORIGIN = '/web';

/** No script and no style but those of the site's own files. */
const CONTENT_SECURITY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PLAIN_SECURITY = {
  contentTypeOptions: { override: true },
  strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
} as const;
