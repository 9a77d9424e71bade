import type { DeployedStack } from './assembly/deploy.ts';

const SITE = /^https:\/\/[\w.-]+\.cloudfront\.net$/;

const API = /^(https|wss):\/\/(\w+)\.execute-api\.[\w-]+\.amazonaws\.com(\/.*)?$/;

/** An address on AWS as one of the site's port, which answers for the distribution and, below a path of its own, for every API. */
const localAddress = (value: string, siteUrl: string): string => {
  if (SITE.test(value)) return siteUrl;
  const [, scheme, id, path = ''] = API.exec(value) ?? [];
  if (id === undefined) return value;
  return `${scheme === 'wss' ? siteUrl.replace('http', 'ws') : siteUrl}/_aws/execute-api/${id}${path}`;
};

/** The address of a distribution as this machine answers it; any other value stays. A function's settings may name one. */
export const siteAddress = (value: string, siteUrl: string): string => (SITE.test(value) ? siteUrl : value);

/** A stack with the addresses among its outputs as this machine answers them. */
export const withLocalAddresses = (stack: DeployedStack, siteUrl: string): DeployedStack => ({
  ...stack,
  outputs: Object.fromEntries(
    Object.entries(stack.outputs).map(([name, value]) => [name, localAddress(value, siteUrl)]),
  ),
});
