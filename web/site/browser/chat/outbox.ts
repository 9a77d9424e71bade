import { isLost, Refused, Unreachable } from './client.ts';
import type { Keeper, Waiting } from './kept.ts';
import type { Turn, Turns } from './turns.ts';

/** The longest pause between two tries without a connection, in milliseconds. */
const LONGEST = 10_000;

/** A new conversation that is lost at once is not opened forever. */
const ANEW = 2;

type Deps = {
  keeper: Keeper;
  turns: Turns;
  /** Sends a question into the conversation, which it opens where there is none; answers the turn's number. */
  send: (question: Waiting) => Promise<number>;
  lost: () => void;
  unreachable: () => void;
  reached: () => void;
  held: (seconds: number) => void;
};

/**
 * Sends questions one after the other, in the order in which they were asked. What is in it is kept over page changes, and
 * leaves it when it was accepted, or when its author takes it back.
 */
export const createOutbox = ({ keeper, turns, send, lost, unreachable, reached, held }: Deps) => {
  const { kept, save } = keeper;
  let running = false;
  let tries = 0;
  let anew = 0;
  let notBefore = 0;
  let interrupt: (() => void) | undefined;

  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const drop = (id: string): void => {
    kept.waiting = kept.waiting.filter((question) => question.id !== id);
    save();
  };
  /** Tells of every question that waits how it waits. */
  const tell = (change: Partial<Turn>): void => {
    for (const { id, refused } of kept.waiting) if (refused === undefined) turns.set(id, change);
  };
  const next = (): Waiting | undefined => kept.waiting.find(({ refused }) => refused === undefined);

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    for (let question = next(); question; question = next()) {
      const wait = notBefore - Date.now();
      if (wait > 0) {
        tell({ state: 'held', until: notBefore });
        await sleep(wait);
        continue;
      }
      turns.set(question.id, { state: 'sending', text: question.text });
      try {
        const number = await send(question);
        tries = anew = 0;
        drop(question.id);
        if (turns.get(question.id)?.state === 'sending') turns.set(question.id, { number, state: 'accepted' });
        reached();
      } catch (error) {
        await recover(question, error);
      }
    }
    running = false;
  };

  const recover = async (question: Waiting, error: unknown): Promise<void> => {
    // The conversation may have told that it was taken, while the answer to the request went astray.
    if (!kept.waiting.includes(question)) return;
    if (error instanceof Unreachable) {
      tell({ state: 'queued' });
      unreachable();
      await sleep(Math.min(LONGEST, 500 * 2 ** tries++));
    } else if (error instanceof Refused && error.status === 429) {
      notBefore = Date.now() + error.after * 1000;
      held(error.after);
    } else if (isLost(error) && kept.session && anew++ < ANEW) {
      lost();
    } else {
      question.refused = error instanceof Error ? error.message : String(error);
      save();
      turns.set(question.id, { state: 'unsent', reason: question.refused });
    }
  };

  return {
    put: (question: Waiting): void => {
      kept.waiting.push(question);
      save();
      const { text, id } = question;
      turns.set(id, { text, state: 'sending' });
      if (notBefore > Date.now()) turns.set(id, { state: 'held', until: notBefore });
      else if (tries > 0) turns.set(id, { state: 'queued' });
      void run();
    },
    /** Takes up what an earlier page left. */
    resume: (): void => {
      for (const { id, text, refused } of kept.waiting) {
        turns.set(id, { text, state: refused === undefined ? 'queued' : 'unsent', reason: refused });
      }
      void run();
    },
    again: (id: string): void => {
      const question = kept.waiting.find((one) => one.id === id);
      if (!question) return;
      question.refused = undefined;
      save();
      void run();
    },
    drop: (id: string): void => {
      drop(id);
      interrupt?.();
    },
    wake: (): void => interrupt?.(),
  };
};

export type Outbox = ReturnType<typeof createOutbox>;
