import { signedQuery } from '../shared/signed-link.ts';
import { signingKey } from '../shared/signing-key.ts';
import { LINK_LIFETIME, type Sign } from './asset.ts';

const HOUR = 3_600_000;

/** Signs addresses of renditions: `/media/<content>/<file>`, all of a content alike. */
export const signer = async (): Promise<Sign> => {
  const key = await signingKey();
  // To the full hour, so that a page that asks again keeps what its browser has loaded.
  const until = Math.ceil((Date.now() + LINK_LIFETIME) / HOUR) * HOUR;
  return (path) => `${path}?${signedQuery(key, path.split('/').slice(1, 3).join('/'), until)}`;
};
