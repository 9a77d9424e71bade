import type { Cors } from './api.ts';

const allows = (allowed: readonly string[], value: string): boolean =>
  allowed.includes('*') || allowed.some((item) => item.toLowerCase() === value.toLowerCase());

/** Headers that an API's CORS setting adds to an answer for a page of `origin`. */
export const corsHeaders = (cors: Cors | undefined, origin: string | undefined): Record<string, string> => {
  if (!cors || !origin || !allows(cors.origins, origin)) return {};
  return {
    'access-control-allow-origin': cors.origins.includes('*') && !cors.credentials ? '*' : origin,
    ...(cors.exposed.length > 0 ? { 'access-control-expose-headers': cors.exposed.join(',') } : {}),
    ...(cors.credentials ? { 'access-control-allow-credentials': 'true' } : {}),
  };
};

/** Headers of the answer to a preflight request; none beyond the plain ones where the setting does not allow it. */
export const preflightHeaders = (cors: Cors, headers: Readonly<Record<string, string>>): Record<string, string> => {
  const allowed = corsHeaders(cors, headers.origin);
  if (Object.keys(allowed).length === 0) return {};
  return {
    ...allowed,
    'access-control-allow-methods': cors.methods.join(','),
    'access-control-allow-headers': cors.headers.join(','),
    ...(cors.maxAge === undefined ? {} : { 'access-control-max-age': String(cors.maxAge) }),
  };
};
