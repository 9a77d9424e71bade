import type { ApiResponse } from '../answer.ts';
import type { Cors } from '../model.ts';

/** `*`, `https://*` and `http://*` stand for every origin of their kind. */
const allows = ({ origins }: Cors, origin: string): boolean =>
  origins.some(
    (allowed) =>
      allowed === '*' ||
      (allowed.endsWith('://*')
        ? origin.startsWith(allowed.slice(0, -1))
        : allowed.toLowerCase() === origin.toLowerCase()),
  );

/** Headers that an API's CORS setting adds to an answer for a page of `origin`. */
const corsHeaders = (cors: Cors, origin: string | undefined): Record<string, string> => {
  if (!origin || !allows(cors, origin)) return {};
  return {
    'access-control-allow-origin': cors.origins.includes('*') ? '*' : origin,
    ...(cors.exposed.length > 0 ? { 'access-control-expose-headers': cors.exposed.join(',') } : {}),
    ...(cors.credentials ? { 'access-control-allow-credentials': 'true' } : {}),
  };
};

/** Headers of the answer to a preflight request; none beyond the plain ones where the setting does not allow it. */
export const preflightHeaders = (cors: Cors, requested: Readonly<Record<string, string>>): Record<string, string> => {
  const allowed = corsHeaders(cors, requested.origin);
  if (Object.keys(allowed).length === 0) return {};
  return {
    ...allowed,
    ...(cors.methods.length > 0 ? { 'access-control-allow-methods': cors.methods.join(',') } : {}),
    ...(cors.headers.length > 0 ? { 'access-control-allow-headers': cors.headers.join(',') } : {}),
    ...(cors.maxAge === undefined ? {} : { 'access-control-max-age': String(cors.maxAge) }),
  };
};

export const isPreflight = (method: string, headers: Readonly<Record<string, string>>): boolean =>
  method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;

/** An answer with the headers of the API's CORS setting, which replace those of the function. */
export const withCors = (
  cors: Cors | undefined,
  response: ApiResponse,
  { method, headers }: { method: string; headers: Readonly<Record<string, string>> },
): ApiResponse => {
  if (!cors) return response;
  const own = Object.entries(response.headers).filter(([name]) => !name.startsWith('access-control-'));
  const added = isPreflight(method, headers) ? preflightHeaders(cors, headers) : corsHeaders(cors, headers.origin);
  return { ...response, headers: { ...Object.fromEntries(own), ...added } };
};
