import { useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/call.ts';
import { type Item, nameOf } from '../api/content.ts';
import { useUndo } from '../app/undo.tsx';
import { PAGES_KEY, useContent, useLookAtPages } from './use-pages.ts';
import { usePagesWords } from './words.ts';

/** Moves pages to the trash, at once on the screen; what is still public comes back and is named, the rest can be taken back. */
export const useTrash = () => {
  const content = useContent();
  const queries = useQueryClient();
  const look = useLookAtPages();
  const offer = useUndo();
  const words = usePagesWords();
  return async (items: readonly Item[]): Promise<void> => {
    const ids = new Set(items.map(({ itemId }) => itemId));
    queries.setQueryData<Item[]>(PAGES_KEY, (known) => known?.filter(({ itemId }) => !ids.has(itemId)));
    const done: Item[] = [];
    const refused: Item[] = [];
    let why = '';
    for (const item of items) {
      try {
        await content.trash(item.itemId);
        done.push(item);
      } catch (error) {
        refused.push(item);
        if (!(error instanceof ApiError && error.code === 'still-public')) why = String((error as Error).message);
      }
    }
    look();
    const names = refused.map((item) => nameOf(item)).join(', ');
    const told = refused.length > 0 ? why || words.stillPublic(names) : '';
    offer({
      said: [done.length > 0 ? words.trashed(done.length) : '', told].filter(Boolean).join('. '),
      async undo() {
        for (const { itemId } of done) await content.restore(itemId);
        look();
      },
    });
  };
};
