/** A distribution as its template declares it; only what the runtime honours. */
export type Behaviour = {
  pathPattern: string;
  originId: string;
  allowedMethods: readonly string[];
  compress: boolean;
  responseHeadersPolicyId?: string;
};

export type Origin = { id: string; domainName: string; originPath: string; s3: boolean };

export type Distribution = {
  id: string;
  defaultRootObject: string;
  behaviours: readonly Behaviour[];
  origins: ReadonlyMap<string, Origin>;
  errorResponses: readonly { errorCode: number; responseCode?: number; responsePagePath?: string }[];
};

/** The first behaviour whose pattern the path matches; the default one, whose pattern is `*`, is last. */
export const behaviourFor = ({ behaviours }: Distribution, path: string): Behaviour | undefined =>
  behaviours.find(({ pathPattern }) => patternOf(pathPattern).test(path));

const patterns = new Map<string, RegExp>();

/** `*` stands for any characters, `?` for one; a pattern may leave out the leading slash. */
const patternOf = (pattern: string): RegExp => {
  const known = patterns.get(pattern);
  if (known) return known;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const compiled = new RegExp(`^/?${source.replace(/^\//, '')}$`, 's');
  patterns.set(pattern, compiled);
  return compiled;
};
