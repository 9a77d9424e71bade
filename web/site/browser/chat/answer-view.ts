import { feedback, reasonOf } from './feedback.ts';
import { make, paragraphs, sheet } from './make.ts';
import type { Answer, Source, Suggestion, Verdict } from './protocol.ts';
import type { Told } from './told.ts';

/** What can be done about an answer. */
export type Deeds = {
  ask: (question: string) => void;
  person: () => void;
  judge: (turn: number, verdict: Verdict) => Promise<unknown>;
  later: (turn: number) => Promise<unknown>;
  /** What was done in this tab before. */
  judged: (turn: number) => boolean;
  aside: (turn: number) => boolean;
};

type Shown = { answer: Answer; turn: number; question?: string };

/** An answer with the pages that it comes from, what can be asked next, and the question whether it was right. */
export const answerView = ({ answer, turn, question }: Shown, told: Told, deeds: Deeds): HTMLElement => {
  const { outcome, text, sources, suggestions } = answer;
  const view = make('div', { class: `a a-${outcome}` });
  if (question === undefined) view.append(make('p', { class: 'aside', text: told.laterAnswer }));
  view.append(...paragraphs(text, told.answer));
  // What can be done about the answer is not read out with it; who wants it finds it behind.
  const more = make('div', { class: 'deeds', 'aria-live': 'off' });
  if (sources.length > 0) more.append(make('ul', { class: 'src', 'aria-label': told.sources }, ...sources.map(chip)));
  const buttons = suggestions.flatMap((one) => suggestion(one, turn, told, deeds) ?? []);
  if (outcome === 'failed' && question !== undefined) {
    buttons.unshift(make('button', { text: told.again, press: () => deeds.ask(question) }));
  }
  if (buttons.length > 0) more.append(make('div', { class: 'try' }, ...buttons));
  if (deeds.aside(turn)) more.append(make('p', { class: 'done', text: told.putAside }));
  if (outcome === 'answer' && !deeds.judged(turn)) {
    more.append(feedback(told, (verdict) => deeds.judge(turn, verdict)));
  }
  if (more.childElementCount > 0) view.append(more);
  return view;
};

/** A page of this site, and no other address. */
const chip = ({ path, title, heading }: Source): HTMLElement => {
  const name = heading ? `${title}: ${heading}` : title;
  const inside = [sheet(), make('span', { words: name })];
  const here = /^\/(?![/\\])/.test(path) && new URL(path, location.href).origin === location.origin;
  return make('li', {}, here ? make('a', { href: path }, ...inside) : make('span', {}, ...inside));
};

const suggestion = (one: Suggestion, turn: number, told: Told, deeds: Deeds): HTMLElement | undefined => {
  if (one.do === 'ask') return make('button', { words: one.label, press: () => deeds.ask(one.question) });
  if (one.do === 'person') return make('button', { words: one.label, press: deeds.person });
  if (deeds.aside(turn)) return undefined;
  const button = make('button', {
    class: 'keeps',
    words: one.label,
    press: () => {
      button.disabled = true;
      deeds.later(turn).then(
        () => {
          const done = make('p', { class: 'done', text: told.putAside, tabindex: '-1' });
          button.closest('.try')?.after(done);
          button.remove();
          done.focus({ preventScroll: true });
        },
        (error: unknown) => {
          button.disabled = false;
          const why = told.notPutAside.replace('{reason}', reasonOf(error, told));
          button.closest('.try')?.after(make('p', { class: 'done', text: why, role: 'alert' }));
          button.focus();
        },
      );
    },
  });
  return button;
};
