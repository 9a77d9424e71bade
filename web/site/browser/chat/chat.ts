import { type Conversation, createConversation } from './conversation.ts';
import { reasonOf } from './feedback.ts';
import { keeper } from './kept.ts';
import { logView } from './log-view.ts';
import { fill } from './make.ts';
import { panel } from './panel.ts';
import type { Told } from './told.ts';
import type { TurnDeeds } from './turn-view.ts';

/** The chat. Its markup stands on the page; this gives it its life. */
export class MarqueeChat extends HTMLElement {
  #open?: (from?: HTMLElement) => void;
  #ask?: (question: string) => void;

  connectedCallback(): void {
    if (this.#open) return;
    const told = JSON.parse(this.dataset.words ?? '{}') as Told;
    const log = this.querySelector<HTMLElement>('.log');
    if (!log) return;
    const keeping = keeper(this.dataset.kept ?? 'marquee-chat');
    const { kept, save } = keeping;
    let opener: HTMLElement | undefined;
    let trouble = '';

    const close = (): void => {
      if (!this.classList.contains('open') || this.classList.contains('docked')) return;
      this.classList.remove('open');
      kept.open = false;
      save();
      (opener ?? document.querySelector<HTMLElement>('.launch'))?.focus();
    };
    const ask = (question: string): void => {
      const text = question.trim().slice(0, around.field.maxLength);
      if (text === '') return;
      around.state(trouble);
      lines.toEnd();
      if (around.field.value.trim() === text) around.sent();
      talk.ask(text);
      lines.toEnd();
      // What was pressed may go; a phone's keyboard stays where it was.
      if (matchMedia('(pointer: fine)').matches) around.field.focus({ preventScroll: true });
      else if (document.activeElement !== around.field) log.focus({ preventScroll: true });
    };
    const failed = (words: string) => (error: unknown) => {
      around.state(fill(words, { reason: reasonOf(error, told) }));
    };
    const person = (): void => {
      around.asked(true);
      talk.person().catch((error: unknown) => {
        around.asked(false);
        failed(told.personFailed)(error);
      });
    };
    const done = async (list: number[], turn: number, what: Promise<unknown>): Promise<void> => {
      await what;
      list.push(turn);
      save();
    };
    const deeds: TurnDeeds = {
      ask,
      person,
      judge: (turn, verdict) => done(kept.judged, turn, talk.judge(turn, verdict)),
      later: (turn) => done(kept.aside, turn, talk.later(turn)),
      judged: (turn) => kept.judged.includes(turn),
      aside: (turn) => kept.aside.includes(turn),
      again: (id) => talk.again(id),
      takeBack: (id) => {
        const text = kept.waiting.find((question) => question.id === id)?.text ?? '';
        talk.takeBack(id);
        around.field.value ||= text;
        around.field.focus({ preventScroll: true });
      },
    };
    const forget = (): void => {
      talk.forget().then(() => {
        lines.clear();
        trouble = '';
        around.asked(false);
        around.state(told.forgotten);
        around.more.focus();
      }, failed(told.notForgotten));
    };

    const lines = logView(log, told, deeds);
    const around = panel(this, told, { close, person, forget });
    const talk: Conversation = createConversation(keeping, document.documentElement.lang, {
      ...lines,
      turn: (turn) => {
        lines.turn(turn);
        if (turn.state === 'unsent') around.say(fill(told.unsent, { reason: turn.reason ?? '' }));
      },
      handOver: (message) => {
        around.asked(message.state === 'waiting');
        lines.handOver(message);
      },
      closed: () => lines.note(told.idle),
      down: () => {
        trouble = navigator.onLine && kept.waiting.length === 0 ? told.lost : told.offline;
        around.state(trouble);
      },
      back: () => {
        trouble = '';
        around.state('');
        lines.back();
      },
      held: (n) => around.say(fill(told.tooFastSaid, { n })),
    });

    this.#ask = ask;
    this.#open = (from) => {
      opener = from;
      this.classList.add('open');
      kept.open = true;
      save();
      around.field.focus({ preventScroll: true });
      lines.toEnd();
    };
    this.classList.toggle('open', kept.open);
    this.#live(talk);
    void talk.start();
  }

  /** Opens the panel over the page; `from` gets the focus back. */
  open(from?: HTMLElement): void {
    this.#open?.(from);
  }

  /** Asks a question as if it had been typed. */
  ask(question: string): void {
    this.#ask?.(question);
  }

  /** Follows what happens to the page and its network. */
  #live(talk: Conversation): void {
    addEventListener('online', talk.wake);
    addEventListener('offline', talk.wentDown);
    addEventListener('pagehide', talk.rest);
    addEventListener('pageshow', ({ persisted }) => persisted && talk.goOn());
    document.addEventListener('visibilitychange', () => document.hidden || talk.wake());
  }
}

customElements.define('marquee-chat', MarqueeChat);
