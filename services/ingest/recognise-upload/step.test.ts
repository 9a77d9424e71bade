import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createRecogniseUpload } from './step.ts';

const recognised = (bytes: Uint8Array, declaredType: string, focalPoint?: { x: number; y: number }) =>
  createRecogniseUpload({
    readOriginal: async () => bytes,
    readStart: async (_, most) => ({ bytes: bytes.subarray(0, most), size: bytes.byteLength }),
    hashOriginal: async () => createHash('sha256').update(bytes).digest('hex'),
  })({ key: 'k', etag: 'e', declaredType, focalPoint });

const svg = (inside: string, prologue = ''): Uint8Array =>
  Buffer.from(
    `${prologue}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`,
  );

const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } });

test.each(['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const)('%s is known by its bytes', async (format) => {
  const bytes = await image.clone().toFormat(format).toBuffer();
  const found = await recognised(bytes, `image/${format}`);
  expect(found).toMatchObject({ contentType: `image/${format}`, bytes: bytes.byteLength });
  expect(await recognised(bytes, `image/${format}`)).toEqual(found);
});

test('the identity is the hash of the bytes, with the focal point where it is not the centre', async () => {
  const bytes = await image.clone().png().toBuffer();
  const centred = await recognised(bytes, 'image/png', { x: 50, y: 50 });
  const aside = await recognised(bytes, 'image/png', { x: 10, y: 90 });
  expect(centred).toMatchObject({ contentId: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect('contentId' in aside && 'contentId' in centred && aside.contentId).toBe(
    `${'contentId' in centred && centred.contentId}-x10y90`,
  );
});

test.each([
  ['an MP4 film', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1'), 'video/mp4'],
  ['a WebM film', Buffer.from('1a45dfa3874282847765626d', 'hex'), 'video/webm'],
  ['captions', Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n[Waves]\n'), 'text/vtt'],
])('%s is known by its bytes, and is the same wherever its focal point is', async (_, bytes, type) => {
  const found = await recognised(bytes, type);
  expect(found).toMatchObject({ contentType: type, contentId: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await recognised(bytes, type, { x: 10, y: 90 })).toEqual(found);
});

test('a film of any size is known by its first bytes, and hashed as it comes by', async () => {
  const start = Buffer.alloc(64 * 1024);
  start.write('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1');
  const found = createRecogniseUpload({
    readOriginal: () => Promise.reject(new Error('nobody reads it whole')),
    readStart: async (_, most) => ({ bytes: start.subarray(0, most), size: 5 * 1024 ** 3 }),
    hashOriginal: async () => 'c0ffee',
  })({ key: 'k', etag: 'e', declaredType: 'video/mp4' });
  expect(await found).toEqual({
    contentId: 'c0ffee',
    contentHash: 'c0ffee',
    contentType: 'video/mp4',
    bytes: 5_368_709_120,
  });
});

describe('is refused, with a reason and a remedy', () => {
  const ftyp = (brand: string): Uint8Array => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}mif1`, 'latin1');

  test.each([
    ['an empty file', new Uint8Array(), 'image/jpeg', 'empty-file'],
    ['text with the name of a photograph', Buffer.from('dear editor, '.repeat(99)), 'image/jpeg', 'not-an-image'],
    ['a page', Buffer.from('<!doctype html><html><body><svg></svg></body></html>'), 'image/svg+xml', 'not-an-image'],
    ['HEIC', ftyp('heic'), 'image/jpeg', 'heic-not-supported'],
    ['HEIF', ftyp('mif1'), 'image/jpeg', 'heic-not-supported'],
    ['a film with the name of a photograph', ftyp('isom'), 'image/jpeg', 'type-mismatch'],
    ['a film for one player alone', ftyp('qt  '), 'video/mp4', 'media-not-supported'],
    ['sound', ftyp('M4A '), 'video/mp4', 'media-not-supported'],
    ['text with the name of a film', Buffer.from('dear editor, '.repeat(99)), 'video/webm', 'not-a-film'],
    ['text with the name of captions', Buffer.from('dear editor, '.repeat(99)), 'text/vtt', 'not-captions'],
    ['captions in UTF-16', Buffer.from('\ufeffWEBVTT\n\n', 'utf16le'), 'text/vtt', 'not-captions'],
    [
      'captions of more than 1 MiB',
      Buffer.from(`WEBVTT\n\nNOTE ${'a'.repeat(2 ** 20)}\n`),
      'text/vtt',
      'captions-too-large',
    ],
    [
      'captions with a script',
      Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n<script>\n'),
      'text/vtt',
      'unsafe-captions',
    ],
    ['a document', Buffer.from('%PDF-1.7\n'), 'image/jpeg', 'unsupported-type'],
    ['a compressed drawing', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), 'image/svg+xml', 'unsupported-type'],
  ])('%s', async (_, bytes, declaredType, code) => {
    expect(await recognised(bytes, declaredType)).toEqual({
      refused: { code, message: expect.stringMatching(/\.$/), remedy: expect.stringMatching(/\.$/) },
    });
  });

  test('an image of another type than announced', async () => {
    expect(await recognised(await image.clone().png().toBuffer(), 'image/jpeg')).toMatchObject({
      refused: { code: 'type-mismatch', message: 'The file was announced as image/jpeg but is image/png.' },
    });
  });
});

describe('a drawing', () => {
  test.each([
    ['plain', svg('<circle r="4" fill="url(#g)"/><use href="#a"/>')],
    ['with a declaration and a comment', svg('<g/>', '<?xml version="1.0"?>\n<!-- by hand > -->\n')],
    ['with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), svg('<g/>')])],
    [
      'in UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(Buffer.from(svg('<g/>')).toString(), 'utf16le')]),
    ],
    [
      'with the document type that drawing programs write',
      svg('<g/>', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'),
    ],
    ['with an image inside', svg('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
    ['with a link', svg('<a href="https://example.com/"><g/></a>')],
    ['with a style', svg('<style>.a{fill:url(#g)} /* url(x) in words */</style>')],
  ])('%s is taken', async (_, bytes) => {
    expect(await recognised(bytes, 'image/svg+xml')).toMatchObject({ contentType: 'image/svg+xml' });
  });

  test.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script under another prefix', svg('<x:script xmlns:x="http://www.w3.org/2000/svg"/>')],
    ['an event handler', svg('<rect onload="alert(1)"/>')],
    ['an event handler in capitals', svg('<rect ONCLICK="alert(1)"/>')],
    ['a link that runs code', svg('<a href=" javascript:alert(1)"><g/></a>')],
    ['an image from elsewhere', svg('<image href="https://example.com/a.png"/>')],
    ['an image by xlink', svg('<image xlink:href="//example.com/a.png"/>')],
    ['a file', svg('<image href="file:///etc/passwd"/>')],
    ['a drawing inside', svg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>')],
    ['a use from elsewhere', svg('<use href="other.svg#a"/>')],
    ['a style from elsewhere', svg('<style>@import "https://example.com/a.css";</style>')],
    ['a style that hides it', svg('<style>rect{fill:u\\72l(https://example.com)}</style>')],
    ['a style that splits it', svg('<style>rect{fill:u/**/rl(x) url(https://example.com)}</style>')],
    ['a filled shape from elsewhere', svg('<rect fill="url(https://example.com/#a)"/>')],
    ['a style attribute', svg('<rect style="background:url(https://example.com)"/>')],
    ['styled CDATA', svg('<style><![CDATA[@import url(x.css);]]></style>')],
    ['foreign content', svg('<foreignObject><p/></foreignObject>')],
    ['an animated reference', svg('<animate attributeName="xlink:href" values="javascript:alert(1)"/>')],
    ['entities', svg('&lol;', '<!DOCTYPE svg [<!ENTITY lol "lol">]>')],
    ['a document type from elsewhere', svg('<g/>', '<!DOCTYPE svg SYSTEM "https://example.com/a.dtd">')],
    ['a style sheet instruction', svg('<g/>', '<?xml-stylesheet href="https://example.com/a.css"?>')],
  ])('with %s is refused', async (_, bytes) => {
    expect(await recognised(bytes, 'image/svg+xml')).toMatchObject({ refused: { code: 'unsafe-svg' } });
  });

  test('that expands entities without end is refused at once', async () => {
    const levels = Array.from({ length: 20 }, (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`);
    const bomb = svg('<text>&a20;</text>', `<!DOCTYPE svg [<!ENTITY a0 "ha">${levels.join('')}]>`);
    expect(await recognised(bomb, 'image/svg+xml')).toMatchObject({ refused: { code: 'unsafe-svg' } });
  });

  test.each([
    ['not well-formed', svg('<g>'), 'svg-not-well-formed'],
    ['cut off', svg('<g/>').subarray(0, 60), 'svg-not-well-formed'],
    ['of more than 10 MiB', svg(' '.repeat(11 * 1024 * 1024)), 'svg-too-large'],
    ['nested without end', svg('<g>'.repeat(5000) + '</g>'.repeat(5000)), 'svg-too-deep'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await recognised(bytes, 'image/svg+xml')).toMatchObject({ refused: { code } });
  });
});
