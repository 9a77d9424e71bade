import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from './redact.ts';

describe('what identifies a person', () => {
  test.each([
    ['write to ada.lovelace+fan@example.co.uk then', 'write to [e-mail] then', 'e-mail'],
    ['mail me: ada (at) example (dot) com', 'mail me: [e-mail]', 'e-mail'],
    ['call +44 20 7946 0958 after six', 'call [phone] after six', 'phone'],
    ['mi móvil es 612 345 678', 'mi móvil es [phone]', 'phone'],
    ['ring (020) 7946-0958', 'ring [phone]', 'phone'],
    ['my card is 4111 1111 1111 1111, right?', 'my card is [card], right?', 'card'],
    ['IBAN GB82 WEST 1234 5698 7654 32', 'IBAN [iban]', 'iban'],
    ['ES9121000418450200051332 es mi cuenta', '[iban] es mi cuenta', 'iban'],
    ['from 203.0.113.7 it fails', 'from [ip-address] it fails', 'ip-address'],
    ['my address 2001:db8::8a2e:370:7334', 'my address [ip-address]', 'ip-address'],
    ['my password is hunter2!', 'my password is [password]', 'password'],
    ['mi contraseña es Faro1931', 'mi contraseña es [password]', 'password'],
    ['I live at 12 Harbour Street, come by', 'I live at [address], come by', 'address'],
    ['vivo en la calle Mayor 12, 3º B', 'vivo en la [address]', 'address'],
    ['postcode SW1A 1AA', 'postcode [address]', 'address'],
    ['my name is Ada Lovelace and I ask', 'my name is [name] and I ask', 'name'],
    ['Me llamo María del Carmen y quiero saber', 'Me llamo [name] y quiero saber', 'name'],
    ['mi DNI es 12345678Z', 'mi DNI es [identity-card]', 'identity-card'],
  ])('is taken out: %s', (text, kept, kind) => {
    expect(redact(text)).toEqual({ text: kept, removed: [kind] });
  });

  test('is named once, however often it stands there', () => {
    expect(redact('a@example.com or b@example.com').removed).toEqual(['e-mail']);
  });
});

describe('what questions are about', () => {
  test.each([
    'Does it open on 4 December 2026 at 20:00?',
    '2026-12-04 or 04/12/2026?',
    'the winter of 1931',
    'from 1931-1945',
    'episode 3 to 6, or episodes 1, 2, 3, 4, 5 and 6',
    'is it 12.99 € or £9.99 or 1,000,000?',
    'at 20:30 in Sydney, 21:00 in Madrid',
    'between 6 January and 27 March 2026',
    'the model of 1:24, 38 metres, 206 steps',
    'who plays Edda Marrow in Nine Lamps Out',
    'Is it in 4K at 60 fps on version 1.2.3.4567?',
    'does my name is come up in the credits',
    'what is the password for the harbour code',
    'calle abajo hay un faro',
  ])('stays: %s', (text) => {
    expect(redact(text)).toEqual({ text, removed: [] });
  });
});

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'a@b.example',
    '+34 612 345 678',
    '4111111111111111',
    '203.0.113.7',
    'my name is Ada',
    '[phone]',
    ' ',
    '@',
    ': ',
    '1',
  ),
);

test('whatever is typed, a second time takes nothing more out, and it is quick', () => {
  void fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const once = redact(text);
      expect(redact(once.text).text).toBe(once.text);
    }),
    { numRuns: 500 },
  );
});

test('no mail address and no payment card stays, whatever stands around it', () => {
  const local = fc.stringMatching(/^[a-z]{1,10}$/);
  void fc.assert(
    fc.property(fc.string({ maxLength: 20 }), local, (around, name) => {
      const { text } = redact(`${around} ${name}@example.com 4111 1111 1111 1111 `);
      expect(text).not.toContain(`${name}@example.com`);
      expect(text).not.toContain('4111 1111');
    }),
  );
});

test.each([
  '1 '.repeat(5_000),
  'a@'.repeat(5_000),
  'Calle '.repeat(3_000),
  '::'.repeat(5_000),
  'my name is '.repeat(2_000),
  '('.repeat(9_000),
])('a long text takes no time', (text) => {
  const begun = performance.now();
  redact(text);
  expect(performance.now() - begun).toBeLessThan(500);
});
