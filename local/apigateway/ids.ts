import { randomBytes } from 'node:crypto';
import { stableHash } from '../assembly/physical-name.ts';
import type { Resource } from '../assembly/resource-type.ts';

/** Ten letters and digits that stay the same for the same resource, as API Gateway's ids look. */
export const idOf = (resource: Resource): string =>
  BigInt(`0x${stableHash(resource).toString('hex').slice(0, 16)}`)
    .toString(36)
    .padStart(10, '0')
    .slice(0, 10);

/** A new id as WebSocket APIs give requests, messages and connections, such as `L0SM9cOFvHcCIhw=`. */
export const newId = (): string => randomBytes(11).toString('base64url').padEnd(16, '=');

/** What a connection's id looks like; anything else names no connection that ever was. */
export const CONNECTION_ID = /^[\w-]{10,30}=*$/;
