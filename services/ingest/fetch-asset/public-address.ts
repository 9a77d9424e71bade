import ipaddr from 'ipaddr.js';

/**
 * Whether an address is one of the public internet. All else is refused: loopback, private, link-local (a cloud's own metadata),
 * shared, multicast and reserved ones, and those of IPv6 that stand for an IPv4 address or lead through a tunnel.
 */
export const isPublic = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.parse(address).range() === 'unicast';
};
