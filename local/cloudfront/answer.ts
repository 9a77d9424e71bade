import type { ApiRequest } from '../apigateway/request.ts';
import { servicePrincipal } from '../iam/service-principal.ts';
import type { CloudFrontOptions } from './cloudfront.ts';
import { compress } from './compress.ts';
import { type Behaviour, behaviourFor, type Distribution, type Origin } from './distribution.ts';
import { type createEdge, newRequestId } from './functions/at-the-edge.ts';
import { type OriginRequestPolicy, originRequest } from './origin-request.ts';
import { policyHeaders, type ResponseHeadersPolicy } from './response-headers.ts';
import { fetchFromS3, type OriginAnswer } from './s3-origin.ts';

type Options = Pick<CloudFrontOptions, 'cloud' | 'accountId' | 'apis'> & {
  policies: ReadonlyMap<string, ResponseHeadersPolicy>;
  requestPolicies: ReadonlyMap<string, OriginRequestPolicy>;
  edge: ReturnType<typeof createEdge>;
};

/** Answers a viewer's request to a distribution: function, origin, error page, compression, headers, function. */
export const createAnswer = ({ cloud, accountId, apis, policies, requestPolicies, edge }: Options) => {
  const fromOrigin = async (
    { id }: Distribution,
    origin: Origin,
    request: ApiRequest,
    behaviour?: Behaviour,
  ): Promise<OriginAnswer> => {
    if (origin.s3) {
      const arn = `arn:aws:cloudfront::${accountId}:distribution/${id}`;
      const principal = servicePrincipal('cloudfront.amazonaws.com', arn, accountId);
      const bucket = origin.domainName.split('.s3.')[0] ?? '';
      return fetchFromS3(cloud(), principal, bucket, { ...request, path: origin.originPath + request.path });
    }
    if (!apis.has(origin.domainName)) return plain(502, `The origin ${origin.domainName} is not part of this runtime.`);
    const policy = requestPolicies.get(behaviour?.originRequestPolicyId ?? '');
    const passed = policy ? originRequest(request, policy) : request;
    const { host: _, ...headers } = passed.headers;
    return apis.answer({
      ...passed,
      path: origin.originPath + request.path,
      headers: {
        ...headers,
        ...origin.customHeaders,
        host: origin.domainName,
        via: '1.1 cloudfront.net (CloudFront)',
      },
    });
  };

  /** The page that stands for an error of the origin; no function runs for it. */
  const errorPage = async (distribution: Distribution, request: ApiRequest, failed: OriginAnswer) => {
    const replaced = distribution.errorResponses.find(({ errorCode }) => errorCode === failed.status);
    const { responsePagePath: path, responseCode = failed.status } = replaced ?? {};
    if (path === undefined) return failed;
    const origin = originFor(distribution, behaviourFor(distribution, path));
    // Conditions and ranges were for what the viewer asked for.
    const asked = { ...request, method: 'GET', path, headers: {}, rawHeaders: [] };
    return origin ? { ...(await fromOrigin(distribution, origin, asked)), status: responseCode } : failed;
  };

  const withPolicy = (answer: OriginAnswer, behaviour: Behaviour, request: ApiRequest): OriginAnswer => {
    const headers = { ...answer.headers };
    const policy = policies.get(behaviour.responseHeadersPolicyId ?? '');
    for (const { name, value, override } of policy ? policyHeaders(policy, request.headers.origin) : []) {
      if (override || headers[name] === undefined) headers[name] = value;
    }
    headers['x-cache'] ??= answer.status < 400 ? 'Miss from cloudfront' : 'Error from cloudfront';
    return { ...answer, headers };
  };

  return async (distribution: Distribution, request: ApiRequest): Promise<OriginAnswer> => {
    // A function that rewrites the path changes neither the behaviour nor the origin.
    const behaviour = behaviourFor(distribution, request.path);
    const origin = originFor(distribution, behaviour);
    if (!behaviour || !origin) return plain(404, 'No behaviour of the distribution takes this path.');
    if (!behaviour.allowedMethods.includes(request.method)) return plain(403, NOT_ALLOWED);
    const place = { distribution, requestId: newRequestId() };
    const { 'viewer-request': first, 'viewer-response': last } = behaviour.functions;
    const made = first === undefined ? { request } : edge.onRequest(first, request, place);
    if ('answer' in made) return withPolicy(made.answer, behaviour, request);

    const asked = made.request;
    const path =
      asked.path === '/' && distribution.defaultRootObject ? `/${distribution.defaultRootObject}` : asked.path;
    const fetched = await fromOrigin(distribution, origin, { ...asked, path }, behaviour);
    const page = await errorPage(distribution, asked, fetched);
    const readable = request.method === 'GET' || request.method === 'HEAD';
    const packed = behaviour.compress && readable ? await compress(page, asked.headers['accept-encoding']) : page;
    const complete = withPolicy(packed, behaviour, asked);
    // What the origin refused, and the page that stands for it, no function sees.
    return last === undefined || fetched.status >= 400 ? complete : edge.onResponse(last, asked, complete, place);
  };
};

const originFor = (distribution: Distribution, behaviour: Behaviour | undefined): Origin | undefined =>
  behaviour && distribution.origins.get(behaviour.originId);

const NOT_ALLOWED =
  'This distribution is not configured to allow the HTTP request method that was used for this request.';

const plain = (status: number, text: string): OriginAnswer => ({
  status,
  headers: { 'content-type': 'text/plain;charset=utf-8' },
  body: Buffer.from(`${text}\n`),
});
