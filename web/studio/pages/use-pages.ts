import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { type Content, contentOf, type Item, nameOf } from '../api/content.ts';
import { useApi } from '../app/session.tsx';

export const PAGES_KEY = ['pages'] as const;

/** Milliseconds between looks: while something goes public, and otherwise. */
const [SOON, LATER] = [1_000, 10_000];

const read = async (content: Content): Promise<Item[]> => {
  const items: Item[] = [];
  let next: string | undefined;
  do {
    const page = await content.list({ limit: 100, next });
    items.push(...page.items);
    next = page.next;
  } while (next !== undefined);
  return items;
};

/** How the API of content is asked, as whoever is signed in. */
export const useContent = (): Content => {
  const api = useApi();
  return useMemo(() => contentOf(api), [api]);
};

/** Everything that can be published, live. */
export const usePages = () => {
  const content = useContent();
  return useQuery({
    queryKey: PAGES_KEY,
    queryFn: () => read(content),
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ publication }) => publication?.state === 'waiting') ? SOON : LATER,
  });
};

/** Looks again now. */
export const useLookAtPages = (): (() => void) => {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: PAGES_KEY }), [queries]);
};

/** The name of an item by its id; the id where it is not known. */
export const useItemNames = (locale?: string): ((itemId: string) => string) => {
  const { data } = usePages();
  return useMemo(() => {
    const names = new Map((data ?? []).map((item) => [item.itemId, nameOf(item, locale)]));
    return (itemId) => names.get(itemId) ?? itemId;
  }, [data, locale]);
};
