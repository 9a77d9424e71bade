import { AwsError } from './error.ts';

/** A token that says where the next page of this list starts: after a key. */
export const pageToken = (list: string, after: unknown): string =>
  Buffer.from(JSON.stringify([list, after])).toString('base64url');

const invalidNextToken = (): AwsError => new AwsError('ValidationException', 'Invalid NextToken.', 400);

/** Where a page starts: after the key in its token. Throws `invalid`, or else `ValidationException`, for a token of another list. */
export const pageStart = <Key>(
  list: string,
  token: string | undefined,
  first: Key,
  invalid: () => AwsError = invalidNextToken,
): Key => {
  if (token === undefined) return first;
  try {
    const [ofList, after] = JSON.parse(Buffer.from(token, 'base64url').toString()) as [string, Key];
    if (ofList === list) return after;
  } catch {
    // Said below.
  }
  throw invalid();
};

/** A page of at most `size` of the items found, of which there is one more where there are further pages. */
export const pageOf = <Item>(
  list: string,
  found: readonly Item[],
  size: number,
  keyOf: (item: Item) => unknown,
): { items: readonly Item[]; more: { NextToken?: string } } => {
  const items = found.slice(0, size);
  const last = items.at(-1);
  if (found.length <= size || last === undefined) return { items, more: {} };
  return { items, more: { NextToken: pageToken(list, keyOf(last)) } };
};

/** What goes on from a page, for services whose members begin in lower case. */
export const inLowerCase = ({ NextToken }: { NextToken?: string }): { nextToken?: string } =>
  NextToken === undefined ? {} : { nextToken: NextToken };
