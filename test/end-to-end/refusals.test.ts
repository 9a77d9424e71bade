import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quarters, shade } from './pictures.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let jpeg: Buffer;
beforeAll(async () => {
  system = await startSystem();
  jpeg = await shade(1);
});
afterAll(() => system?.stop());

const svg = (inside: string, head = ''): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?>${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="300">${inside}</svg>`,
  );

/** A PNG of 30,000 x 30,000 pixels in a few hundred kilobytes. */
const bomb = (): Buffer => {
  const side = 30_000;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1; // a bit for each pixel
  const rows = deflateSync(Buffer.alloc(side * (1 + side / 8)), { level: 1 });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.of()),
  ]);
};

/** A chunk of a PNG. https://www.w3.org/TR/png-3/#5Chunk-layout */
const chunk = (type: string, data: Buffer): Buffer => {
  const [length, sum, named] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type), data])];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

describe('a file is refused with its own reason', () => {
  const cases: [string, string, string, () => Promise<Uint8Array> | Uint8Array, RegExp][] = [
    [
      'a truncated JPEG',
      'cut.jpg',
      'image/jpeg',
      () => jpeg.subarray(0, Math.floor(jpeg.length / 2)),
      /ends before it is complete/,
    ],
    [
      'text that is called an image',
      'letter.jpg',
      'image/jpeg',
      () => Buffer.from('Dear editor, this is a letter.'),
      /not an image|text|recognis/i,
    ],
    [
      'a PNG that is declared as JPEG',
      'wrong.jpg',
      'image/jpeg',
      () => quarters(300, 200).png().toBuffer(),
      /image\/png|PNG/,
    ],
    ['an image of 900 megapixels', 'bomb.png', 'image/png', bomb, /30,?000/],
    ['a drawing with a script', 'script.svg', 'image/svg+xml', () => svg('<script>alert(1)</script>'), /script/i],
    [
      'a drawing with an event handler',
      'handler.svg',
      'image/svg+xml',
      () => svg('<rect onload="alert(1)" width="9" height="9"/>'),
      /script|handler/i,
    ],
    [
      'a drawing that fetches from elsewhere',
      'external.svg',
      'image/svg+xml',
      () => svg('<image xlink:href="http://127.0.0.1:9/x.png" width="9" height="9"/>'),
      /refer|elsewhere|external/i,
    ],
    [
      'a drawing that expands entities',
      'entities.svg',
      'image/svg+xml',
      () => svg('<text>&b;</text>', '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'),
      /entit|DOCTYPE/i,
    ],
  ];
  test.each(cases)(
    '%s',
    async (_, fileName, contentType, make, reason) => {
      const asset = await system.upload(fileName, contentType, await make());
      expect(asset.state).toBe('refused');
      expect(asset.reason?.message).toMatch(reason);
      expect(asset.renditions).toEqual([]);
    },
    120_000,
  );

  test.each([
    ['an empty file', { fileName: 'empty.jpg', contentType: 'image/jpeg', size: 0 }, 400, /empty/],
    [
      'a file over the limit',
      { fileName: 'big.jpg', contentType: 'image/jpeg', size: 60 * 2 ** 20 },
      413,
      /60\.0 MiB; at most 50 MiB/,
    ],
    ['HEIC, by name', { fileName: 'phone.heic', contentType: 'image/heic', size: 1000 }, 415, /HEIC/],
    ['no name', { contentType: 'image/jpeg', size: 1000 }, 400, /name/],
  ])('before anything is uploaded: %s', async (_, body, status, reason) => {
    const answer = await system.request('POST', '/assets', { body });
    expect(answer.status).toBe(status);
    expect((answer.body.error as { message: string }).message).toMatch(reason);
  });

  test('more bytes than the ticket allows, another type and another key, by S3 itself', async () => {
    const ticket = await system.ticketFor('a.jpg', 'image/jpeg', jpeg.length);
    const changed = (fields: object) => ({
      ...ticket,
      upload: { ...ticket.upload, fields: { ...ticket.upload.fields, ...fields } },
    });
    const refusals = [
      await system.post(ticket, Buffer.alloc(51 * 2 ** 20)),
      await system.post(ticket, Buffer.alloc(0)),
      await system.post(changed({ 'Content-Type': 'text/html' }), jpeg),
      await system.post(changed({ key: 'uploads/elsewhere/a.jpg' }), jpeg),
      await system.post(changed({ 'X-Amz-Signature': '0'.repeat(64) }), jpeg),
    ];
    const codes = await Promise.all(
      refusals.map(async (response) => [response.status, /<Code>(\w+)/.exec(await response.text())?.[1]]),
    );
    expect(codes).toEqual([
      [400, 'EntityTooLarge'],
      [400, 'EntityTooSmall'],
      [403, 'AccessDenied'],
      [403, 'AccessDenied'],
      [403, 'SignatureDoesNotMatch'],
    ]);
    expect(await system.asset(ticket.assetId)).toMatchObject({ state: 'uploading' });
  });
});

describe('who may do what', () => {
  test('nobody gets in without a token, and a publisher may look but not upload', async () => {
    expect((await system.request('GET', '/assets', { bearer: '' })).status).toBe(401);
    expect((await system.request('GET', '/assets', { bearer: `${system.token.slice(0, -8)}AAAAAAAA` })).status).toBe(
      401,
    );
    const { signIn } = await import('../../cli/sign-in.ts');
    process.env.MARQUEE_USER = 'publisher';
    const publisher = await signIn(system.connection).finally(() => delete process.env.MARQUEE_USER);
    expect((await system.request('GET', '/assets', { bearer: publisher })).status).toBe(200);
    const refused = await system.request('POST', '/assets', {
      bearer: publisher,
      body: { fileName: 'a.jpg', contentType: 'image/jpeg', size: 10 },
    });
    expect(refused).toEqual({
      status: 403,
      body: { error: { code: 'forbidden', message: expect.stringContaining('editor') } },
    });
  });
});

test('after all of that the pipeline still works', async () => {
  expect(await system.upload('fine.jpg', 'image/jpeg', await shade(2))).toMatchObject({ state: 'ready' });
});
