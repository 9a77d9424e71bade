import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Algorithms of S3's flexible checksums, by the suffix of their header `x-amz-checksum-*`. */
export const CHECKSUM_ALGORITHMS = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'] as const;

export type ChecksumAlgorithm = (typeof CHECKSUM_ALGORITHMS)[number];

/** The checksum of `data` as S3 writes it: base64 of the big-endian value. */
export const checksum = (algorithm: ChecksumAlgorithm, data: Uint8Array): string => {
  if (algorithm === 'sha1' || algorithm === 'sha256') return createHash(algorithm).update(data).digest('base64');
  if (algorithm === 'crc64nvme') return crc64nvme(data).toString('base64');
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(algorithm === 'crc32' ? crc32(data) : crc32c(data));
  return bytes.toString('base64');
};

const CRC32C_POLYNOMIAL = 0x82f63b78;

let crc32cTable: Uint32Array | undefined;

const crc32c = (data: Uint8Array): number => {
  crc32cTable ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ CRC32C_POLYNOMIAL : value >>> 1;
    return value;
  });
  let value = 0xffffffff;
  for (let index = 0; index < data.length; index++) {
    value = (value >>> 8) ^ (crc32cTable[(value ^ (data[index] as number)) & 0xff] as number);
  }
  return (value ^ 0xffffffff) >>> 0;
};

/** Reflected polynomial of CRC-64/NVME (Rocksoft). */
const CRC64_POLYNOMIAL = 0x9a6c9329ac4bc9b5n;

let crc64Tables: { high: Uint32Array; low: Uint32Array } | undefined;

/** In two halves of 32 bits: arithmetic on BigInt would be a hundred times slower. */
const crc64nvme = (data: Uint8Array): Buffer => {
  crc64Tables ??= makeCrc64Tables();
  const { high, low } = crc64Tables;
  let upper = 0xffffffff;
  let lower = 0xffffffff;
  for (let index = 0; index < data.length; index++) {
    const slot = (lower ^ (data[index] as number)) & 0xff;
    lower = ((lower >>> 8) | (upper << 24)) ^ (low[slot] as number);
    upper = (upper >>> 8) ^ (high[slot] as number);
  }
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(~upper >>> 0, 0);
  bytes.writeUInt32BE(~lower >>> 0, 4);
  return bytes;
};

const makeCrc64Tables = (): { high: Uint32Array; low: Uint32Array } => {
  const high = new Uint32Array(256);
  const low = new Uint32Array(256);
  for (let index = 0; index < 256; index++) {
    let value = BigInt(index);
    for (let bit = 0; bit < 8; bit++) value = value & 1n ? (value >> 1n) ^ CRC64_POLYNOMIAL : value >> 1n;
    high[index] = Number(value >> 32n);
    low[index] = Number(value & 0xffffffffn);
  }
  return { high, low };
};
