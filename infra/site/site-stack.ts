import { CfnOutput, Duration, Fn, Stack } from 'aws-cdk-lib';
import {
  AccessLevel,
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
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
import type { Api } from '../shared/http-route.ts';
import { PrivateBucket } from '../shared/private-bucket.ts';

export interface SiteStackProps {
  readonly api: Api;
}

/** What the public reaches: pages and media from private buckets, and the API, behind one domain. */
export class SiteStack extends Stack {
  readonly media: PrivateBucket;

  constructor(scope: Construct, id: string, { api }: SiteStackProps) {
    super(scope, id);
    const pages = new PrivateBucket(this, 'Pages');
    this.media = new PrivateBucket(this, 'Media');
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Marquee',
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        origin: privateOrigin(pages),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: this.#pageHeaders(),
      },
      additionalBehaviors: {
        '/media/*': {
          origin: privateOrigin(this.media),
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          responseHeadersPolicy: this.#mediaHeaders(),
        },
        '/assets*': {
          origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.http.apiEndpoint))),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    });
    acknowledge(
      distribution,
      'AwsSolutions-CFR1',
      'A launch is for the whole world; what a territory may see yet is decided by the embargo rule.',
    );
    acknowledge(
      distribution,
      'AwsSolutions-CFR2',
      'A web ACL costs money while nobody uses the system; origins are private and the API is throttled.',
    );
    acknowledge(
      distribution,
      'AwsSolutions-CFR3',
      'Access logs cost storage while idle and hold personal data; they are the account owner’s choice.',
    );
    acknowledge(
      distribution,
      'AwsSolutions-CFR4',
      'Without a domain of its own the distribution uses CloudFront’s certificate, whose protocol floor cannot be set.',
    );
    new CfnOutput(this, 'SiteUrl', { value: `https://${distribution.distributionDomainName}` });
    new CfnOutput(this, 'PagesBucketName', { value: pages.bucketName });
    new CfnOutput(this, 'MediaBucketName', { value: this.media.bucketName });
  }

  #pageHeaders(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'PageHeaders', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy:
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
          override: true,
        },
        ...PLAIN_SECURITY,
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

const PLAIN_SECURITY = {
  contentTypeOptions: { override: true },
  strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
} as const;
