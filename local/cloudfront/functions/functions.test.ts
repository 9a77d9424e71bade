import { createHmac } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, openSite, type Site } from '../testing.ts';

let site: Site;
let arn: string;
const PAGE = `<p>${'text '.repeat(400)}</p>`;

const ROUTES = `
import cf from 'cloudfront';
import crypto from 'crypto';
const kvs = cf.kvs();
const KEY = 'secret';

const preview = (query) => {
  if (!query.token || !query.expires || Number(query.expires.value) * 1000 < Date.now()) return undefined;
  const right = crypto.createHmac('sha256', KEY).update(query.expires.value).digest('hex');
  return right === query.token.value ? query.release.value : undefined;
};

async function handler(event) {
  const request = event.request;
  const release = preview(request.querystring) || (await kvs.get('live'));
  let route;
  try {
    route = await kvs.get(release + request.uri, { format: 'json' });
  } catch (error) {
    console.log('no route ' + request.uri + ' ' + error, 'unsaid');
    route = { page: 'pages/lost.html' };
  }
  if (route.to) return { statusCode: 301, statusDescription: 'Moved', headers: { location: { value: route.to } } };
  request.uri = '/' + route.page;
  request.querystring = {};
  request.headers['x-kind'] = { value: route.page };
  return request;
}`;
const STATUS = `
function handler(event) {
  const response = event.response;
  if (event.request.headers['x-kind'].value === 'pages/lost.html') response.statusCode = 404;
  response.headers['x-release'] = response.headers['x-amz-meta-release'];
  return response;
}`;

const publish = async (name: string, FunctionCode: string, stores: string[] = [arn], more: object = {}) => {
  const FunctionConfig = {
    Comment: '',
    Runtime: 'cloudfront-js-2.0',
    KeyValueStoreAssociations: stores.map((KeyValueStoreARN) => ({ KeyValueStoreARN })),
  };
  const made = await site.make('Function', name, {
    Name: name,
    AutoPublish: true,
    FunctionCode,
    FunctionConfig,
    ...more,
  });
  return made.ref;
};

/** Puts functions before and behind the pages. */
const associate = async (request?: string, response?: string, more: object = {}) => {
  const associations = [
    ...(request ? [{ EventType: 'viewer-request', FunctionARN: await publish('request', request) }] : []),
    ...(response ? [{ EventType: 'viewer-response', FunctionARN: await publish('response', response) }] : []),
  ];
  const behaviour = { ViewerProtocolPolicy: 'allow-all', Compress: true, FunctionAssociations: associations };
  const { ref } = await site.make('Distribution', 'Site', {
    DistributionConfig: {
      DefaultRootObject: 'index.html',
      DefaultCacheBehavior: { ...behaviour, TargetOriginId: 'pages' },
      CacheBehaviors: [{ ...behaviour, PathPattern: '/api/*', TargetOriginId: 'api', AllowedMethods: ['GET', 'POST'] }],
      Origins: [
        { Id: 'pages', DomainName: 'pages.s3.us-east-1.amazonaws.com', S3OriginConfig: {} },
        { Id: 'api', DomainName: API },
      ],
      ...more,
    },
  });
  await site.letIn('pages', ref);
  return ref;
};

const write = async (puts: Readonly<Record<string, string>>) => {
  const owner = site.harness.identities.administrator;
  const call = (operation: string, input: object) =>
    site.harness.cloud.call('cloudfront-keyvaluestore', operation, { KvsARN: arn, ...input }, owner);
  const { ETag } = await call('DescribeKeyValueStore', {});
  await call('UpdateKeys', { IfMatch: ETag, Puts: Object.entries(puts).map(([Key, Value]) => ({ Key, Value })) });
};

beforeEach(async () => {
  site = await openSite(['pages']);
  arn = String((await site.make('KeyValueStore', 'Routes', { Name: 'routes' })).attributes.Arn);
  await site.put('pages', 'index.html', PAGE, 'text/html');
  await site.put('pages', 'pages/a1.html', PAGE, 'text/html', { Metadata: { release: 'r1' } });
  await site.put('pages', 'pages/b2.html', 'next', 'text/html');
  await site.put('pages', 'pages/lost.html', 'lost', 'text/html', { Metadata: { release: 'r1' } });
  await write({
    live: 'r1',
    'r1/': '{"page":"pages/a1.html"}',
    'r1/film': '{"page":"pages/a1.html"}',
    'r1/old': '{"to":"/film"}',
    'r2/film': '{"page":"pages/b2.html"}',
  });
});
afterEach(() => site.close());

describe('a site whose pages are found by a store', () => {
  beforeEach(async () => void (await associate(ROUTES, STATUS)));

  test('serves what the live release has at a path, at once after it changes', async () => {
    const film = await site.send('/film');
    expect([film.status, film.body.toString(), film.headers['x-release']]).toEqual([200, PAGE, 'r1']);
    expect((await site.send('/')).body.toString()).toBe(PAGE);
    await write({ live: 'r2' });
    expect((await site.send('/film')).body.toString()).toBe('next');
  });

  test('redirects', async () => {
    const { status, headers, body } = await site.send('/old');
    expect([status, headers.location, body.length]).toEqual([301, '/film', 0]);
    expect(headers['x-cache']).toBe('FunctionGeneratedResponse from cloudfront');
  });

  test('answers what is lost with a page and 404, and what is printed stands in the log', async () => {
    const { status, body } = await site.send('/none');
    expect([status, body.toString()]).toEqual([404, 'lost']);
    expect(site.lines.map(({ group }) => group)).toEqual(Array(3).fill('/aws/cloudfront/function/request'));
    const [start = '', line, end] = site.lines.map(({ message }) => message);
    const id = start.split(' ')[0];
    expect(start).toMatch(/^\S{20,} START DistributionID: E[0-9A-F]{13}$/);
    expect([line, end]).toEqual([`${id} no route /none Error: KeyNotFound`, `${id} END`]);
  });

  test('shows another release to who has a token, until it expires', async () => {
    const expires = String(Math.floor(site.harness.clock.now() / 1000) + 60);
    const token = createHmac('sha256', 'secret').update(expires).digest('hex');
    const path = `/film?release=r2&expires=${expires}&token=${token}`;
    expect((await site.send(path)).body.toString()).toBe('next');
    expect((await site.send(path.replace(/.$/, 'x'))).body.toString()).toBe(PAGE);
    await (site.harness.clock as { advance?: (ms: number) => Promise<void> }).advance?.(61_000);
    expect((await site.send(path)).body.toString()).toBe(PAGE);
  });

  test('keeps conditions, HEAD and compression', async () => {
    const whole = await site.send('/film', { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(whole.body).toString()).toBe(PAGE);
    const head = await site.send('/film', { 'accept-encoding': 'br' }, 'HEAD');
    expect([head.status, head.body.length, head.headers['x-release']]).toEqual([200, 0, 'r1']);
    for (const name of ['content-length', 'content-encoding', 'etag', 'vary', 'content-type'])
      expect(head.headers[name], name).toBe(whole.headers[name]);
    const again = await site.send('/film', { 'if-none-match': String(whole.headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const modified = { 'if-modified-since': String(whole.headers['last-modified']), 'cache-control': 'no-cache' };
    expect((await site.send('/film', modified)).status).toBe(304);
    expect((await site.send('/film', { range: 'bytes=3-6' })).body.toString()).toBe('text');
  });

  test('costs well below a millisecond a run', async () => {
    await site.send('/film');
    const { functions } = site.cloudFront;
    const event = JSON.stringify({
      request: { method: 'GET', uri: '/film', querystring: {}, headers: {}, cookies: {} },
    });
    const times = Array.from({ length: 200 }, () => {
      const start = performance.now();
      functions.run('request', event, 0);
      return performance.now() - start;
    }).sort((one, other) => one - other);
    expect(times[100]).toBeLessThan(1);
  });
});

describe('the event', () => {
  const echo = `function handler(event) {
    return { statusCode: 200, body: { encoding: 'text', data: JSON.stringify(event) }, headers: { 'content-type': { value: 'application/json' } } };
  }`;

  test('is what CloudFront gives', async () => {
    const id = await associate(echo);
    const path = '/a%20b/?ID=42&none&mv=1&mv=2%2C3';
    const headers = { Accept: ['text/html', 'text/plain'], 'X-Own': 'A', Cookie: 'c=1; d=2; c=3', Connection: 'close' };
    const event = JSON.parse((await site.send(path, headers)).body.toString());
    expect(event).toEqual({
      version: '1.0',
      context: {
        distributionDomainName: `${id.toLowerCase()}.cloudfront.net`,
        distributionId: id,
        eventType: 'viewer-request',
        requestId: expect.any(String),
      },
      viewer: { ip: '127.0.0.1' },
      request: {
        method: 'GET',
        uri: '/a%20b/',
        querystring: {
          ID: { value: '42' },
          none: { value: '' },
          mv: { value: '1', multiValue: [{ value: '1' }, { value: '2%2C3' }] },
        },
        headers: {
          accept: { value: 'text/html', multiValue: [{ value: 'text/html' }, { value: 'text/plain' }] },
          'x-own': { value: 'A' },
          host: { value: `127.0.0.1:${site.server.port}` },
        },
        cookies: { c: { value: '1', multiValue: [{ value: '1' }, { value: '3' }] }, d: { value: '2' } },
      },
    });
  });

  test('of an answer has its headers and cookies, not its body', async () => {
    await associate(
      undefined,
      `function handler(event) {
        const seen = event.response;
        return { statusCode: 200, headers: seen.headers, cookies: seen.cookies, body: JSON.stringify(event) };
      }`,
    );
    const { headers, body } = await site.send('/api/x');
    const event = JSON.parse(body.toString());
    expect(event.context.eventType).toBe('viewer-response');
    expect(event.response).toEqual({
      statusCode: 201,
      statusDescription: 'Created',
      headers: { 'content-type': { value: 'application/json' }, 'content-length': { value: '2' } },
      cookies: { a: { value: '1', attributes: 'Path=/' } },
    });
    expect(headers['set-cookie']).toEqual(['a=1; Path=/']);
    expect(headers['x-cache']).toBe('Miss from cloudfront');
  });
});

describe('what a function returns', () => {
  test('changes query, headers and cookies of the request; behaviour and origin stay those of the path', async () => {
    await associate(`function handler(event) {
      const request = event.request;
      request.uri = '/api/other';
      request.querystring.b = { value: 'ignored', multiValue: [{ value: '1' }, { value: '2' }] };
      delete request.headers['x-own'];
      request.headers['x-new'] = { value: 'n' };
      request.cookies.c = { value: '9' };
      return request;
    }`);
    expect((await site.send('/film')).status).toBe(404);
    await site.send('/api/first?a&z=', { 'x-own': 'o', cookie: 'c=1' }, 'POST', '{"n":1}');
    const [request] = site.reached;
    expect(request).toMatchObject({ method: 'POST', path: '/api/other', query: 'a&z=&b=1&b=2', cookies: ['c=9'] });
    expect(request?.headers['x-new']).toBe('n');
    expect(request?.headers['x-own']).toBeUndefined();
    expect(request?.body.toString()).toBe('{"n":1}');
  });

  test('of several values changes the first, or all where all are given', async () => {
    await associate(`function handler(event) {
      const query = event.request.querystring;
      query.first.value = 'x';
      query.all.value = 'ignored';
      query.all.multiValue.push({ value: '3' });
      return event.request;
    }`);
    await site.send('/api/x?first=1&first=2&all=1&all=2');
    expect(site.reached[0]?.query).toBe('first=x&first=2&all=1&all=2&all=3');
  });

  test('may be an answer with a body in text or base64', async () => {
    await associate(`function handler(event) {
      return { statusCode: 410, headers: { 'content-type': { value: 'image/gif' } },
        cookies: { seen: { value: '1', attributes: 'Secure; Path=/' } },
        body: event.request.uri === '/text' ? 'gone' : { encoding: 'base64', data: 'R0lG' } };
    }`);
    const { status, headers, body } = await site.send('/x');
    expect([status, headers['content-type'], body.toString()]).toEqual([410, 'image/gif', 'GIF']);
    expect(headers['set-cookie']).toEqual(['seen=1; Secure; Path=/']);
    expect((await site.send('/text')).body.toString()).toBe('gone');
    expect((await site.send('/text', {}, 'HEAD')).body.length).toBe(0);
  });

  test.for([
    ['nothing', 'return undefined', 'return value is missing'],
    ['a path without its slash', 'event.request.uri = "x"; return event.request', 'begins with a slash'],
    ['a header in upper case', 'event.request.headers.X = { value: "1" }; return event.request', 'in lower case'],
    ['a header without value', 'event.request.headers.x = "1"; return event.request', 'whose value is a string'],
    ['a changed host', 'event.request.headers.host = { value: "h" }; return event.request', 'read-only header host'],
    ['a header of CloudFront', 'event.request.headers["x-cache"] = { value: "1" }; return event.request', 'x-cache'],
    ['a status as text', 'return { statusCode: "200" }', 'response.statusCode'],
    ['a body that is no base64', 'return { statusCode: 200, body: { encoding: "base64", data: "?" } }', 'valid base64'],
    ['a body above 40 KB', 'return { statusCode: 200, body: "x".repeat(40961) }', 'at most 40960 bytes'],
  ] as const)('%s is refused', async ([, code, why]) => {
    await associate(`function handler(event) { ${code} }`);
    const { status, headers, body } = await site.send('/film');
    expect([status, headers['x-cache']]).toEqual([502, 'FunctionValidationError from cloudfront']);
    expect(body.toString()).toContain('The CloudFront function returned an invalid value');
    expect(String(site.faults[0])).toContain(why);
  });
});
