import type { MarqueeChat } from './chat.ts';
import { keptUnder } from './kept.ts';

/** So much of its place must be seen for the chat to stand in it and not over the page. */
const SEEN = 0.4;

/**
 * Brings the chat when it is wanted: at a press of its launcher, of one of its questions or in its field, or at once where a
 * conversation is under way. Where it cannot be had, its forms post and its launcher leads to them.
 */
export const chat = (place: HTMLElement): void => {
  const load = async (): Promise<MarqueeChat> => {
    await import('./chat.ts');
    return place as MarqueeChat;
  };
  const launcher = document.querySelector<HTMLElement>('.launch');
  launcher?.addEventListener('click', async (event) => {
    event.preventDefault();
    try {
      (await load()).open(launcher);
    } catch {
      location.hash = place.id;
    }
  });
  let posts = false;
  place.addEventListener('submit', async (event) => {
    if (posts) return;
    event.preventDefault();
    const [form, by] = [event.target as HTMLFormElement, event.submitter as HTMLButtonElement | null];
    const question = by?.value || String(new FormData(form).get('question') ?? '');
    try {
      (await load()).ask(question);
    } catch {
      posts = true;
      form.requestSubmit(by);
    }
  });
  place.addEventListener('keydown', (event) => {
    const { target, key, shiftKey, isComposing } = event;
    if (!(target instanceof HTMLTextAreaElement) || key !== 'Enter' || shiftKey || isComposing) return;
    event.preventDefault();
    target.form?.requestSubmit();
  });
  place.addEventListener('focusin', () => void load().catch(() => undefined), { once: true });
  try {
    if (keptUnder(place.dataset.kept ?? '')) load().catch(() => undefined);
  } catch {
    // The browser keeps nothing for pages, so nothing is under way.
  }
  const own = place.closest('.chat-place');
  if (!own) return;
  new IntersectionObserver(
    (entries) => place.classList.toggle('docked', (entries.at(-1)?.intersectionRatio ?? 0) >= SEEN),
    {
      threshold: [0, SEEN],
    },
  ).observe(own);
};
