import { AwsError } from '../../aws/error.ts';
import { inLowerCase, pageOf, pageStart } from '../../aws/paging.ts';

const invalidToken = (): AwsError => new AwsError('InvalidParameterException', 'The specified nextToken is invalid.');

/** A page of what was found, in the order in which it was found. Throws `InvalidParameterException` for a token of another list. */
export const logsPage = <Item>(
  list: string,
  all: readonly Item[],
  size: number,
  token: string | undefined,
): { items: readonly Item[]; more: { nextToken?: string } } => {
  const from = pageStart(list, token, 0, invalidToken);
  const numbered = all.slice(from, from + size + 1).map((item, index) => ({ item, next: from + index + 1 }));
  const { items, more } = pageOf(list, numbered, size, ({ next }) => next);
  return { items: items.map(({ item }) => item), more: inLowerCase(more) };
};
