import { variable } from './environment.ts';
import type { HttpRequest } from './http.ts';

const edgeKey = /* @__PURE__ */ variable('EDGE_KEY');

/** Somebody who is not signed in. */
export type Visitor = {
  /** The network address, or the block of 2^64 that one IPv6 customer has. */
  address: string;
  /** The country (ISO 3166) that the CDN sees the visitor in; undefined where it says none. */
  territory?: string;
  requestId: string;
};

/**
 * Who asks. What the CDN says of its viewer counts only where the request proves to come by it: anybody can send such headers to
 * the API's own address.
 */
export const visitorOf = ({ headers = {}, requestContext }: HttpRequest, key: string = edgeKey): Visitor => {
  const { requestId, http } = requestContext;
  const fromEdge = headers['x-marquee-edge'] === key;
  // `198.51.100.7:46532`, `2001:db8:1:2:3:4:5:6:46532`
  const viewer = fromEdge ? headers['cloudfront-viewer-address']?.replace(/:\d+$/, '') : undefined;
  const territory = fromEdge ? headers['cloudfront-viewer-country'] : undefined;
  return {
    address: blockOf(viewer || http?.sourceIp || 'unknown'),
    ...(territory && /^[A-Z]{2}$/.test(territory) ? { territory } : {}),
    requestId,
  };
};

/** An IPv4 address as a server that listens to both sees it: `::ffff:198.51.100.7` (RFC 4291, 2.5.5.2). */
const MAPPED = /^::ffff:(?=\d+\.)/i;

/** An IPv6 customer has a whole /64 to send from. */
const blockOf = (said: string): string => {
  const address = said.replace(MAPPED, '');
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
};
