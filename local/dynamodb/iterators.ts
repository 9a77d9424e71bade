import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** How long a shard iterator is good for, in milliseconds. @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetShardIterator.html */
const LIFE = 15 * 60_000;

/** A shard iterator opened: the server's own, the stream that it reads, and whether its time is over. */
export type OpenedIterator = { streamArn: string; iterator: string; expired: boolean };

/**
 * Shard iterators that say whose they are. GetRecords names no stream, but IAM judges it by the stream, so each iterator
 * carries its own, sealed with `secret`; nothing is kept of them, and they live through a restart.
 */
export const createIterators = (secret: Buffer, clock: Clock) => {
  const seal = (text: string): Buffer => createHmac('sha256', secret).update(`iterator\n${text}`).digest();
  return {
    seal(streamArn: string, iterator: string): string {
      const claims = Buffer.from(JSON.stringify([iterator, clock.now() + LIFE])).toString('base64');
      return `${streamArn}|1|${claims}.${seal(`${streamArn}|${claims}`).toString('base64')}`;
    },
    /** Undefined for what is no iterator of ours. */
    open(sealed: unknown): OpenedIterator | undefined {
      const [, streamArn = '', claims = '', mac = ''] = /^([^|]+)\|1\|([^.]+)\.(.+)$/.exec(String(sealed)) ?? [];
      const [expected, given] = [seal(`${streamArn}|${claims}`), Buffer.from(mac, 'base64')];
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      const [iterator, until] = JSON.parse(Buffer.from(claims, 'base64').toString()) as [string, number];
      return { streamArn, iterator, expired: until < clock.now() };
    },
  };
};
