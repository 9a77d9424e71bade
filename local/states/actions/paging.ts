import { check } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { inLowerCase, pageOf, pageStart } from '../../aws/paging.ts';
import { paging } from './constraints.ts';

const DEFAULT_PAGE = 100;

/** The size of a page: 0 and nothing mean AWS's default of 100. */
export const pageSize = (maxResults: number | undefined): number => {
  check(paging({ maxResults }));
  return maxResults || DEFAULT_PAGE;
};

const invalidToken = (): AwsError => new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");

/** One page of a list: `fetch` gives up to so many rows after a key, `keyOf` the key of a row. */
export const page = <Row, Key extends string | number>(
  list: string,
  { maxResults, nextToken }: { maxResults?: number; nextToken?: string },
  first: Key,
  keyOf: (row: Row) => Key,
  fetch: (after: Key, limit: number) => readonly Row[],
): { rows: readonly Row[]; more: { nextToken?: string } } => {
  const size = pageSize(maxResults);
  const found = fetch(pageStart(list, nextToken ?? undefined, first, invalidToken), size + 1);
  const { items, more } = pageOf(list, found, size, keyOf);
  return { rows: items, more: inLowerCase(more) };
};
