import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSignIn, PASSWORD, pkce, type SignIn } from './testing.ts';
import { codeOf, createVisitor } from './visitor.ts';

let signIn: SignIn;
beforeAll(async () => {
  signIn = await openSignIn();
  await signIn.addUser('ada');
});
afterEach(() => expect(signIn.faults).toEqual([]));
afterAll(() => signIn.close());

type Ids = SignIn['at'];
type Differences = Readonly<Record<string, string | undefined>>;
const challenge = pkce().challenge;

test.each<[string, (ids: Ids) => Differences, string]>([
  ['no client', () => ({ client_id: undefined }), 'invalid_request'],
  ['a client that is not there', () => ({ client_id: 'nobody' }), 'invalid_client'],
  ['a client by a name of every object', () => ({ client_id: '__proto__' }), 'invalid_client'],
  ['another pool’s client', ({ ofOtherPool }) => ({ client_id: ofOtherPool }), 'invalid_client'],
  ['a client without pages', ({ withoutPages }) => ({ client_id: withoutPages }), 'unauthorized_client'],
  ['a client without Cognito', ({ withoutCognito }) => ({ client_id: withoutCognito }), 'unauthorized_client'],
  ['no address and no default', () => ({ redirect_uri: undefined }), 'invalid_request'],
  ['a strange address', () => ({ redirect_uri: 'https://evil.example/' }), 'redirect_mismatch'],
  ['a longer path', ({ siteUrl }) => ({ redirect_uri: `${siteUrl}/studio/` }), 'redirect_mismatch'],
  ['one more parameter', ({ siteUrl }) => ({ redirect_uri: `${siteUrl}/studio?next=x` }), 'redirect_mismatch'],
  ['a fragment', ({ siteUrl }) => ({ redirect_uri: `${siteUrl}/studio#x` }), 'redirect_mismatch'],
  [
    'a name that begins alike',
    ({ siteUrl }) => ({ redirect_uri: `${siteUrl}.evil.example/studio` }),
    'redirect_mismatch',
  ],
  ['a user in the address', ({ siteUrl }) => ({ redirect_uri: siteUrl.replace('//', '//a@') }), 'redirect_mismatch'],
])('for %s a page tells, and nobody is sent anywhere', async (_, differencesOf, error) => {
  const visitor = createVisitor(signIn);
  const differences = differencesOf(signIn.at);
  for (const endpoint of ['oauth2/authorize', 'login']) {
    const { status, location } = await visitor.send(`${signIn.at.base}/${endpoint}?${visitor.query(differences)}`);
    expect(status).toBe(302);
    expect(location).toMatch(new RegExp(`^/_aws/cognito/people-dev/error\\?error=${error}(&|$)`));
    const page = await visitor.send(location);
    expect([page.status, page.text.includes(`<code>${error}</code>`)]).toEqual([400, true]);
  }
});

test.each<[string, (ids: Ids) => Differences, string]>([
  ['no response type', () => ({ response_type: undefined }), 'invalid_request'],
  ['the implicit flow', () => ({ response_type: 'token' }), 'unauthorized_client'],
  [
    'the implicit flow where it is allowed',
    ({ withoutCode }) => ({ client_id: withoutCode, response_type: 'token' }),
    'unsupported_response_type',
  ],
  ['a response type that is none', () => ({ response_type: 'id_token' }), 'unsupported_response_type'],
  ['a client that may have no codes', ({ withoutCode }) => ({ client_id: withoutCode }), 'unauthorized_client'],
  ['another identity provider', () => ({ identity_provider: 'Google' }), 'invalid_request'],
  ['a challenge without its method', () => ({ code_challenge: challenge }), 'invalid_request'],
  ['a method without a challenge', () => ({ code_challenge_method: 'S256' }), 'invalid_request'],
  ['a plain challenge', () => ({ code_challenge: challenge, code_challenge_method: 'plain' }), 'invalid_request'],
  ['a challenge that is no hash', () => ({ code_challenge: 'x', code_challenge_method: 'S256' }), 'invalid_request'],
  ['two prompts of which one is none', () => ({ prompt: 'none login' }), 'invalid_request'],
  ['a scope that the client may not have', () => ({ scope: 'openid phone' }), 'invalid_scope'],
  ['a scope that is not there', () => ({ scope: 'openid everything' }), 'invalid_scope'],
  ['email without openid', () => ({ scope: 'email' }), 'invalid_scope'],
  ['nobody signed in and no page wanted', () => ({ prompt: 'none' }), 'login_required'],
])('the app is told of %s', async (_, differencesOf, error) => {
  const { status, location } = await createVisitor(signIn).authorize(differencesOf(signIn.at));
  expect([status, location]).toEqual([302, `${signIn.at.siteUrl}/studio?error=${error}&state=st+a%26te`]);
});

test('a parameter that stands twice is refused, without a redirect where it says where to', async () => {
  const visitor = createVisitor(signIn);
  const ask = (more: string) => visitor.send(`${signIn.at.base}/oauth2/authorize?${visitor.query()}&${more}`);
  expect((await ask('scope=openid&scope=email')).location).toMatch(/studio\?error=invalid_request&/);
  for (const more of ['client_id=other', 'redirect_uri=https%3A%2F%2Fevil.example'])
    expect((await ask(more)).location).toMatch(/\/error\?error=invalid_request&/);
});

test.each<[string, (ids: Ids) => Record<string, string>, string]>([
  ['another client', ({ secondId }) => ({ client_id: secondId }), 'invalid_grant'],
  ['another pool’s client', ({ ofOtherPool }) => ({ client_id: ofOtherPool }), 'invalid_client'],
  ['another address', () => ({ redirect_uri: 'http://localhost:5173/back?app=1' }), 'invalid_grant'],
  ['another verifier', () => ({ code_verifier: pkce().verifier }), 'invalid_grant'],
  ['no verifier', () => ({ code_verifier: '' }), 'invalid_grant'],
  ['a verifier that is too short', () => ({ code_verifier: 'short' }), 'invalid_grant'],
])('a code is no use with %s, and is used up then', async (_, differencesOf, error) => {
  const visitor = createVisitor(signIn);
  const proof = pkce();
  const asked = { code_challenge: proof.challenge, code_challenge_method: 'S256' };
  const right = { code: codeOf((await visitor.signIn(asked)).location), code_verifier: proof.verifier };
  expect(await visitor.exchange({ ...right, ...differencesOf(signIn.at) })).toMatchObject({
    status: 400,
    body: { error },
  });
  const after = await visitor.exchange(right);
  expect(after.body.error ?? 'tokens').toBe(error === 'invalid_client' ? 'tokens' : 'invalid_grant');
});

test('a code serves for five minutes, once, and with no verifier where it was asked for without a challenge', async () => {
  const visitor = createVisitor(signIn);
  const code = async () => codeOf((await visitor.authorize()).location);
  await visitor.signIn();
  const [late, once, unproven] = [await code(), await code(), await code()];
  expect((await visitor.exchange({ code: unproven, code_verifier: pkce().verifier })).body.error).toBe('invalid_grant');
  await signIn.clock.advance(299_999);
  expect((await visitor.exchange({ code: once })).status).toBe(200);
  expect((await visitor.exchange({ code: once })).body.error).toBe('invalid_grant');
  await signIn.clock.advance(1);
  expect((await visitor.exchange({ code: late })).body.error).toBe('invalid_grant');
});

test.each<[string, (ids: Ids) => Record<string, string>, string]>([
  ['no grant type', () => ({ grant_type: '' }), 'invalid_request'],
  ['a grant that is not there', () => ({ grant_type: 'client_credentials' }), 'unsupported_grant_type'],
  ['no client', () => ({ client_id: '' }), 'invalid_request'],
  ['an unknown client', () => ({ client_id: 'nobody' }), 'invalid_client'],
  ['a secret', () => ({ client_secret: 'x' }), 'invalid_client'],
  ['a client without pages', ({ withoutPages }) => ({ client_id: withoutPages }), 'unauthorized_client'],
  ['a client without codes', ({ withoutCode }) => ({ client_id: withoutCode }), 'unauthorized_client'],
  ['no code', () => ({ code: '' }), 'invalid_request'],
  ['no address', () => ({ redirect_uri: '' }), 'invalid_request'],
  ['a code that is none', () => ({}), 'invalid_grant'],
  ['no refresh token', () => ({ grant_type: 'refresh_token' }), 'invalid_request'],
  ['a refresh token that is none', () => ({ grant_type: 'refresh_token', refresh_token: 'x' }), 'invalid_grant'],
  [
    'a client that may not renew',
    ({ withoutRenewal }) => ({ grant_type: 'refresh_token', refresh_token: 'x', client_id: withoutRenewal }),
    'unauthorized_client',
  ],
])('the token endpoint refuses %s', async (_, fieldsOf, error) => {
  const answer = await createVisitor(signIn).exchange({ code: 'x', ...fieldsOf(signIn.at) });
  expect(answer).toMatchObject({ status: 400, body: { error } });
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
});

test('a refresh token renews nothing for another client, and none once its time is over', async () => {
  const visitor = createVisitor(signIn);
  const { body } = await visitor.tokens();
  const renewal = { grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' };
  expect((await visitor.exchange({ ...renewal, client_id: signIn.at.secondId })).body.error).toBe('invalid_grant');
  expect((await visitor.exchange({ ...renewal, refresh_token: body.access_token ?? '' })).body.error).toBe(
    'invalid_grant',
  );
  expect((await visitor.exchange(renewal)).status).toBe(200);
  await signIn.clock.advance(7 * 86_400_000);
  expect((await visitor.exchange(renewal)).body.error).toBe('invalid_grant');
});

test('only forms are read, and what others may be asked from elsewhere is told before', async () => {
  const { base, clientId } = signIn.at;
  const sent = await fetch(`${base}/oauth2/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'refresh_token', client_id: clientId }),
  });
  expect([sent.status, await sent.json()]).toEqual([400, { error: 'invalid_request' }]);
  for (const [endpoint, methods] of [
    ['token', 'POST'],
    ['revoke', 'POST'],
    ['userInfo', 'GET, POST'],
  ]) {
    const { status, headers } = await fetch(`${base}/oauth2/${endpoint}`, { method: 'OPTIONS' });
    expect([status, headers.get('access-control-allow-methods')]).toEqual([200, methods]);
    expect(headers.get('access-control-allow-headers')).toMatch(/authorization/);
  }
  expect((await fetch(`${base}/oauth2/token`)).status).toBe(405);
  expect((await fetch(`${base}/oauth2/constructor`)).status).toBe(404);
  expect((await fetch(base.replace('people-dev', 'nowhere'))).status).toBe(404);
});

test('only a refresh token can be revoked, by its own client, where it may', async () => {
  const visitor = createVisitor(signIn);
  const { body } = await visitor.tokens();
  const { base, clientId, secondId, withoutRevocation } = signIn.at;
  const revoke = async (fields: Record<string, string>) => {
    const { status, text } = await visitor.post(`${base}/oauth2/revoke`, { client_id: clientId, ...fields });
    return [status, text === '' ? '' : JSON.parse(text).error];
  };
  const token = body.refresh_token ?? '';
  expect(await revoke({ token: body.access_token ?? '' })).toEqual([400, 'unsupported_token_type']);
  expect(await revoke({ token, client_id: secondId })).toEqual([400, 'invalid_request']);
  expect(await revoke({ token, client_id: withoutRevocation })).toEqual([400, 'invalid_request']);
  expect(await revoke({ token, client_id: 'nobody' })).toEqual([400, 'invalid_client']);
  expect(await revoke({})).toEqual([400, 'invalid_request']);
  expect(await revoke({ token: 'none of ours' })).toEqual([200, '']);
});

test('userInfo tells nobody anything without an access token for it', async () => {
  const visitor = createVisitor(signIn);
  const info = async (authorization?: string) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const answer = await visitor.send(`${signIn.at.base}/oauth2/userInfo`, { headers });
    return [answer.status, JSON.parse(answer.text).error, answer.headers.get('www-authenticate')];
  };
  const said = (error: string) => expect.stringContaining(`error="${error}"`);
  expect(await info()).toEqual([400, 'invalid_request', said('invalid_request')]);
  expect(await info('Bearer nonsense')).toEqual([401, 'invalid_token', said('invalid_token')]);
  const { body } = await visitor.tokens({ scope: 'aws.cognito.signin.user.admin' });
  expect(await info(`Bearer ${body.access_token}`)).toEqual([401, 'invalid_token', said('invalid_token')]);
  expect(body).not.toHaveProperty('id_token');
});

test('nobody is sent to a sign-out address that is not the client’s', async () => {
  const visitor = createVisitor(signIn);
  await visitor.signIn();
  const { base, clientId, siteUrl } = signIn.at;
  const out = (parameters: Record<string, string>) => visitor.send(`${base}/logout?${new URLSearchParams(parameters)}`);
  const ours = { client_id: clientId, logout_uri: `${siteUrl}/studio` };
  expect((await out({ ...ours, logout_uri: 'https://evil.example/' })).location).toMatch(/error=redirect_mismatch/);
  expect((await out({ ...ours, logout_uri: 'http://localhost:5173/back?app=1' })).location).toMatch(
    /redirect_mismatch/,
  );
  expect((await out({ ...ours, client_id: 'nobody' })).location).toMatch(/\/error\?error=invalid_client/);
  expect((await out({})).location).toMatch(/\/error\?error=invalid_request/);
  expect(codeOf((await visitor.authorize({ prompt: 'none' })).location)).toMatch(/^[\w-]{43}$/);
});

test('a wrong password, a wrong name and a name of every object are told alike; the name stays', async () => {
  for (const [username, password] of [
    ['ada', 'Wrong-Horse-9'],
    ['nobody', PASSWORD],
    ['__proto__', PASSWORD],
    ['ada', ''],
  ]) {
    const visitor = createVisitor(signIn);
    const { status, text } = await visitor.signIn({}, password, username);
    expect([status, text.includes('Incorrect username or password.')]).toEqual([200, true]);
    expect(text).toContain(`name="username" value="${username}"`);
    expect(visitor.cookies.has('cognito')).toBe(false);
  }
});

test('who is disabled, not confirmed or has more than a password is told so, and not let in', async () => {
  const UserPoolId = signIn.at.UserPoolId;
  await signIn.addUser('dee');
  await signIn.call('AdminDisableUser', { UserPoolId, Username: 'dee' });
  expect((await createVisitor(signIn).signIn({}, PASSWORD, 'dee')).text).toContain('User is disabled.');
  await signIn.call('SignUp', { ClientId: signIn.at.clientId, Username: 'eve', Password: PASSWORD });
  expect((await createVisitor(signIn).signIn({}, PASSWORD, 'eve')).text).toContain('User is not confirmed.');
  const setMfa = (MfaConfiguration: string) =>
    signIn.call('SetUserPoolMfaConfig', {
      ...{ UserPoolId, MfaConfiguration, SoftwareTokenMfaConfiguration: { Enabled: true } },
      SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::000000000000:role/any' } },
    });
  await setMfa('ON');
  expect((await createVisitor(signIn).signIn()).text).toContain('a one-time password too');
  await setMfa('OFF');
});

test('a form without the page’s own token, or from another site, signs nobody in', async () => {
  const visitor = createVisitor(signIn);
  const page = await visitor.send(`${signIn.at.base}/login?${visitor.query()}`);
  const known = { username: 'ada', password: PASSWORD };
  const forged = await visitor.submit(page.text, { ...known, _csrf: 'x'.repeat(32) });
  expect([forged.status, forged.text.includes('sent from elsewhere')]).toEqual([403, true]);
  visitor.cookies.clear();
  const without = await visitor.submit(page.text, known);
  expect([without.status, visitor.cookies.has('cognito')]).toEqual([403, false]);
  expect((await visitor.submit(without.text, known)).status).toBe(302);
});

test('whatever an address or a form brings stays text, and the page runs and frames nothing', async () => {
  const visitor = createVisitor(signIn);
  const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;
  const differences = { state: hostile, nonce: hostile, login_hint: hostile };
  const shown = await visitor.send((await visitor.authorize(differences)).location);
  const wrong = await visitor.submit(shown.text, { username: hostile, password: hostile });
  const unknown = await visitor.send(`${signIn.at.base}/error?error=${encodeURIComponent(hostile)}`);
  for (const { text, headers } of [shown, wrong, unknown]) {
    expect(text).not.toMatch(/<script|<img|onerror='/);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/);
    expect(policy).toMatch(/; frame-ancestors 'none'; base-uri 'none'$/);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
  }
  const back = await visitor.submit(wrong.text, { username: 'ada', password: PASSWORD });
  expect(new URL(back.location).searchParams.get('state')).toBe(hostile);
  expect(shown.headers.get('content-security-policy')).toContain(`form-action 'self' ${signIn.at.siteUrl};`);
});
