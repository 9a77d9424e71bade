/** A CloudFront function as its template declares it. */
export type EdgeFunction = {
  name: string;
  arn: string;
  code: string;
  comment: string;
  runtime: string;
  /** ARNs of the key value stores that it may read. */
  stores: readonly string[];
  /** Whether it has been published, and distributions may use it. */
  live: boolean;
  etag: string;
  createdAt: number;
  modifiedAt: number;
};

export type ViewerEvent = 'viewer-request' | 'viewer-response';

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions */
export const LARGEST_CODE = 10 * 1024;
export const LARGEST_BODY = 40 * 1024;

/** The runtime that functions run on here. */
export const RUNTIME = 'cloudfront-js-2.0';

export const functionArn = (accountId: string, name: string): string =>
  `arn:aws:cloudfront::${accountId}:function/${name}`;
