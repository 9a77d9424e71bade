/** Who calls the API, and the request's own identifier. */
export type Caller = { name: string; roles: readonly string[]; requestId: string };

/**
 * The caller from the claims that the HTTP API's JWT authorizer passes on. The authorizer flattens a list into one
 * string, `[editor publisher]`, so groups are read in that form too.
 */
export const callerOf = (claims: Readonly<Record<string, unknown>>, requestId: string): Caller => ({
  name: String(claims.email ?? claims.username ?? claims['cognito:username'] ?? claims.sub ?? 'unknown'),
  roles: groupsOf(claims['cognito:groups']),
  requestId,
});

const groupsOf = (claim: unknown): string[] => {
  if (Array.isArray(claim)) return claim.map(String);
  if (typeof claim !== 'string') return [];
  return claim
    .replace(/^\[(.*)\]$/, '$1')
    .split(/[\s,]+/)
    .filter((group) => group !== '');
};
