// What a page's script does, each where the page has a place for it. Without it everything is there but these comforts.
import { chat } from './chat/launch.ts';
import { copying } from './copying.ts';
import { countdown } from './countdown.ts';
import { here } from './here.ts';
import { lightbox } from './lightbox.ts';
import { player } from './player.ts';

const each = <T extends Element>(selector: string, enhance: (element: T) => void): void => {
  for (const element of document.querySelectorAll<T>(selector)) enhance(element);
};

each('[data-until]', countdown);
each('[data-at]', here);
each('[data-player]', player);
each('[data-lightbox]', lightbox);
each('[data-copied]', copying);
each<HTMLElement>('[data-index]', async (results) => (await import('./search.ts')).search(results));
each<HTMLElement>('marquee-chat', chat);
