import { createHash } from 'node:crypto';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { REGION } from '../../identity.ts';
import { openSignIn, PASSWORD, pkce, type SignIn } from './testing.ts';
import { codeOf, createVisitor } from './visitor.ts';

let signIn: SignIn;
beforeAll(async () => {
  signIn = await openSignIn();
  await signIn.addUser('ada');
  await signIn.call('AdminAddUserToGroup', {
    UserPoolId: signIn.at.UserPoolId,
    Username: 'ada',
    GroupName: 'editor',
  });
});
afterEach(() => expect(signIn.faults).toEqual([]));
afterAll(() => signIn.close());

const read = async (token = '') => {
  const issuer = `https://cognito-idp.${REGION}.amazonaws.com/${signIn.at.UserPoolId}`;
  const keys = { keys: signIn.at.cognito.keysOf(issuer) } as unknown as JSONWebKeySet;
  const currentDate = new Date(signIn.clock.now());
  return (await jwtVerify(token, createLocalJWKSet(keys), { issuer, currentDate })).payload;
};

test('somebody signs in on the page and comes back with a code, for which the app gets tokens', async () => {
  const visitor = createVisitor(signIn);
  const { verifier, challenge } = pkce();
  const asked = { code_challenge: challenge, code_challenge_method: 'S256', nonce: 'n-1', scope: 'openid email' };
  const toLogin = await visitor.authorize(asked);
  expect([toLogin.status, toLogin.location]).toEqual([302, `/_aws/cognito/people-dev/login?${visitor.query(asked)}`]);
  const page = await visitor.send(toLogin.location);
  const back = await visitor.submit(page.text, { username: 'ada', password: PASSWORD });
  expect(back.status).toBe(302);
  expect(back.headers.getSetCookie()).toEqual([
    expect.stringMatching(
      /^cognito=[\w-]{43}; Path=\/_aws\/cognito\/people-dev; Max-Age=3600; HttpOnly; SameSite=Lax$/,
    ),
  ]);
  const to = new URL(back.location);
  expect([to.origin + to.pathname, to.searchParams.get('state')]).toEqual([`${signIn.at.siteUrl}/studio`, 'st a&te']);

  const { status, headers, body } = await visitor.exchange({ code: codeOf(back.location), code_verifier: verifier });
  expect([status, headers.get('access-control-allow-origin'), headers.get('cache-control')]).toEqual([
    ...[200, '*', 'no-store'],
  ]);
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 86_400, refresh_token: expect.any(String) });
  const now = Math.floor(signIn.clock.now() / 1000);
  const shared = { 'cognito:groups': ['editor'], auth_time: now };
  expect(await read(body.access_token)).toMatchObject({
    ...shared,
    ...{ token_use: 'access', client_id: signIn.at.clientId, username: 'ada', scope: 'openid email' },
  });
  const id = await read(body.id_token);
  expect(id).toMatchObject({
    ...shared,
    ...{ token_use: 'id', aud: signIn.at.clientId, nonce: 'n-1', 'cognito:username': 'ada' },
    ...{ email: 'ada@example.com', email_verified: false },
  });
  expect(id).not.toHaveProperty('name');
  const hash = createHash('sha256')
    .update(body.access_token ?? '')
    .digest();
  expect(id.at_hash).toBe(hash.subarray(0, 16).toString('base64url'));
});

test('who is signed in already gets a code at once, another client’s too, unless the app wants the page', async () => {
  const visitor = createVisitor(signIn);
  await visitor.signIn();
  for (const differences of [{}, { prompt: 'none' }, { client_id: signIn.at.secondId }])
    expect(codeOf((await visitor.authorize(differences)).location)).toMatch(/^[\w-]{43}$/);
  expect((await visitor.authorize({ prompt: 'login' })).location).toMatch(/^\/_aws\/cognito\/people-dev\/login\?/);
  const { base, otherPoolId: _, ofOtherPool: client_id } = signIn.at;
  const elsewhere = base.replace('people-dev', 'others-dev');
  const { location } = await visitor.send(
    `${elsewhere}/oauth2/authorize?${visitor.query({ client_id, prompt: 'none' })}`,
  );
  expect(location).toMatch(/\?error=login_required&/);
});

test('a sign-in serves for an hour, and tokens say when it was', async () => {
  const visitor = createVisitor(signIn);
  await visitor.signIn();
  const authTime = Math.floor(signIn.clock.now() / 1000);
  await signIn.clock.advance(3_599_000);
  const { location } = await visitor.authorize({ prompt: 'none' });
  const { body } = await visitor.exchange({ code: codeOf(location) });
  expect((await read(body.access_token)).auth_time).toBe(authTime);
  await signIn.clock.advance(1000);
  expect((await visitor.authorize({ prompt: 'none' })).location).toBe(
    `${signIn.at.siteUrl}/studio?error=login_required&state=st+a%26te`,
  );
});

test('a refresh token gives new tokens of the same scopes until it is revoked, by page and by API alike', async () => {
  const visitor = createVisitor(signIn);
  const { body } = await visitor.tokens();
  const refresh = () => visitor.exchange({ grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' });
  await signIn.clock.advance(60_000);
  const renewed = (await refresh()).body;
  expect(Object.keys(renewed).sort()).toEqual(['access_token', 'expires_in', 'id_token', 'token_type']);
  const [before, after] = [await read(body.access_token), await read(renewed.access_token)];
  expect([after.scope, after.auth_time, after.origin_jti]).toEqual([before.scope, before.auth_time, before.origin_jti]);
  expect(Number(after.iat) - Number(before.iat)).toBe(60);
  expect(await signIn.call('GetUser', { AccessToken: renewed.access_token })).toMatchObject({ Username: 'ada' });
  const AuthParameters = { REFRESH_TOKEN: body.refresh_token };
  const auth = { AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId: signIn.at.clientId, AuthParameters };
  expect(await signIn.call('InitiateAuth', auth)).toHaveProperty('AuthenticationResult.AccessToken');

  const info = (token = '') =>
    visitor.send(`${signIn.at.base}/oauth2/userInfo`, { headers: { authorization: `Bearer ${token}` } });
  const { status, text } = await info(renewed.access_token);
  expect([status, JSON.parse(text)]).toEqual([
    200,
    {
      sub: after.sub,
      username: 'ada',
      email: 'ada@example.com',
      email_verified: 'false',
      name: 'Ada of the Test',
    },
  ]);
  const revoked = await visitor.post(`${signIn.at.base}/oauth2/revoke`, {
    token: body.refresh_token ?? '',
    client_id: signIn.at.clientId,
  });
  expect([revoked.status, revoked.text]).toEqual([200, '']);
  expect(await refresh()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect((await info(renewed.access_token)).status).toBe(401);
});

test('browsers that sign in at once each keep their refresh token', async () => {
  const visitor = createVisitor(signIn);
  await visitor.signIn();
  const codes = await Promise.all(Array.from({ length: 6 }, async () => codeOf((await visitor.authorize()).location)));
  const made = await Promise.all(codes.map((code) => visitor.exchange({ code })));
  for (const { body } of made) {
    const renewal = { grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' };
    expect((await visitor.exchange(renewal)).status).toBe(200);
  }
});

test('a refresh token that InitiateAuth gave renews here too, for the user’s own account only', async () => {
  const AuthParameters = { USERNAME: 'ada', PASSWORD };
  const auth = { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: signIn.at.clientId, AuthParameters };
  const { AuthenticationResult } = (await signIn.call('InitiateAuth', auth)) as {
    AuthenticationResult: { RefreshToken: string };
  };
  const { body } = await createVisitor(signIn).exchange({
    grant_type: 'refresh_token',
    refresh_token: AuthenticationResult.RefreshToken,
  });
  expect(body).not.toHaveProperty('id_token');
  expect((await read(body.access_token)).scope).toBe('aws.cognito.signin.user.admin');
});

test('without a scope all that the client may have are given, and `openid` alone tells every attribute', async () => {
  const visitor = createVisitor(signIn);
  const all = (await visitor.tokens()).body;
  expect((await read(all.access_token)).scope).toBe('openid email profile aws.cognito.signin.user.admin');
  visitor.cookies.clear();
  const alone = (await visitor.tokens({ scope: 'openid' })).body;
  expect(await read(alone.id_token)).toMatchObject({ email: 'ada@example.com', name: 'Ada of the Test' });
  const account = signIn.call('GetUser', { AccessToken: alone.access_token });
  await expect(account).rejects.toThrow('Access Token does not have required scopes');
});

test('addresses of the site on AWS stand for this machine’s, by either of its names', async () => {
  const { siteUrl, clientId, withDefault } = signIn.at;
  const numeric = siteUrl.replace('localhost', '127.0.0.1');
  for (const redirect_uri of [`${siteUrl}/studio`, `${numeric}/studio`, 'http://localhost:5173/back?app=1']) {
    const { location } = await createVisitor(signIn).signIn({ redirect_uri, client_id: clientId, state: undefined });
    expect(location.replace(/code=[\w-]{43}$/, '')).toBe(`${redirect_uri}${redirect_uri.includes('?') ? '&' : '?'}`);
  }
  const byDefault = await createVisitor(signIn).signIn({ redirect_uri: undefined, client_id: withDefault });
  expect(byDefault.location).toMatch(new RegExp(`^${siteUrl}/studio\\?code=`));
});

test('who signs out is sent to a sign-out address of the client, or to sign in again', async () => {
  const visitor = createVisitor(signIn);
  const { base, siteUrl, clientId } = signIn.at;
  await visitor.signIn();
  const out = await visitor.send(
    `${base}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: `${siteUrl}/studio` })}`,
  );
  expect([out.status, out.location, visitor.cookies.has('cognito')]).toEqual([302, `${siteUrl}/studio`, false]);
  expect((await visitor.authorize({ prompt: 'none' })).location).toMatch(/error=login_required/);
  await visitor.signIn();
  const again = await visitor.send(`${base}/logout?${visitor.query()}`);
  expect(again.location).toBe(`/_aws/cognito/people-dev/login?${visitor.query()}`);
  expect((await visitor.authorize({ prompt: 'none' })).location).toMatch(/error=login_required/);
});

test('the session of who is disabled or gone is over, and so are their codes and refresh tokens', async () => {
  await signIn.addUser('bob');
  const visitor = createVisitor(signIn);
  const { location } = await visitor.signIn({}, PASSWORD, 'bob');
  const { body } = await visitor.exchange({ code: codeOf(location) });
  const code = codeOf((await visitor.authorize()).location);
  const bob = { UserPoolId: signIn.at.UserPoolId, Username: 'bob' };
  await signIn.call('AdminDisableUser', bob);
  expect((await visitor.exchange({ code })).body.error).toBe('invalid_grant');
  const renewal = { grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' };
  expect((await visitor.exchange(renewal)).body.error).toBe('invalid_grant');
  await signIn.call('AdminDeleteUser', bob);
  await signIn.addUser('bob');
  expect((await visitor.authorize({ prompt: 'none' })).location).toMatch(/error=login_required/);
});

test('who has a temporary password chooses their own on the page, by the pool’s rules', async () => {
  await signIn.addUser('cy', 'Temporary-1', false);
  const visitor = createVisitor(signIn);
  const page = await visitor.signIn({}, 'Temporary-1', 'cy');
  expect(page.text).toContain(
    'At least 8 characters, with an upper-case letter, a lower-case letter, a digit, and a symbol.',
  );
  expect(visitor.cookies.has('cognito')).toBe(false);
  const choose = (text: string, new_password: string, confirm_password = new_password) =>
    visitor.submit(text, { new_password, confirm_password });
  const differs = await choose(page.text, 'My-own-pass-1', 'My-own-pass-2');
  expect(differs.text).toContain('The two passwords differ.');
  const weak = await choose(differs.text, 'my-own-pass-1');
  expect(weak.text).toContain('Password must have uppercase characters');
  const back = await choose(weak.text, 'My-own-pass-1');
  expect((await visitor.exchange({ code: codeOf(back.location) })).status).toBe(200);
  expect((await choose(page.text, 'Another-pass-2')).text).toContain('The time to choose a password is over.');
  const fresh = createVisitor(signIn);
  expect((await fresh.signIn({}, 'Temporary-1', 'cy')).text).toContain('Incorrect username or password.');
  expect(codeOf((await fresh.signIn({}, 'My-own-pass-1', 'cy')).location)).toMatch(/^[\w-]{43}$/);
});

test('the pool’s OpenID configuration names the endpoints of here', async () => {
  const { cognito, UserPoolId, base } = signIn.at;
  const rawPath = `/${UserPoolId}/.well-known/openid-configuration`;
  const url = new URL(`http://127.0.0.1${rawPath}`);
  const answer = await cognito.unsigned({ method: 'GET', url, rawPath, headers: {}, body: Buffer.of() });
  expect(JSON.parse(String(answer?.body))).toMatchObject({
    authorization_endpoint: `${base}/oauth2/authorize`,
    token_endpoint: `${base}/oauth2/token`,
    userinfo_endpoint: `${base}/oauth2/userInfo`,
    revocation_endpoint: `${base}/oauth2/revoke`,
    end_session_endpoint: `${base}/logout`,
  });
});

test('codes and sessions are there after a crash, and a code still serves once', async () => {
  const visitor = createVisitor(signIn);
  const { location } = await visitor.signIn();
  await signIn.restart();
  const redirect_uri = location.slice(0, location.indexOf('?'));
  const exchange = () => visitor.exchange({ code: codeOf(location), redirect_uri });
  expect((await exchange()).status).toBe(200);
  await signIn.restart();
  expect(await exchange()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect(codeOf((await visitor.authorize({ prompt: 'none' })).location)).toMatch(/^[\w-]{43}$/);
});
