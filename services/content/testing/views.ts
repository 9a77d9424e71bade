import type { ContentType, DataOf } from '../model/item.ts';
import { createLook } from '../site/look.ts';
import type { LiveData } from '../site/world.ts';
import { NAVIGATION } from './fixtures.ts';
import type { Newsroom } from './newsroom.ts';

type Look = ReturnType<typeof createLook>;

/** Pages of a newsroom as their templates get them. */
export const viewsOf = (room: Newsroom) => {
  const lookIn = async (locale = 'en'): Promise<Look> => createLook(await room.open(await room.manifest()), locale);
  return {
    lookIn,
    /** Publishes items, by their ids, with a navigation. Throws where something keeps them back. */
    publish: async (items: Record<string, [ContentType, object]>): Promise<void> => {
      const all = Object.entries<[ContentType, object]>({ navigation: ['navigation', NAVIGATION], ...items });
      for (const [id, [type, data]] of all) await room.create(type, id, data);
      const [problem] = await room.publish(...all.map(([id]) => id));
      if (problem) throw new Error(`${problem.itemId} ${problem.field}: ${problem.message}`);
    },
    shown: async <Type extends keyof DataOf, View>(
      view: (look: Look, item: LiveData<Type>) => Promise<View>,
      id: string,
      locale = 'en',
    ): Promise<View> => {
      const look = await lookIn(locale);
      const item = await look.item<Type>(id);
      if (!item) throw new Error(`${id} is not public`);
      return view(look, item);
    },
  };
};
