import type { AppClient } from '../backend.ts';
import { clientOfPool, defaultAddress, hasPages, isRegistered } from './clients.ts';
import type { Hosted, HostedRequest } from './place.ts';
import { PageRefusal, RedirectRefusal } from './refusals.ts';

/** What an app asks for when it sends somebody to sign in. */
export type AuthorizationRequest = {
  client: AppClient;
  redirectUri: string;
  scopes: string[];
  prompts: readonly string[];
  state?: string;
  challenge?: string;
  nonce?: string;
};

/** Scopes that only narrow what `openid` gives. */
const OF_OPENID = ['email', 'phone', 'profile'];

/** A SHA-256 in base64url. */
const CHALLENGE = /^[\w-]{43}$/;

/**
 * Reads the query of `/oauth2/authorize` and `/login`. Throws `PageRefusal` where it cannot be told who asks and where they
 * may be sent, and `RedirectRefusal` for whatever else is wrong.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export const readAuthorizationRequest = async (
  hosted: Hosted,
  { pool, parameters }: HostedRequest,
): Promise<AuthorizationRequest> => {
  const get = (name: string): string | undefined => parameters.get(name) ?? undefined;
  const repeated = [...new Set(parameters.keys())].filter((name) => parameters.getAll(name).length > 1);
  if (repeated.includes('client_id') || repeated.includes('redirect_uri')) throw new PageRefusal('invalid_request');
  const clientId = get('client_id');
  if (clientId === undefined) throw new PageRefusal('invalid_request');
  const client = await clientOfPool(hosted, pool, clientId);
  if (!client) throw new PageRefusal('invalid_client');
  if (!hasPages(client)) throw new PageRefusal('unauthorized_client');
  const redirectUri = get('redirect_uri') ?? defaultAddress(hosted, client);
  if (redirectUri === undefined) throw new PageRefusal('invalid_request');
  if (!isRegistered(hosted, redirectUri, client.CallbackURLs)) throw new PageRefusal('redirect_mismatch');

  const state = get('state');
  const refuse = (error: string): RedirectRefusal => new RedirectRefusal(redirectUri, error, state);
  if (repeated.length > 0) throw refuse('invalid_request');
  const { AllowedOAuthFlows = [] } = client;
  const responseType = get('response_type');
  if (responseType === undefined) throw refuse('invalid_request');
  if (responseType === 'token' && !AllowedOAuthFlows.includes('implicit')) throw refuse('unauthorized_client');
  if (responseType !== 'code') throw refuse('unsupported_response_type');
  if (!AllowedOAuthFlows.includes('code')) throw refuse('unauthorized_client');
  if ((get('identity_provider') ?? 'COGNITO') !== 'COGNITO') throw refuse('invalid_request');

  const [challenge, method] = [get('code_challenge'), get('code_challenge_method')];
  if ((challenge === undefined) !== (method === undefined)) throw refuse('invalid_request');
  if (challenge !== undefined && (method !== 'S256' || !CHALLENGE.test(challenge))) throw refuse('invalid_request');
  const prompts = words(get('prompt'));
  if (prompts.includes('none') && prompts.length > 1) throw refuse('invalid_request');
  const scopes = scopesOf(client, words(get('scope')));
  if (!scopes) throw refuse('invalid_scope');
  return { client, redirectUri, scopes, prompts, state, challenge, nonce: get('nonce') };
};

/** The scopes that are granted: all that the client may have where none is named; undefined where one may not be. */
const scopesOf = ({ AllowedOAuthScopes = [] }: AppClient, named: readonly string[]): string[] | undefined => {
  const scopes = named.length === 0 ? [...AllowedOAuthScopes] : [...new Set(named)];
  const known = scopes.every((scope) => AllowedOAuthScopes.includes(scope));
  const opened = scopes.includes('openid') || !scopes.some((scope) => OF_OPENID.includes(scope));
  return scopes.length > 0 && known && opened ? scopes : undefined;
};

const words = (text = ''): string[] => text.split(' ').filter((word) => word !== '');
