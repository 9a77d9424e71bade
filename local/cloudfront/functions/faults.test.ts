import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, openSite, type Site } from '../testing.ts';

let site: Site;
const OK = 'function handler(event) { return event.request; }';

const publish = async (FunctionCode: string, more: object = {}, Name = 'fn') => {
  const FunctionConfig = { Comment: '', Runtime: 'cloudfront-js-2.0', ...more };
  return (await site.make('Function', Name, { Name, AutoPublish: true, FunctionCode, FunctionConfig })).ref;
};

const associate = async (FunctionAssociations: object[], more: object = {}) => {
  const policy = await site.make('ResponseHeadersPolicy', 'Headers', {
    ResponseHeadersPolicyConfig: {
      Name: 'headers',
      SecurityHeadersConfig: { ContentTypeOptions: { Override: true } },
      CustomHeadersConfig: { Items: [{ Header: 'x-frame', Value: 'policy', Override: false }] },
    },
  });
  const behaviour = { Compress: true, FunctionAssociations, ResponseHeadersPolicyId: policy.ref };
  const { ref } = await site.make('Distribution', 'Site', {
    DistributionConfig: {
      DefaultCacheBehavior: { ...behaviour, TargetOriginId: 'pages' },
      CacheBehaviors: [{ PathPattern: '/errors/*', TargetOriginId: 'pages' }],
      Origins: [
        { Id: 'pages', DomainName: 'pages.s3.us-east-1.amazonaws.com', S3OriginConfig: {} },
        { Id: 'api', DomainName: API },
      ],
      CustomErrorResponses: [
        { ErrorCode: 404, ResponseCode: 404, ResponsePagePath: '/errors/404.html' },
        { ErrorCode: 410, ResponseCode: 200, ResponsePagePath: '/errors/404.html' },
      ],
      ...more,
    },
  });
  await site.letIn('pages', ref);
};
const before = async (code: string) => associate([{ EventType: 'viewer-request', FunctionARN: await publish(code) }]);

beforeEach(async () => {
  site = await openSite(['pages']);
  await site.put('pages', 'a.html', 'a', 'text/html');
  await site.put('pages', 'errors/404.html', 'error page', 'text/html');
});
afterEach(() => site.close());

describe('a function that fails', () => {
  test.for([
    [
      'throws',
      'function handler(event) {\n  return event.nope.uri;\n}',
      'TypeError: Cannot read properties of undefined',
      'at handler (fn.js:2:21)',
    ],
    ['rejects', 'async function handler() { throw new Error("no"); }', 'Error: no', 'at handler (fn.js:1:34)'],
    ['has no handler', 'function other() {}', '"handler" is not defined', ''],
    ['has no sense', 'function handler( {\n  return = ;\n}', 'SyntaxError', 'at fn.js:2'],
    ['waits for ever', 'async function handler() { await new Promise(() => {}); }', 'waits for what never comes', ''],
    ['asks for what is not there', `import fs from "fs";\n${OK}`, 'Cannot find module "fs"', ''],
    [
      'asks for a store without one',
      `import cf from "cloudfront";\nconst kvs = cf.kvs();\n${OK}`,
      'No KeyValueStore',
      'fn.js:2:16',
    ],
    [
      'changes the origin',
      'import cf from "cloudfront";\nfunction handler() { cf.updateRequestOrigin({}); }',
      'does not do cf.updateRequestOrigin',
      '',
    ],
  ] as const)('as it %s makes its requests fail, and its owner hears where', async ([, code, message, place]) => {
    await before(code);
    const { status, headers, body } = await site.send('/a.html');
    expect([status, headers['x-cache']]).toEqual([503, 'FunctionExecutionError from cloudfront']);
    expect(body.toString()).toContain('The CloudFront function associated with the CloudFront distribution is invalid');
    expect(body.toString()).not.toContain(message);
    const { stack = '' } = site.faults.at(-1) as Error;
    expect(stack).toContain(`EdgeFunctionError: The CloudFront function fn failed: `);
    expect(stack).toContain(message);
    expect(stack).toContain(place);
    expect(stack).not.toContain('sandbox.ts');
    expect(site.lines.map((line) => line.message)).toContainEqual(expect.stringContaining(message));
  });

  test.for([
    ['while (true) {}', 'at once'],
    ['while (true) await null', 'in what it awaits'],
  ] as const)('by computing for ever is cut off, and works for the next request', async ([loop]) => {
    await before(
      `async function handler(event) { if (event.request.uri === '/loop') { ${loop} } return event.request; }`,
    );
    const { status, headers } = await site.send('/loop');
    expect([status, headers['x-cache']]).toEqual([503, 'FunctionThrottledError from cloudfront']);
    expect(String(site.faults[0])).toContain('cut off after');
    expect((await site.send('/a.html')).status).toBe(200);
  });
});

test('a function finds no network, timers, processes or evaluation, and the time stands still', async () => {
  await before(`const kept = []; function handler() {
    kept.push(1);
    const start = Date.now();
    for (let i = 0; i < 1e6; i++);
    let evaluated = 'refused';
    try { evaluated = new Function('return 1')(); } catch (error) { evaluated = error.name; }
    return { statusCode: 200, body: JSON.stringify([
      [typeof fetch, typeof setTimeout, typeof process, typeof eval, typeof Map, typeof require, typeof [].toSorted, Object.keys(globalThis).sort()].join(),
      Date.now() - start, new Date().getTime() === start, typeof Date(), new Date(5).toISOString(), evaluated, kept.length,
      (function () { return this === undefined; })() ]) };
  }`);
  for (let times = 0; times < 2; times++)
    expect(JSON.parse((await site.send('/')).body.toString())).toEqual([
      'undefined,undefined,undefined,undefined,undefined,function,undefined,Buffer,InternalError,TextDecoder,TextEncoder,atob,btoa,global',
      ...[0, true, 'string', '1970-01-01T00:00:00.005Z', 'EvalError', 1, true],
    ]);
});

test('headers of the behaviour’s policy stand on what functions answer and on their faults', async () => {
  await before(`function handler(event) {
    if (event.request.uri === '/fault') throw new Error('no');
    return { statusCode: 302, headers: { location: { value: '/a.html' }, 'x-frame': { value: 'own' } } };
  }`);
  const { headers } = await site.send('/');
  expect(headers).toMatchObject({ location: '/a.html', 'x-frame': 'own', 'x-content-type-options': 'nosniff' });
  expect((await site.send('/fault')).headers).toMatchObject({
    'x-frame': 'policy',
    'x-content-type-options': 'nosniff',
  });
});

describe('error pages', () => {
  const after = `function handler(event) {
    const response = event.response;
    if (event.request.uri === '/a.html') response.statusCode = 410;
    response.headers['x-ran'] = { value: 'yes' };
    return response;
  }`;

  test('stand for errors of the origin; a function behind the origin does not run then', async () => {
    await associate([{ EventType: 'viewer-response', FunctionARN: await publish(after) }]);
    const { status, headers, body } = await site.send('/none.html', { 'if-none-match': '"x"', range: 'bytes=0-1' });
    expect([status, body.toString(), headers['x-ran']]).toEqual([404, 'error page', undefined]);
  });

  test('do not stand for errors that functions answer', async () => {
    const [first, last] = [
      await publish(
        `function handler(event) { return event.request.uri === '/x' ? { statusCode: 404 } : event.request; }`,
        {},
        'first',
      ),
      await publish(after),
    ];
    await associate([
      { EventType: 'viewer-request', FunctionARN: first },
      { EventType: 'viewer-response', FunctionARN: last },
    ]);
    const gone = await site.send('/a.html');
    expect([gone.status, gone.body.toString(), gone.headers['x-ran']]).toEqual([410, 'a', 'yes']);
    const made = await site.send('/x');
    expect([made.status, made.body.length, made.headers['x-ran']]).toEqual([404, 0, undefined]);
  });
});

describe('a template is refused', () => {
  test('for a name, a size or a runtime that functions do not have', async () => {
    await expect(publish(OK, {}, 'a b')).rejects.toThrow('must match');
    await expect(publish(`//${'x'.repeat(10_239)}`)).rejects.toThrow('10241 bytes; at most 10240');
    await expect(publish(OK, { Runtime: 'cloudfront-js-1.0' })).rejects.toThrow('not on cloudfront-js-1.0');
    const two = ['a', 'b'].map((KeyValueStoreARN) => ({ KeyValueStoreARN }));
    await expect(publish(OK, { KeyValueStoreAssociations: two })).rejects.toThrow('one key value store');
  });

  test('for an association with what is not there, not published, twice or at the origin', async () => {
    const FunctionARN = await publish(OK);
    const { ref: draft, attributes } = await site.make('Function', 'Draft', {
      ...{ Name: 'draft', FunctionCode: OK, FunctionConfig: { Runtime: 'cloudfront-js-2.0', Comment: '' } },
    });
    expect(attributes.Stage).toBe('DEVELOPMENT');
    const one = { EventType: 'viewer-request', FunctionARN };
    await expect(associate([{ ...one, FunctionARN: `${FunctionARN}x` }])).rejects.toThrow('there is no function');
    await expect(associate([{ ...one, FunctionARN: draft }])).rejects.toThrow('not published');
    await expect(associate([one, one])).rejects.toThrow('Only one function');
    await expect(associate([{ ...one, EventType: 'origin-request' }])).rejects.toThrow('not with origin-request');
  });

  test('for taking a function away that a distribution uses', async () => {
    await before(OK);
    const type = site.cloudFront.resourceTypes.find((each) => each.type === 'AWS::CloudFront::Function');
    const { ref = '', attributes = {} } = { ref: await publish(OK) };
    expect(() => type?.remove?.({} as never, { ref, attributes }, {} as never)).toThrow('is associated with');
  });
});
