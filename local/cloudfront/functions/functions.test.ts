import { createHmac } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSite, type Site } from '../testing.ts';
import { functionsOf } from './testing.ts';

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
  beforeEach(async () => void (await functionsOf(site, [arn]).associate(ROUTES, STATUS)));

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
    });
    // The quickest tells the cost; the others tell what else the machine does.
    expect(Math.min(...times)).toBeLessThan(1);
  });
});

test('new code takes the place of the old at the next request; a store that is not there is no store', async () => {
  const answer = (text: string) => `function handler() { return { statusCode: 200, body: '${text}' }; }`;
  const { associate, publish } = functionsOf(site, [arn]);
  await associate(answer('old'));
  expect((await site.send('/')).body.toString()).toBe('old');
  const before = site.cloudFront.functions.get('request');
  await publish('request', answer('old'));
  expect(site.cloudFront.functions.get('request')).toBe(before);
  await publish('request', answer('new'));
  expect((await site.send('/')).body.toString()).toBe('new');
  expect(site.cloudFront.functions.get('request')?.etag).not.toBe(before?.etag);
  await publish('request', ROUTES, [`${arn}0`]);
  expect((await site.send('/')).status).toBe(503);
  expect(String(site.faults[0])).toContain('No KeyValueStore is associated');
});
