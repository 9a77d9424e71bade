import { pageOf, pageStart } from '../../aws/paging.ts';

const DEFAULT_PAGE = 100;

/** One page of things that have a name, in the order of names, whose beginning is `prefix`. */
export const pageByName = <Item>(
  list: string,
  items: readonly Item[],
  nameOf: (item: Item) => string,
  { NextToken, Limit = DEFAULT_PAGE, prefix = '' }: { NextToken?: string; Limit?: number; prefix?: string },
) => {
  const after = pageStart(list, NextToken, '');
  const found = items
    .filter((item) => nameOf(item) > after && nameOf(item).startsWith(prefix))
    .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  return pageOf(list, found.slice(0, Limit + 1), Limit, nameOf);
};
