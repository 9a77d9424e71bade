import type { Answer, Message } from '@marquee/site/browser/chat/protocol.ts';
import type { WebSocket } from 'ws';

type Without<T> = T extends Message ? Omit<T, 'seq' | 'at'> : never;
/** A message before it has its number. */
export type Saying = Without<Message>;

/** What a test's answer is where it says nothing else. */
export const answerOf = (text: string, more: Partial<Answer> = {}): Answer => ({
  outcome: 'answer',
  locale: 'en',
  text,
  sources: [],
  suggestions: [],
  ...more,
});

/** One conversation of the scripted server: its messages, and the sockets that are told them. */
export class Conversation {
  readonly id: string;
  readonly locale: string;
  token = 'token-1';
  readonly messages: Message[] = [];
  readonly sockets = new Set<WebSocket>();
  /** Those that have said from where on they want to be told. */
  readonly listening = new Set<WebSocket>();
  /** Numbers of turns by the ids that clients gave them. */
  readonly turns = new Map<string, number>();
  #turn = 0;

  constructor(id: string, locale: string) {
    this.id = id;
    this.locale = locale;
  }

  /** Keeps a message, and pushes it unless it is to go astray. */
  say(saying: Saying, astray = false): Message {
    const message = { ...saying, seq: this.messages.length + 1, at: new Date().toISOString() } as Message;
    this.messages.push(message);
    if (!astray) this.push(message);
    return message;
  }

  push(message: Message): void {
    for (const socket of this.sockets) socket.send(JSON.stringify(message));
  }

  /** Takes a turn; the same id again is the same turn. */
  take(turnId: string, text: string): { turn: number; fresh: boolean } {
    const known = this.turns.get(turnId);
    if (known !== undefined) return { turn: known, fresh: false };
    const turn = ++this.#turn;
    this.turns.set(turnId, turn);
    this.say({ type: 'accepted', turn, turnId, text });
    return { turn, fresh: true };
  }

  /** Answers the last turn, or one that no client asked for. */
  answer(answer: Answer | string, turnId: string = [...this.turns.keys()].at(-1) ?? 'none'): void {
    const turn = this.turns.get(turnId) ?? ++this.#turn;
    const whole = typeof answer === 'string' ? answerOf(answer) : answer;
    this.say({ type: 'final', turn, turnId, answer: whole });
  }

  type(...parts: readonly string[]): void {
    this.say({ type: 'typing', turn: this.#turn });
    for (const text of parts) this.say({ type: 'part', turn: this.#turn, text });
  }
}
