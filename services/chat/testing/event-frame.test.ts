import { expect, test } from 'vitest';
import { eventFrame } from './event-frame.ts';

test.each([
  ['nothing', '', '000000100000000005c248eb7d98c8ff'],
  ['a payload', "{'foo':'bar'}", '0000001d00000000fd528c5a7b27666f6f273a27626172277dc3653936'],
])('a message with %s is the bytes that the format publishes for it', (_, payload, bytes) => {
  expect(eventFrame({}, Buffer.from(payload)).toString('hex')).toBe(bytes);
});

test('a header is its name, its type and its value, each with its length', () => {
  const frame = eventFrame({ ':event-type': 'é' }, Buffer.from('{}'));
  expect(frame.readUInt32BE(0)).toBe(frame.length);
  expect(frame.subarray(12, 12 + frame.readUInt32BE(4)).toString('latin1')).toBe(
    `\u000b:event-type\u0007\u0000\u0002${Buffer.from('é').toString('latin1')}`,
  );
});
