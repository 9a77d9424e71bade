import { siteAddress } from '../../local-addresses.ts';
import type { AppClient, UserPool } from '../backend.ts';
import type { Hosted } from './place.ts';

/** The pool's client of an id; undefined where the pool has none. */
export const clientOfPool = async ({ backend }: Hosted, pool: UserPool, id: string): Promise<AppClient | undefined> => {
  const client = await backend.service.getAppClient(backend.context, id);
  return client?.UserPoolId === pool.options.Id ? client : undefined;
};

/** Whether people may sign in for a client on the hosted pages. A template may write a truth as text. */
export const hasPages = ({ AllowedOAuthFlowsUserPoolClient, SupportedIdentityProviders = [] }: AppClient): boolean =>
  String(AllowedOAuthFlowsUserPoolClient) === 'true' && SupportedIdentityProviders.includes('COGNITO');

/** Whether a client may renew its tokens; one that lists flows has to list this one. */
export const mayRefresh = ({ ExplicitAuthFlows: flows = [] }: AppClient): boolean =>
  !flows.some((flow) => flow.startsWith('ALLOW_')) || flows.includes('ALLOW_REFRESH_TOKEN_AUTH');

/**
 * Whether an address is one of those that a client registered, as a whole. Addresses of the site on AWS stand for those of
 * this machine, whose two names, localhost and 127.0.0.1, are one.
 */
export const isRegistered = ({ siteUrl }: Hosted, address: string, registered: readonly string[] = []): boolean => {
  if (!URL.canParse(address)) return false;
  const asked = byName(address);
  return registered.some((each) => byName(siteAddress(each, siteUrl())) === asked);
};

/** Where a client that says nothing of where to go back to goes back to. */
export const defaultAddress = ({ siteUrl }: Hosted, { DefaultRedirectURI }: AppClient): string | undefined =>
  DefaultRedirectURI === undefined ? undefined : siteAddress(DefaultRedirectURI, siteUrl());

const byName = (address: string): string => address.replace(/^http:\/\/127\.0\.0\.1(?=[:/]|$)/, 'http://localhost');
