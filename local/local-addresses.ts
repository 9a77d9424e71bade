import type { DeployedStack } from './assembly/deploy.ts';

const SITE = /^https:\/\/[\w.-]+\.cloudfront\.net(\/.*)?$/;

const API = /^(https|wss):\/\/(\w+)\.execute-api\.[\w-]+\.amazonaws\.com(\/.*)?$/;

const SIGN_IN = /^https:\/\/([\w-]+)\.auth\.[\w-]+\.amazoncognito\.com(\/.*)?$/;

/** Where a user pool's hosted sign-in is below the site's address. */
export const SIGN_IN_PATH = '/_aws/cognito';

/**
 * An address of a distribution or of a user pool's hosted sign-in, with or without a path, as this machine answers it; any
 * other value stays. A function's settings may name one.
 */
export const siteAddress = (value: string, siteUrl: string | undefined): string => {
  if (siteUrl === undefined) return value;
  const [site, sitePath = ''] = SITE.exec(value) ?? [];
  if (site !== undefined) return `${siteUrl}${sitePath}`;
  const [, prefix, path = ''] = SIGN_IN.exec(value) ?? [];
  return prefix === undefined ? value : `${siteUrl}${SIGN_IN_PATH}/${prefix}${path}`;
};

/** An address on AWS as one of the site's port, which answers for the distribution and, below paths of their own, for every API and sign-in. */
const localAddress = (value: string, siteUrl: string): string => {
  const [, scheme, id, path = ''] = API.exec(value) ?? [];
  if (id === undefined) return siteAddress(value, siteUrl);
  return `${scheme === 'wss' ? siteUrl.replace('http', 'ws') : siteUrl}/_aws/execute-api/${id}${path}`;
};

/** A stack with the addresses among its outputs as this machine answers them. */
export const withLocalAddresses = (stack: DeployedStack, siteUrl: string): DeployedStack => ({
  ...stack,
  outputs: Object.fromEntries(
    Object.entries(stack.outputs).map(([name, value]) => [name, localAddress(value, siteUrl)]),
  ),
});
