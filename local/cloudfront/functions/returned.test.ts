import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSite, type Site } from '../testing.ts';
import { functionsOf } from './testing.ts';

let site: Site;
beforeEach(async () => {
  site = await openSite(['pages']);
});
afterEach(() => site.close());

const associate = (request?: string, response?: string): Promise<string> =>
  functionsOf(site).associate(request, response);

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
