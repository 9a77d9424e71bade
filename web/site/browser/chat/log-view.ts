import { make, paragraphs } from './make.ts';
import type { HandOver } from './protocol.ts';
import type { Told } from './told.ts';
import { type TurnDeeds, type TurnView, turnView } from './turn-view.ts';
import type { Turn } from './turns.ts';

/** So near to its end a log counts as read to the end, in pixels. */
const NEAR = 32;

/** The log of a conversation. It follows what arrives only for a reader who is at its end, and says to others that there is more. */
export const logView = (log: HTMLElement, told: Told, deeds: TurnDeeds) => {
  const views = new Map<string, TurnView>();
  const said: HTMLElement[] = [];
  const examples = log.querySelector<HTMLElement>('.try');
  const newest = make('button', { class: 'newest', text: told.newest, press: () => toEnd() });
  let line: HTMLElement | undefined;
  let atEnd = true;
  let quiet = false;

  const toEnd = (): void => {
    atEnd = true;
    newest.hidden = true;
    log.scrollTop = log.scrollHeight;
  };
  newest.hidden = true;
  log.after(newest);
  newest.addEventListener('click', () => log.focus({ preventScroll: true }));
  log.addEventListener('scroll', () => {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    if (atEnd) newest.hidden = true;
  });
  new MutationObserver(() => {
    if (views.size + said.length === 0) return;
    if (atEnd) toEnd();
  }).observe(log, { childList: true, subtree: true, characterData: true });

  const put = (element: HTMLElement): void => {
    log.append(element);
    said.push(element);
    if (!atEnd) newest.hidden = false;
  };
  const turn = (of: Turn): void => {
    let view = views.get(of.id);
    if (!view) {
      view = turnView(of.id, told, deeds);
      views.set(of.id, view);
      log.append(view.element);
    }
    if (examples) examples.hidden = true;
    view.update(of, quiet);
    if (of.state === 'answered' && !atEnd) newest.hidden = false;
  };
  const gone = (id: string): void => {
    const view = views.get(id);
    view?.stop();
    view?.element.remove();
    views.delete(id);
  };

  return {
    turn,
    gone,
    toEnd,
    handOver: ({ state, text }: HandOver): void => {
      if (state === 'answered') put(make('div', { class: 'a a-human' }, ...paragraphs(text, told.person)));
      else put(make('p', { class: `handed handed-${state}`, words: text }));
    },
    /** One line between the turns. */
    note: (text: string): void => put(make('p', { class: 'note', text })),
    /** The line that says that the connection came back: there is never more than one. */
    back: (): void => {
      line?.remove();
      line = make('p', { class: 'note', text: told.back });
      put(line);
    },
    /** What stands here belongs to a conversation that has ended: it stays to be read. */
    ended: (): void => {
      for (const view of views.values()) view.end();
    },
    clear: (): void => {
      for (const id of [...views.keys()]) gone(id);
      for (const element of said.splice(0)) element.remove();
      if (examples) examples.hidden = false;
      newest.hidden = true;
      atEnd = true;
    },
    /** What appears while this runs is old, and is not read out. */
    quietly: async (show: () => void): Promise<void> => {
      quiet = true;
      log.ariaLive = 'off';
      show();
      // The browser tells a screen reader of changes after the script that made them.
      await new Promise((resolve) => setTimeout(resolve, 50));
      log.ariaLive = 'polite';
      quiet = false;
    },
  };
};
