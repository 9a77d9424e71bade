import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import type { Sockets } from '../shared/sockets.ts';

export interface ChatBehavioursProps {
  readonly apiDomain: string;
  /** Proves to the API that a request came by the CDN. */
  readonly edgeKey: string;
  readonly sockets: Sockets;
}

/** How the CDN leads fans to the chat: to their part of its API, which is told who asks and where from, and to its socket. */
export const chatBehaviours = (
  scope: Construct,
  { apiDomain, edgeKey, sockets }: ChatBehavioursProps,
): Record<string, BehaviorOptions> => {
  const common = { allowedMethods: AllowedMethods.ALLOW_ALL, cachePolicy: CachePolicy.CACHING_DISABLED };
  const originRequestPolicy = new OriginRequestPolicy(scope, 'ChatRequests', {
    comment: 'What the chat reads of a request, and where the CDN sees its viewer',
    headerBehavior: OriginRequestHeaderBehavior.allowList(
      'content-type',
      'conversation-token',
      'origin',
      'CloudFront-Viewer-Address',
      'CloudFront-Viewer-Country',
    ),
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
  });
  const ofFans: BehaviorOptions = {
    ...common,
    origin: new HttpOrigin(apiDomain, { customHeaders: { 'x-marquee-edge': edgeKey } }),
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    originRequestPolicy,
  };
  return {
    '/chat/conversations*': ofFans,
    '/chat/ask*': ofFans,
    [sockets.path]: {
      ...common,
      origin: new HttpOrigin(sockets.domainName),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    },
  };
};
