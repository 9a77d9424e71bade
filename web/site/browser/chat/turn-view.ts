import { answerView, type Deeds } from './answer-view.ts';
import { fill, make, paragraphs } from './make.ts';
import { revealer } from './reveal.ts';
import type { Told } from './told.ts';
import type { Turn } from './turns.ts';

/** After this time without an answer it says that it still looks, in milliseconds. */
const LONG = 6_000;

export type TurnDeeds = Deeds & { again: (id: string) => void; takeBack: (id: string) => void };

/**
 * A question with its state and its answer. While an answer is being written it is there for the eye; a screen reader is
 * told it whole, once.
 */
export const turnView = (id: string, told: Told, deeds: TurnDeeds) => {
  const element = make('div', { class: 'turn' });
  const asked = make('span', { words: '' });
  const question = make('p', { class: 'q' }, make('span', { class: 'vh', text: `${told.you} ` }), asked);
  const state = make('p', { class: 'how', 'aria-live': 'off' });
  const words = make('div');
  const waiting = make('p', { class: 'looking' });
  const coming = make('div', { class: 'a coming', 'aria-hidden': 'true' }, words, waiting);
  let final: HTMLElement | undefined;
  let ticking: ReturnType<typeof setInterval> | undefined;
  let long: ReturnType<typeof setTimeout> | undefined;

  const reveal = revealer((text) => words.replaceChildren(...paragraphs(text)));
  const again = () => make('button', { text: told.again, press: () => deeds.again(id) });
  const back = () => make('button', { text: told.takeBack, press: () => deeds.takeBack(id) });
  const say = (text: string, ...buttons: HTMLElement[]): void =>
    state.replaceChildren(...(text ? [make('span', { text }), ...buttons] : []));

  const tell = ({ state: now, reason = '', until = 0, cut, number }: Turn): void => {
    clearInterval(ticking);
    element.dataset.state = now;
    if (now === 'sending') say(told.sending);
    else if (now === 'queued') say(told.queued, back());
    else if (now === 'unsent') say(fill(told.unsent, { reason }), again(), back());
    else if (now === 'held') {
      const left = (): number => Math.max(0, Math.ceil((until - Date.now()) / 1000));
      const count = make('span', { text: fill(told.tooFast, { n: left() }) });
      state.replaceChildren(count, back());
      ticking = setInterval(() => {
        count.textContent = fill(told.tooFast, { n: left() });
      }, 250);
    } else if (cut) say(told.cut);
    else say(now === 'accepted' && number !== undefined ? told.accepted : '');
  };

  const look = (text: string): void => {
    waiting.replaceChildren(make('i'), make('i'), make('i'), make('span', { text }));
  };
  const write = ({ parts }: Turn): void => {
    if (!coming.isConnected) {
      look(told.typing);
      element.append(coming);
      long = setTimeout(() => look(told.typingLong), LONG);
    }
    waiting.hidden = parts !== '';
    if (parts) clearTimeout(long);
    else words.replaceChildren();
    reveal(parts);
  };
  const finish = ({ answer, number, text }: Turn, quiet: boolean): void => {
    if (!answer || number === undefined || final) return;
    clearTimeout(long);
    final = answerView({ answer, turn: number, question: text }, told, deeds);
    const whole = final;
    const put = (): void => {
      coming.remove();
      element.append(whole);
    };
    if (quiet || !coming.isConnected) {
      put();
      return;
    }
    waiting.hidden = true;
    reveal(answer.text, put);
  };

  return {
    element,
    update: (turn: Turn, quiet: boolean): void => {
      if (turn.text !== undefined && !question.isConnected) element.prepend(question, state);
      if (turn.text !== undefined && asked.textContent !== turn.text) asked.textContent = turn.text;
      tell(turn);
      if (turn.state === 'typing') write(turn);
      else if (turn.state === 'answered') finish(turn, quiet);
      else if (!final) coming.remove();
    },
    /** Nothing can be done about it any more, but to read it. */
    end: (): void => {
      for (const part of element.querySelectorAll('.judge, .try')) part.remove();
    },
    stop: (): void => {
      clearInterval(ticking);
      clearTimeout(long);
    },
  };
};

export type TurnView = ReturnType<typeof turnView>;
