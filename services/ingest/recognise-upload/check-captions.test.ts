import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCaptions } from './check-captions.ts';

const checked = (text: string) => checkCaptions(Buffer.from(text));
const cue = (text: string): string => `WEBVTT\n\n00:01.000 --> 00:02.500\n${text}\n`;

test.each([
  ['a cue', cue('[Waves]')],
  ['hours, an identifier and settings', 'WEBVTT\n\none\n00:00:01.000 --> 100:00:02.500 line:0 align:start\nHello\n'],
  ['a byte order mark and lines that end as on Windows', `\ufeff${cue('a').replaceAll('\n', '\r\n')}`],
  [
    'a header, notes, a style and a region',
    `WEBVTT Kind\nLanguage: en\n\nNOTE by hand\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n${cue('a').slice(8)}`,
  ],
  [
    'every tag of its own',
    cue('<v.loud Edda Marrow>a<00:02.000><c.yellow.bg>b</c> <i>c</i> <lang en>d</lang></v> & e'),
  ],
  ['several lines and empty ones between', `${cue('a\nb')}\n\n\n00:03.000 --> 00:04.000\nc`],
])('captions with %s are taken', (_, text) => {
  expect(checked(text)).toBeUndefined();
});

test.each([
  ['no header', '00:01.000 --> 00:02.000\na\n', 1],
  ['another word at the top', 'WEBVTTX\n', 1],
  ['a cue right below the header', 'WEBVTT\n00:01.000 --> 00:02.000\na\n', 2],
  ['times that are none', 'WEBVTT\n\n00:01,000 --> 00:02,000\na\n', 3],
  ['an end before the start', 'WEBVTT\n\n00:03.000 --> 00:02.000\na\n', 3],
  ['a setting that there is not', 'WEBVTT\n\n00:01.000 --> 00:02.000 onload:x\na\n', 3],
  ['two cues in one', 'WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\n', 5],
  ['loose words', `${cue('a')}\nwords\n`, 6],
  ['a style among the cues', `${cue('a')}\nSTYLE\n::cue { color: red }\n`, 6],
])('captions with %s are refused, with the line', (_, text, line) => {
  expect(checked(text)).toEqual({ code: 'invalid-captions', message: expect.stringContaining(`Line ${line} `) });
});

test.each([
  ['a script', cue('<script>alert(1)</script>')],
  ['an image', cue('x <img src=x onerror=alert(1)>')],
  ['a tag that hides behind one of its own', cue('<i<script>>')],
  ['a bracket without an end', cue('a < b')],
  ['a style from elsewhere', `WEBVTT\n\nSTYLE\n@import "https://example.com/a.css";\n\n${cue('a').slice(8)}`],
  ['a style that loads a picture', `WEBVTT\n\nSTYLE\n::cue { background: url(//example.com) }\n\n${cue('a').slice(8)}`],
])('captions with %s are unsafe', (_, text) => {
  expect(checked(text)).toMatchObject({ code: 'unsafe-captions' });
});

test('what is not UTF-8, and what has nothing to say, is refused', () => {
  expect(checkCaptions(Buffer.from([...Buffer.from(cue('')), 0xff]))?.message).toMatch(/UTF-8/);
  expect(checked('WEBVTT\n\nNOTE nothing\n')?.message).toMatch(/no cue/);
});

test('whatever is written, nothing but the tags of WebVTT gets through', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    'script',
    'c',
    'v',
    ' ',
    '.a',
    'b',
    '&lt;',
    '<i>',
    '</i>',
    '00:01.000',
    '=',
    '"',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      if (checked(cue(text || 'a')) === undefined) expect(text.match(/<\/?(?:script|[=">]|$)/)).toBeNull();
    }),
  );
});
