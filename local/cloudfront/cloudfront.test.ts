import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, openSite, type Site } from './testing.ts';

let site: Site;
const PAGE = `<p>${'text '.repeat(400)}</p>`;

beforeEach(async () => {
  site = await openSite(['pages', 'media']);
  const headers = await site.make('ResponseHeadersPolicy', 'Headers', {
    ResponseHeadersPolicyConfig: {
      Name: 'headers',
      SecurityHeadersConfig: {
        ContentTypeOptions: { Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 60, IncludeSubdomains: true, Override: true },
      },
      CorsConfig: {
        AccessControlAllowOrigins: { Items: ['*'] },
        AccessControlAllowMethods: { Items: ['GET'] },
        AccessControlAllowHeaders: { Items: ['*'] },
        OriginOverride: true,
      },
      CustomHeadersConfig: { Items: [{ Header: 'Cache-Control', Value: 'no-store', Override: false }] },
    },
  });
  const behaviour = { ViewerProtocolPolicy: 'redirect-to-https', Compress: true };
  const { ref } = await site.make('Distribution', 'Distribution', {
    DistributionConfig: {
      DefaultRootObject: 'index.html',
      DefaultCacheBehavior: { ...behaviour, TargetOriginId: 'pages', ResponseHeadersPolicyId: headers.ref },
      CacheBehaviors: [
        { ...behaviour, PathPattern: '/media/*', TargetOriginId: 'media' },
        { ...behaviour, PathPattern: '/api/*', TargetOriginId: 'api', AllowedMethods: ['GET', 'POST'] },
        { ...behaviour, PathPattern: '/gone/*', TargetOriginId: 'nowhere' },
      ],
      Origins: [
        { Id: 'pages', DomainName: 'pages.s3.us-east-1.amazonaws.com', S3OriginConfig: {}, OriginPath: '/live' },
        { Id: 'media', DomainName: 'media.s3.us-east-1.amazonaws.com', S3OriginConfig: {} },
        { Id: 'api', DomainName: API },
        { Id: 'nowhere', DomainName: 'nowhere.example' },
      ],
    },
  });
  for (const bucket of ['pages', 'media']) await site.letIn(bucket, ref);
  await site.put('pages', 'live/index.html', PAGE, 'text/html');
  await site.put('pages', 'live/about us.html', 'short', 'text/html', { CacheControl: 'max-age=5' });
  await site.put('media', 'media/a.avif', Buffer.from('0123456789'), 'image/avif');
});
afterEach(() => site.close());

const send: Site['send'] = (...given) => site.send(...given);

describe('an origin request policy', () => {
  const reached = async (headers: object, path = '/chat/x?a=1&b=2', sent: Record<string, string> = {}) => {
    const { ref } = await site.make('OriginRequestPolicy', 'Policy', {
      OriginRequestPolicyConfig: {
        Name: 'policy',
        HeadersConfig: headers,
        CookiesConfig: { CookieBehavior: 'whitelist', Cookies: ['kept'] },
        QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['b'] },
      },
    });
    await site.make('Distribution', 'Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'https-only', TargetOriginId: 'api', OriginRequestPolicyId: ref },
        Origins: [
          { Id: 'api', DomainName: API, OriginCustomHeaders: [{ HeaderName: 'X-Proof', HeaderValue: 'by the edge' }] },
        ],
      },
    });
    await send(path, { 'x-proof': 'by the viewer', 'x-token': 't', cookie: 'kept=1; lost=2', ...sent });
    const { headers: got, cookies, query } = site.reached.at(-1) ?? {};
    return { headers: got, cookies, query };
  };

  test('passes on what it lists, with what the edge says of its viewer, and the origin’s own headers win', async () => {
    const listed = {
      HeaderBehavior: 'whitelist',
      Headers: ['X-Token', 'CloudFront-Viewer-Address', 'CloudFront-Viewer-Country'],
    };
    expect(await reached(listed, undefined, { 'cloudfront-viewer-country': 'ES', 'x-other': 'no' })).toEqual({
      headers: {
        'x-token': 't',
        'x-proof': 'by the edge',
        'cloudfront-viewer-address': '127.0.0.1:443',
        'cloudfront-viewer-country': 'ES',
        host: API,
        via: '1.1 cloudfront.net (CloudFront)',
      },
      cookies: ['kept=1'],
      query: 'b=2',
    });
  });

  test.each([
    [{ HeaderBehavior: 'none' }, false, false],
    [{ HeaderBehavior: 'allViewer' }, true, false],
    [{ HeaderBehavior: 'allExcept', Headers: ['x-token'] }, false, false],
    [{ HeaderBehavior: 'allViewerAndWhitelistCloudFront', Headers: ['CloudFront-Viewer-Address'] }, true, true],
  ])('%j', async (behaviour, token, address) => {
    const { headers = {} } = await reached(behaviour);
    expect(['x-token' in headers, 'cloudfront-viewer-address' in headers]).toEqual([token, address]);
  });
});

describe('a path goes to the origin of its behaviour', () => {
  test('a WebSocket’s, too, unless that is a bucket', async () => {
    const headers = { connection: 'upgrade', upgrade: 'websocket' };
    expect((await send('/api/live', headers)).headers['x-origin']).toBe(`${API}/api/live`);
    expect((await send('/media/live', headers)).headers['x-origin']).toBe('undefinedundefined');
    expect((await send('/api/x', { connection: 'upgrade', upgrade: 'h2c' })).status).toBe(201);
  });

  test('but not where the bucket lets another distribution in', async () => {
    await site.letIn('media', 'EOTHER');
    const { status, body } = await send('/media/a.avif');
    expect([status, body.toString()]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
    expect((await send('/')).status).toBe(200);
  });

  test('the root object of the pages, with the origin’s path before it', async () => {
    expect((await send('/')).body.toString()).toBe(PAGE);
    expect((await send('/about%20us.html')).body.toString()).toBe('short');
  });

  test('an API, with the request whole but for its host', async () => {
    const answer = await send('/api/things?a=1&a=2', { 'x-own': 'y', cookie: 'c=1' }, 'POST', '{"n":1}');
    expect([answer.status, answer.headers['set-cookie']]).toEqual([201, ['a=1; Path=/']]);
    expect(site.reached[0]).toMatchObject({ method: 'POST', path: '/api/things', query: 'a=1&a=2', cookies: ['c=1'] });
    expect(site.reached[0]?.headers).toMatchObject({ host: API, 'x-own': 'y' });
    expect(site.reached[0]?.body.toString()).toBe('{"n":1}');
  });

  test('none, where the method is not allowed or the origin is not here', async () => {
    expect((await send('/api/things', {}, 'DELETE')).status).toBe(403);
    expect((await send('/media/a.avif', {}, 'POST')).status).toBe(403);
    expect((await send('/gone/x')).status).toBe(502);
  });

  test('a key that is not there is refused as the origin refuses it', async () => {
    const { status, headers, body } = await send('/media/none.avif');
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('application/xml');
    expect(body.toString()).toContain('<Code>NoSuchKey</Code>');
  });
});

describe('an object is served', () => {
  test('in part, where a range is asked for', async () => {
    const { status, headers, body } = await send('/media/a.avif', { range: 'bytes=2-4' });
    expect([status, headers['content-range'], headers['content-length'], body.toString()]).toEqual([
      206,
      'bytes 2-4/10',
      '3',
      '234',
    ]);
    expect((await send('/media/a.avif', { range: 'bytes=20-' })).status).toBe(416);
  });

  test('without its body, for HEAD', async () => {
    const { status, headers, body } = await send('/media/a.avif', {}, 'HEAD');
    expect([status, headers['content-length'], headers['content-type'], body.length]).toEqual([
      200,
      '10',
      'image/avif',
      0,
    ]);
  });

  test('not again to a client that has it, which keeps what identifies it', async () => {
    const { headers } = await send('/media/a.avif');
    const again = await send('/media/a.avif', { 'if-none-match': String(headers.etag) });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
    const since = await send('/media/a.avif', { 'if-modified-since': String(headers['last-modified']) });
    expect(since.status).toBe(304);
    expect((await send('/media/a.avif', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('compressed, where its type gains by it and the client takes it', async () => {
    const brotli = await send('/', { 'accept-encoding': 'gzip, br' });
    expect([brotli.headers['content-encoding'], brotli.headers.vary]).toEqual(['br', 'Accept-Encoding']);
    expect(brotliDecompressSync(brotli.body).toString()).toBe(PAGE);
    const gzip = await send('/', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(gzip.body).toString()).toBe(PAGE);
    for (const [accepted, encoding] of [
      ['br;q=0, gzip', 'gzip'],
      ['br;q=0.2, gzip;q=0.8', 'gzip'],
      ['gzip;q=0.5, br;q=0.5', 'br'],
      ['GZIP;q=1.0', 'gzip'],
      ['*', 'br'],
      ['*;q=0.1, br;q=0', 'gzip'],
      ['identity', undefined],
    ] as const)
      expect((await send('/', { 'accept-encoding': accepted })).headers['content-encoding'], accepted).toBe(encoding);
    for (const [path, accepted] of [
      ['/', ''],
      ['/about%20us.html', 'br'],
      ['/media/a.avif', 'br'],
    ] as const)
      expect((await send(path, { 'accept-encoding': accepted })).headers['content-encoding'], path).toBeUndefined();
    const again = await send('/', { 'accept-encoding': 'br', 'if-none-match': String(brotli.headers.etag) });
    expect(again.status).toBe(304);
  });
});

test('headers of the behaviour’s policy are added; what does not override leaves the origin’s own', async () => {
  const page = await send('/', { origin: 'https://elsewhere.example' });
  expect(page.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'strict-transport-security': 'max-age=60; includeSubDomains',
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
  });
  expect((await send('/about%20us.html')).headers['cache-control']).toBe('max-age=5');
  expect((await send('/media/a.avif')).headers['x-content-type-options']).toBeUndefined();
});
