import type { Answer, Message } from './protocol.ts';

/** How far a question has come. `queued`: no connection; `held`: too many at once; `unsent`: refused, and its author decides. */
export type State = 'queued' | 'sending' | 'held' | 'unsent' | 'accepted' | 'typing' | 'answered';

export type Turn = {
  /** Made here for a question of this tab, else by whoever asked. */
  id: string;
  number?: number;
  /** What was asked; an answer that was put aside comes without. */
  text?: string;
  /** What is kept of the question differs from what was typed. */
  cut?: boolean;
  state: State;
  /** Why it was not sent. */
  reason?: string;
  /** When a held question is sent, in milliseconds of the clock. */
  until?: number;
  /** What came of the answer until now. */
  parts: string;
  answer?: Answer;
};

/** The turns of a conversation as its messages tell them. `changed` is told each turn after each change. */
export const createTurns = (changed: (turn: Turn) => void) => {
  const turns = new Map<string, Turn>();
  const numbered = (number: number): Turn | undefined => [...turns.values()].find((turn) => turn.number === number);

  /** Changes a turn, or begins it. */
  const set = (id: string, change: Partial<Turn>): Turn => {
    const turn = turns.get(id) ?? { id, state: 'sending', parts: '' };
    turns.set(id, Object.assign(turn, change));
    changed(turn);
    return turn;
  };

  /** Follows one message. Those that are about no turn change nothing. */
  const follow = (message: Message): void => {
    switch (message.type) {
      case 'accepted': {
        const { turn: number, turnId, text } = message;
        const typed = turns.get(turnId)?.text;
        set(turnId, { number, text, state: 'accepted', ...(typed && typed !== text && { cut: true }) });
        break;
      }
      case 'typing': {
        const turn = numbered(message.turn);
        if (turn) set(turn.id, { state: 'typing', parts: '' });
        break;
      }
      case 'part': {
        const turn = numbered(message.turn);
        if (turn) set(turn.id, { state: 'typing', parts: turn.parts + message.text });
        break;
      }
      case 'final':
        set(message.turnId, { number: message.turn, state: 'answered', answer: message.answer });
        break;
    }
  };

  return {
    set,
    follow,
    get: (id: string): Turn | undefined => turns.get(id),
    remove: (id: string): void => void turns.delete(id),
    /** Those that were taken and have no answer yet. */
    unanswered: (): Turn[] => [...turns.values()].filter(({ state }) => state === 'accepted' || state === 'typing'),
    clear: (): void => turns.clear(),
  };
};

export type Turns = ReturnType<typeof createTurns>;
