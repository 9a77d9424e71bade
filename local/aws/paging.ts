import { AwsError } from './error.ts';

/** Where a page starts: after the key in its token. Throws `ValidationException` for a token of another list. */
export const pageStart = <Key>(list: string, token: string | undefined, first: Key): Key => {
  if (token === undefined) return first;
  try {
    const [ofList, after] = JSON.parse(Buffer.from(token, 'base64url').toString()) as [string, Key];
    if (ofList === list) return after;
  } catch {
    // Said below.
  }
  throw new AwsError('ValidationException', 'Invalid NextToken.', 400);
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
  return { items, more: { NextToken: Buffer.from(JSON.stringify([list, keyOf(last)])).toString('base64url') } };
};
