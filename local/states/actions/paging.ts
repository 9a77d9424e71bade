import { check } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { paging } from './constraints.ts';

const DEFAULT_PAGE = 100;

/** The size of a page: 0 and nothing mean AWS's default of 100. */
export const pageSize = (maxResults: number | undefined): number => {
  check(paging({ maxResults }));
  return maxResults || DEFAULT_PAGE;
};

/** A token that says where the next page starts, for this list only. */
export const pageToken = (list: string, from: string | number): string =>
  Buffer.from(JSON.stringify([list, from])).toString('base64url');

/** Where a page starts. Throws `InvalidToken` for a token of another list. */
export const pageStart = <T extends string | number>(list: string, token: unknown, first: T): T => {
  if (token === undefined || token === null) return first;
  try {
    const [ofList, from] = JSON.parse(Buffer.from(String(token), 'base64url').toString()) as [string, T];
    if (ofList === list) return from;
  } catch {
    // Falls through to the error.
  }
  throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
};

/** One page of a list: `fetch` gives up to so many rows after a key, `keyOf` the key of a row. */
export const page = <Row, Key extends string | number>(
  list: string,
  { maxResults, nextToken }: { maxResults?: number; nextToken?: string },
  first: Key,
  keyOf: (row: Row) => Key,
  fetch: (after: Key, limit: number) => readonly Row[],
): { rows: readonly Row[]; more: { nextToken?: string } } => {
  const size = pageSize(maxResults);
  const found = fetch(pageStart(list, nextToken, first), size + 1);
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows, more: found.length > size && last ? { nextToken: pageToken(list, keyOf(last)) } : {} };
};
