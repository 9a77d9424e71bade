import { crc32 } from 'node:zlib';

/** A header's value is a string. */
const STRING = 7;

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const headerOf = ([name, value]: [string, string]): Buffer => {
  const [key, text] = [Buffer.from(name), Buffer.from(value)];
  return Buffer.concat([
    Uint8Array.of(key.length),
    key,
    Uint8Array.of(STRING, text.length >> 8, text.length & 255),
    text,
  ]);
};

/**
 * One message of `application/vnd.amazon.eventstream`: a prelude of both lengths with its checksum, the headers, the payload, and a
 * checksum over all of it.
 * @see https://smithy.io/2.0/aws/amazon-eventstream.html
 */
export const eventFrame = (headers: Readonly<Record<string, string>>, payload: Uint8Array): Buffer => {
  const head = Buffer.concat(Object.entries(headers).map(headerOf));
  const lengths = Buffer.concat([uint32(16 + head.length + payload.length), uint32(head.length)]);
  const body = Buffer.concat([lengths, uint32(crc32(lengths)), head, payload]);
  return Buffer.concat([body, uint32(crc32(body))]);
};
