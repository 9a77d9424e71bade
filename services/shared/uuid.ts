import { createHash } from 'node:crypto';

/** Namespace of identifiers that follow from what they identify; made once at random. */
const NAMESPACE = Buffer.from('3b1f2a5c9d4e4f7aa1c67e5d8b902f64', 'hex');

/** The same UUID (version 5, RFC 9562) for the same name, always. */
export const uuidFor = (name: string): string => {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
