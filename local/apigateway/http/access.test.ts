import { generateKeyPair } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ApiBench, openApi } from '../testing.ts';
import { AUDIENCE, ISSUER } from '../testing-tokens.ts';

let api: ApiBench;
afterEach(() => api.close());

describe('a route with a JWT authorizer', () => {
  beforeEach(async () => {
    api = await openApi();
    await api.route('GET /', 'export const handler = async () => "in";', { jwt: true });
    await api.route('GET /scoped', 'export const handler = async (e) => e.requestContext.authorizer.jwt.scopes;', {
      jwt: true,
      scopes: ['assets/write', 'assets/admin'],
    });
  });
  const send = async (authorization: string | undefined, path = '/') => {
    const { status, headers, body } = await api.send({ path, headers: authorization ? { authorization } : {} });
    return { status, challenge: headers['www-authenticate'], body: body.toString() };
  };

  test('lets a good token in, with the word Bearer or without', async () => {
    const token = await api.token();
    for (const header of [`Bearer ${token}`, `bearer ${token}`, token]) expect((await send(header)).status).toBe(200);
  });

  test('takes Cognito’s access token, whose audience is its client', async () => {
    expect((await send(await api.token({ aud: undefined, client_id: 'studio' }))).status).toBe(200);
    expect((await send(await api.token({ aud: undefined, client_id: 'other' }))).status).toBe(401);
  });

  test('asks for a token where there is none', async () => {
    expect(await send(undefined)).toEqual({ status: 401, challenge: 'Bearer', body: '{"message":"Unauthorized"}' });
  });

  test.each<[string, () => Promise<string>, RegExp]>([
    ['has expired', () => api.token({ exp: Math.floor(api.clock.now() / 1000) - 1 }), /the token has expired/],
    ['is for another audience', () => api.token({ aud: 'other' }), /audience/],
    ['has another issuer', () => api.token({ iss: 'https://other.example' }), /issuer/],
    ['is signed by somebody else', async () => api.token({}, (await generateKeyPair('RS256')).privateKey), /signature/],
    [
      'is changed',
      async () => (await api.token()).replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"admin"}').toString('base64url')}.`),
      /signature/,
    ],
    ['is no token', async () => 'abc', /signature/],
    [
      'says that it needs no signature',
      async () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await api.token()).split('.')[1]}.`,
      /signature/,
    ],
  ])('refuses a token that %s', async (_, make, reason) => {
    const { status, challenge } = await send(await make());
    expect(status).toBe(401);
    expect(challenge).toMatch(/^Bearer .*error="invalid_token"/);
    expect(challenge).toMatch(reason);
  });

  test('goes by the clock: a token expires while it is used', async () => {
    const token = await api.token();
    await api.clock.advance(3_599_000);
    expect((await send(token)).status).toBe(200);
    await api.clock.advance(1000);
    expect((await send(token)).status).toBe(401);
  });

  test('wants one of the route’s scopes', async () => {
    expect((await send(await api.token({ scope: 'assets/read assets/write' }), '/scoped')).status).toBe(200);
    const { status, challenge, body } = await send(await api.token({ scope: 'assets/read' }), '/scoped');
    expect([status, body]).toEqual([403, '{"message":"Forbidden"}']);
    expect(challenge).toContain('error="insufficient_scope"');
  });
});

describe('an API with a CORS setting', () => {
  const CorsConfiguration = {
    AllowOrigins: ['https://studio.example'],
    AllowMethods: ['GET', 'POST'],
    AllowHeaders: ['authorization'],
    ExposeHeaders: ['etag'],
    AllowCredentials: true,
    MaxAge: 600,
  };
  beforeEach(async () => {
    api = await openApi({ api: { CorsConfiguration } });
    await api.route('GET /', 'export const handler = async () => "in";', { jwt: true });
  });
  const preflight = (origin: string) =>
    api.send({ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } });

  test('answers the preflight of an origin that it allows, without a token', async () => {
    const { status, headers } = await preflight('https://studio.example');
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': 'https://studio.example',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'authorization',
      'access-control-allow-credentials': 'true',
      'access-control-max-age': '600',
    });
  });

  test('gives another origin no header', async () => {
    const { headers } = await preflight('https://elsewhere.example');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('marks answers for its origin, refusals included', async () => {
    const { status, headers } = await api.send({ headers: { origin: 'https://studio.example' } });
    expect([status, headers['access-control-allow-origin'], headers['access-control-expose-headers']]).toEqual([
      401,
      'https://studio.example',
      'etag',
    ]);
  });

  test('leaves a preflight to the route that takes it, whose own words on origins do not count', async () => {
    const code = `export const handler = async () => ({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*', 'x-own': '1' } });`;
    await api.route('ANY /any', code);
    const preflight = { origin: 'https://studio.example', 'access-control-request-method': 'GET' };
    const { status, headers } = await api.send({ method: 'OPTIONS', path: '/any', headers: preflight });
    expect([status, headers['x-own'], headers['access-control-allow-origin']]).toEqual([
      200,
      '1',
      'https://studio.example',
    ]);
    const elsewhere = await api.send({ path: '/any', headers: { origin: 'https://elsewhere.example' } });
    expect(elsewhere.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

test('an API may allow every origin of a scheme', async () => {
  api = await openApi({ api: { CorsConfiguration: { AllowOrigins: ['https://*'] } } });
  const allowed = async (origin: string) =>
    (await api.send({ headers: { origin } })).headers['access-control-allow-origin'];
  expect([await allowed('https://any.example'), await allowed('http://any.example')]).toEqual([
    'https://any.example',
    undefined,
  ]);
});

test('a token may stand in the query, and its scopes in a list', async () => {
  api = await openApi();
  const AuthorizerId = await api.make('Authorizer', 'Query', {
    ...{ ApiId: api.id, AuthorizerType: 'JWT', Name: 'query', IdentitySource: ['$request.querystring.token'] },
    JwtConfiguration: { Issuer: ISSUER, Audience: [AUDIENCE] },
  });
  const route = { AuthorizationType: 'JWT', AuthorizerId, AuthorizationScopes: ['read'] };
  await api.route('GET /', 'export const handler = async () => "in";', { route });
  const status = async (claims: object) =>
    (await api.send({ query: `token=${await api.token({ ...claims })}` })).status;
  expect([await status({ scp: ['read'] }), await status({ scp: ['write'] })]).toEqual([200, 403]);
});

test.each([
  ['not yet', { nbf: Math.floor(Date.UTC(2026, 0, 1) / 1000) + 60 }],
  ['issued in the future', { iat: Math.floor(Date.UTC(2026, 0, 1) / 1000) + 60 }],
])('a token that is good %s is refused', async (_, claims) => {
  api = await openApi();
  await api.route('GET /', 'export const handler = async () => "in";', { jwt: true });
  expect((await api.send({ headers: { authorization: await api.token(claims) } })).status).toBe(401);
});
