import { signedQuery } from '../../shared/signed-link.ts';
import { signingKey } from '../../shared/signing-key.ts';

/** Addresses of renditions that the edge opens until a moment, in milliseconds since the epoch, although nothing shows them. */
export const signedMedia = async (until: number): Promise<(path: string) => string> => {
  const key = await signingKey();
  const scope = (path: string): string => path.split('/').slice(1, 3).join('/');
  return (path) => `${path}?${signedQuery(key, scope(path), until)}`;
};
