import type { FrontDoorRequest, FrontDoorResponse } from '../aws/service.ts';
import { siteAddress } from '../local-addresses.ts';

type Options = {
  issuerDomain: string;
  region: string;
  publicKey: Record<string, unknown>;
  siteUrl: () => string | undefined;
  /** The prefix below which a pool has its hosted sign-in. */
  domainOf: (poolId: string) => string | undefined;
};

/** Answers a pool's key set and OpenID configuration. */
export const createWellKnown = ({ issuerDomain, region, publicKey, siteUrl, domainOf }: Options) => {
  /** Where the hosted sign-in is: on AWS, or on this machine once its site answers. */
  const endpointsOf = (poolId: string): object => {
    const prefix = domainOf(poolId);
    if (prefix === undefined) return {};
    const address = `https://${prefix}.auth.${region}.amazoncognito.com`;
    const base = siteAddress(address, siteUrl());
    return {
      authorization_endpoint: `${base}/oauth2/authorize`,
      token_endpoint: `${base}/oauth2/token`,
      userinfo_endpoint: `${base}/oauth2/userInfo`,
      revocation_endpoint: `${base}/oauth2/revoke`,
      end_session_endpoint: `${base}/logout`,
      response_types_supported: ['code'],
      scopes_supported: ['openid', 'email', 'phone', 'profile'],
      token_endpoint_auth_methods_supported: ['none'],
    };
  };

  return async ({ method, url }: FrontDoorRequest): Promise<FrontDoorResponse | undefined> => {
    const [, poolId, document] = /^\/([\w-]+_\w+)\/\.well-known\/([\w.-]+)$/.exec(url.pathname) ?? [];
    if (method !== 'GET' || !poolId) return undefined;
    const issuer = `${issuerDomain}/${poolId}`;
    const documents: Record<string, object> = {
      'jwks.json': { keys: [publicKey] },
      'openid-configuration': {
        issuer,
        jwks_uri: `${issuer}/.well-known/jwks.json`,
        id_token_signing_alg_values_supported: ['RS256'],
        subject_types_supported: ['public'],
        ...endpointsOf(poolId),
      },
    };
    const body = documents[document ?? ''];
    return body && { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  };
};
