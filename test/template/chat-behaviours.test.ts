import { expect, test } from 'vitest';
import { appOf, templatesOf } from './synthesized.ts';

/** Policies of CloudFront's own, by the ids that its documentation gives. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

type Origin = { Id: string; OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[] };
type Behaviour = { PathPattern: string; TargetOriginId: string } & Record<string, unknown>;

const { Site, Chat } = templatesOf(appOf('dev'));
const [distribution] = Object.values(Site?.findResources('AWS::CloudFront::Distribution') ?? {});
const CacheBehaviors: Behaviour[] = distribution?.Properties.DistributionConfig.CacheBehaviors ?? [];
const Origins: Origin[] = distribution?.Properties.DistributionConfig.Origins ?? [];
const policies = Site?.findResources('AWS::CloudFront::OriginRequestPolicy') ?? {};

/** The first one counts whose pattern matches. */
const behaviourOf = (path: string): Behaviour => {
  const matches = ({ PathPattern }: Behaviour) => new RegExp(`^${PathPattern.replaceAll('*', '.*')}$`).test(path);
  return CacheBehaviors.find(matches) ?? expect.fail(`nothing leads ${path} anywhere`);
};
const originOf = (path: string): Origin =>
  Origins.find(({ Id }) => Id === behaviourOf(path).TargetOriginId) ?? expect.fail(path);

const OF_FANS = ['/chat/conversations', '/chat/conversations/an-id/turns', '/chat/ask'];
const OF_STAFF = ['/chat/tickets', '/chat/tickets/an-id/replies', '/chat/gaps', '/chat/feedback'];

test('nothing of the chat is kept by the CDN, and every method gets through', () => {
  for (const path of [...OF_FANS, ...OF_STAFF, '/socket']) {
    expect([path, behaviourOf(path)]).toMatchObject([
      path,
      { CachePolicyId: CACHING_DISABLED, ViewerProtocolPolicy: 'https-only' },
    ]);
    expect(behaviourOf(path).AllowedMethods).toEqual(expect.arrayContaining(['GET', 'POST', 'DELETE', 'OPTIONS']));
  }
});

test('of a fan’s request the API is told what it reads, with where the CDN sees the fan, and no more', () => {
  for (const path of OF_FANS) {
    const { OriginRequestPolicyId } = behaviourOf(path) as { OriginRequestPolicyId?: { Ref?: string } };
    const policy = policies[OriginRequestPolicyId?.Ref ?? '']?.Properties.OriginRequestPolicyConfig;
    expect(policy).toMatchObject({
      CookiesConfig: { CookieBehavior: 'none' },
      HeadersConfig: {
        HeaderBehavior: 'whitelist',
        Headers: [
          ...['content-type', 'conversation-token', 'origin'],
          ...['CloudFront-Viewer-Address', 'CloudFront-Viewer-Country'],
        ],
      },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
    });
  }
});

test('the CDN proves itself to the API by the key that the open functions know, for fans only', () => {
  const key = originOf('/chat/conversations').OriginCustomHeaders?.find(
    ({ HeaderName }) => HeaderName === 'x-marquee-edge',
  )?.HeaderValue;
  const open = Object.values(Chat?.findResources('AWS::Lambda::Function') ?? {}).flatMap(({ Properties }) => {
    const known = Properties.Environment.Variables.EDGE_KEY;
    return known ? [known] : [];
  });
  expect(open).toHaveLength(8);
  for (const known of open) expect(known).toEqual(key);
  for (const path of [...OF_STAFF, '/socket', '/content']) expect(originOf(path).OriginCustomHeaders).toBeUndefined();
});

test('of the staff’s requests, and of the socket’s, all but the host is passed on: tokens, and what makes a socket of it', () => {
  for (const path of [...OF_STAFF, '/socket'])
    expect(behaviourOf(path).OriginRequestPolicyId).toBe(ALL_VIEWER_EXCEPT_HOST);
  expect(originOf('/socket')).not.toBe(originOf('/chat/tickets'));
});
