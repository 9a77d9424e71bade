/** What DynamoDB gives back: a copy, without members that are undefined. */
export const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

type Listed<Value> = { at: string; value: Value };
type Page = { limit: number; after?: string };

/** A page of an index, as a query gives it: where the page is full there is a next one, even if nothing is on it. */
export const pageOf = <Value>(
  listed: readonly Listed<Value>[],
  { limit, after }: Page,
  { newestFirst = false }: { newestFirst?: boolean } = {},
): { values: Value[]; next?: string } => {
  const order = newestFirst ? -1 : 1;
  const found = listed
    .filter(({ at }) => after === undefined || (newestFirst ? at < after : at > after))
    .sort((one, other) => (one.at < other.at ? -order : order))
    .slice(0, limit);
  const next = found.length === limit ? found.at(-1)?.at : undefined;
  return { values: copy(found.map(({ value }) => value)), ...(next ? { next } : {}) };
};
