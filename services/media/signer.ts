import { signedQuery } from '../shared/signed-link.ts';
import { signingKey } from '../shared/signing-key.ts';
import { LINK_LIFETIME, type Sign } from './asset.ts';

/** Signs addresses of renditions: `/media/<content>/<file>`, all of a content alike. */
export const signer = async (): Promise<Sign> => {
  const key = await signingKey();
  const until = Date.now() + LINK_LIFETIME;
  return (path) => `${path}?${signedQuery(key, path.split('/').slice(1, 3).join('/'), until)}`;
};
