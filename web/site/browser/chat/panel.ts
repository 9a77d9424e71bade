import { fill, make } from './make.ts';
import type { Told } from './told.ts';

/** From this many characters on they are counted. */
const COUNTED = 400;

type Deeds = { close: () => void; person: () => void; forget: () => void };

/** What surrounds the log: its menu, the line for its state, the field, and the way to a person. */
export const panel = (place: HTMLElement, told: Told, deeds: Deeds) => {
  const find = <T extends HTMLElement>(selector: string): T => {
    const found = place.querySelector<T>(selector);
    if (!found) throw new Error(`The chat has no ${selector}.`);
    return found;
  };
  const [head, form, field] = [find('header'), find<HTMLFormElement>('.say'), find<HTMLTextAreaElement>('#say')];
  const [more, close] = [find<HTMLButtonElement>('.chat-more'), find<HTMLButtonElement>('.chat-close')];

  const menu = make('div', { class: 'chat-menu', id: 'chat-menu' });
  const unfold = (open: boolean): void => {
    menu.hidden = !open;
    more.ariaExpanded = String(open);
  };
  menu.append(
    make('button', {
      text: told.forget,
      press: () => {
        unfold(false);
        deeds.forget();
      },
    }),
  );
  unfold(false);
  head.append(menu);
  more.addEventListener('click', () => unfold(menu.hidden === true));
  close.addEventListener('click', deeds.close);
  more.hidden = close.hidden = false;

  const state = make('p', { class: 'now', role: 'status' });
  const aloud = make('p', { class: 'vh', role: 'status' });
  const person = make('button', { text: told.toPerson, press: deeds.person });
  const count = make('span', { class: 'many' });
  form.before(state, aloud);
  form.after(make('div', { class: 'base' }, person, count));
  field.addEventListener('input', () => {
    const n = field.value.length;
    count.textContent = n < COUNTED ? '' : fill(told.count, { n, all: field.maxLength });
  });
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (menu.hidden) deeds.close();
    else {
      unfold(false);
      more.focus();
    }
  });
  document.addEventListener('click', ({ target }) => {
    if (!menu.hidden && !head.contains(target as Node)) unfold(false);
  });

  return {
    field,
    more,
    /** Tells how it stands, to the eye and to a screen reader; nothing takes it back. */
    state: (text: string): void => {
      if (state.textContent !== text) state.textContent = text;
    },
    /** For a screen reader alone. */
    say: (text: string): void => {
      aloud.textContent = text;
    },
    /** Whether a person can be asked for, or was. */
    asked: (now: boolean): void => {
      person.textContent = now ? told.personAsked : told.toPerson;
      person.disabled = now;
    },
    /** Empties the field where its text was sent. */
    sent: (): void => {
      field.value = '';
      count.textContent = '';
    },
  };
};
