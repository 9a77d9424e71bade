/** What an identity source may name. Header and parameter names go by their lower case and their own. */
export type IdentityValues = {
  headers: Readonly<Record<string, string>>;
  query: ReadonlyMap<string, string>;
  context: Readonly<Record<string, string>>;
  variables: Readonly<Record<string, string>>;
};

/** The value of `$request.header.X`, `route.request.querystring.x`, `$context.x` or `$stageVariables.x`; undefined where there is none. */
export const identityOf = (
  source: string,
  { headers, query, context, variables }: IdentityValues,
): string | undefined => {
  const [, kind = '', name = ''] =
    /^\$?(?:route\.)?(request\.header|request\.querystring|context|stageVariables)\.(.+)$/.exec(source) ?? [];
  if (kind === 'request.querystring') return query.get(name);
  const [values, key] =
    kind === 'request.header' ? [headers, name.toLowerCase()] : [kind === 'context' ? context : variables, name];
  return Object.hasOwn(values, key) ? values[key] : undefined;
};
