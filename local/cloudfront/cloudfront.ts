import type { ApiResponse } from '../apigateway/answer.ts';
import type { ApiRequest } from '../apigateway/request.ts';
import type { Cloud } from '../aws/service.ts';
import { servicePrincipal } from '../iam/service-principal.ts';
import { compress } from './compress.ts';
import { behaviourFor, type Distribution, type Origin } from './distribution.ts';
import { cloudFrontResources } from './resources.ts';
import { policyHeaders, type ResponseHeadersPolicy } from './response-headers.ts';
import { fetchFromS3, type OriginAnswer } from './s3-origin.ts';

export type CloudFrontOptions = {
  cloud: () => Cloud;
  accountId: string;
  apis: { has(hostName: string): boolean; answer(request: ApiRequest): Promise<ApiResponse> | ApiResponse };
};

/** CloudFront distributions: behaviours, origins and headers; nothing is cached. */
export const createCloudFront = ({ cloud, accountId, apis }: CloudFrontOptions) => {
  const distributions = new Map<string, Distribution>();
  const policies = new Map<string, ResponseHeadersPolicy>();

  const fromOrigin = async ({ id }: Distribution, origin: Origin, request: ApiRequest): Promise<OriginAnswer> => {
    if (origin.s3) {
      const arn = `arn:aws:cloudfront::${accountId}:distribution/${id}`;
      const principal = servicePrincipal('cloudfront.amazonaws.com', arn, accountId);
      const bucket = origin.domainName.split('.s3.')[0] ?? '';
      return fetchFromS3(cloud(), principal, bucket, { ...request, path: origin.originPath + request.path });
    }
    if (!apis.has(origin.domainName)) return plain(502, `The origin ${origin.domainName} is not part of this runtime.`);
    const { host: _, ...headers } = request.headers;
    return apis.answer({
      ...request,
      path: origin.originPath + request.path,
      headers: { ...headers, host: origin.domainName, via: '1.1 cloudfront.net (CloudFront)' },
    });
  };

  const answer = async (distribution: Distribution, request: ApiRequest): Promise<OriginAnswer> => {
    const behaviour = behaviourFor(distribution, request.path);
    const origin = behaviour && distribution.origins.get(behaviour.originId);
    if (!behaviour || !origin) return plain(404, 'No behaviour of the distribution takes this path.');
    if (!behaviour.allowedMethods.includes(request.method))
      return plain(
        403,
        'This distribution is not configured to allow the HTTP request method that was used for this request.',
      );
    const path =
      request.path === '/' && distribution.defaultRootObject ? `/${distribution.defaultRootObject}` : request.path;
    let response = await fromOrigin(distribution, origin, { ...request, path });
    const replaced = distribution.errorResponses.find(({ errorCode }) => errorCode === response.status);
    if (replaced?.responsePagePath) {
      const page = await answer(
        { ...distribution, errorResponses: [] },
        { ...request, method: 'GET', path: replaced.responsePagePath },
      );
      response = { ...page, status: replaced.responseCode ?? response.status };
    }
    const headers = { ...response.headers };
    const policy = policies.get(behaviour.responseHeadersPolicyId ?? '');
    for (const { name, value, override } of policy ? policyHeaders(policy, request.headers.origin) : []) {
      if (override || headers[name] === undefined) headers[name] = value;
    }
    headers['x-cache'] ??= response.status < 400 ? 'Miss from cloudfront' : 'Error from cloudfront';
    const complete = { ...response, headers };
    return behaviour.compress && request.method === 'GET'
      ? compress(complete, request.headers['accept-encoding'])
      : complete;
  };

  return {
    resourceTypes: cloudFrontResources(distributions, policies),
    answer,
    /** Where a WebSocket goes that comes to a distribution: the origin of its path, which is asked for the path given. */
    socketOrigin(distribution: Distribution, path: string): { host: string; path: string } | undefined {
      const behaviour = behaviourFor(distribution, path);
      const origin = behaviour && distribution.origins.get(behaviour.originId);
      return origin && !origin.s3 ? { host: origin.domainName, path: origin.originPath + path } : undefined;
    },
    /** The distribution that the site's port serves: the first of the template. */
    first: (): Distribution | undefined => [...distributions.values()][0],
  };
};

const plain = (status: number, text: string): OriginAnswer => ({
  status,
  headers: { 'content-type': 'text/plain;charset=utf-8' },
  body: Buffer.from(`${text}\n`),
});
