type Entry = { key?: string; value?: unknown; Name?: string; Value?: unknown };

/** A map of a request: `{ a: 1 }` in process, `{ entry: [{ key: 'a', value: 1 }] }` (or Name and Value) from a form. */
export const mapOf = <T>(value: unknown): Record<string, T> => {
  if (typeof value !== 'object' || value === null) return {};
  const { entry } = value as { entry?: Entry[] };
  if (!Array.isArray(entry)) return value as Record<string, T>;
  return Object.fromEntries(entry.map((each) => [each.key ?? each.Name, each.value ?? each.Value])) as Record<
    string,
    T
  >;
};

/** A list of a request; an empty one arrives as an empty text. */
export const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? value : []);

/** One page of things that have ARNs, 100 a page, in order of the ARN that the token names the last of. */
export const pageOf = <T extends { arn: string }>(
  all: Iterable<T>,
  after: unknown,
): { page: T[]; NextToken?: string } => {
  const from = typeof after === 'string' ? after : '';
  const rest = [...all].filter(({ arn }) => arn > from).sort((one, other) => (one.arn < other.arn ? -1 : 1));
  const page = rest.slice(0, 100);
  const last = page.at(-1);
  return { page, ...(rest.length > page.length && last ? { NextToken: last.arn } : {}) };
};
