import { type Client, clientOf, isLost, openConversation, Refused, socketOf } from './client.ts';
import { type Connection, connect } from './connection.ts';
import type { Keeper, Session, Waiting } from './kept.ts';
import { createOutbox } from './outbox.ts';
import type { Message, Verdict } from './protocol.ts';
import type { Screen } from './screen.ts';
import { createTurns } from './turns.ts';
import { uuid } from './uuid.ts';

/** A conversation with the chat of this site, which survives its page, its connection and its server's patience. */
export const createConversation = (keeper: Keeper, locale: string, screen: Screen) => {
  const { kept, save, clear } = keeper;
  const turns = createTurns(screen.turn);
  let client: Client | undefined;
  let connection: Connection | undefined;
  let opening: Promise<Client> | undefined;
  let closed = false;
  let down = false;
  let resumedAt = -1;

  const take = (message: Message): void => {
    const { session } = kept;
    if (!session || message.seq <= session.last) return;
    if (message.seq > session.last + 1) {
      if (resumedAt !== session.last) connection?.resume();
      resumedAt = session.last;
      return;
    }
    session.last = message.seq;
    if (message.type === 'accepted') outbox.drop(message.turnId);
    save();
    if (message.type === 'hand-over') {
      screen.handOver(message);
      if (message.state === 'waiting') last();
    } else if (message.type === 'closed') {
      closed = true;
      screen.closed();
    } else turns.follow(message);
  };

  const read = async (): Promise<void> => {
    const { session } = kept;
    const own = client;
    if (!session || !own) return;
    const messages = await own.read(session.last);
    if (client === own) for (const message of messages) take(message);
  };

  /** Keeps the conversation for whoever comes back, with a token that lasts as long as a person may take. */
  const last = (): void => {
    if (kept.lasting) return;
    kept.lasting = true;
    save();
    // Where it is not reached now, the next read brings that token.
    read().catch(() => undefined);
  };

  const attach = (session: Session): Client => {
    client = clientOf(session, save);
    return client;
  };
  const goOn = (session: Session): void => {
    connection = connect({
      url: () => socketOf(session),
      last: () => session.last,
      take: (message) => kept.session === session && take(message),
      read,
      waited: () => turns.unanswered().length > 0,
      down: wentDown,
      up: cameBack,
      lost: leave,
    });
  };
  const wentDown = (): void => {
    down = true;
    screen.down();
  };
  const cameBack = (): void => {
    if (!down) return;
    down = false;
    screen.back();
    outbox.wake();
  };

  /** The conversation in which a question can be asked, opened where there is none. */
  const inConversation = async (): Promise<Client> => {
    if (closed) leave();
    if (client) return client;
    opening ??= (async () => {
      kept.session = await openConversation(locale);
      save();
      const own = attach(kept.session);
      goOn(kept.session);
      return own;
    })().finally(() => {
      opening = undefined;
    });
    return opening;
  };

  /** Leaves a conversation that cannot be gone on with. What it had not answered is asked again in the next one. */
  const leave = (): void => {
    connection?.end();
    connection = client = undefined;
    const left = turns.unanswered();
    screen.ended();
    turns.clear();
    Object.assign(kept, { session: undefined, judged: [], aside: [], lasting: undefined });
    closed = false;
    resumedAt = -1;
    save();
    for (const { id, text } of kept.waiting) turns.set(id, { text, state: 'queued' });
    for (const { id, text } of left) {
      if (text === undefined) continue;
      screen.gone(id);
      ask(text);
    }
  };

  const outbox = createOutbox({
    keeper,
    turns,
    send: async ({ id, text }: Waiting) => (await inConversation()).ask(id, text),
    lost: leave,
    unreachable: wentDown,
    reached: () => {
      cameBack();
      connection?.wake();
    },
    held: screen.held,
  });
  const ask = (text: string): void => outbox.put({ id: uuid(), text });

  /** Asks for something in the conversation; where that is gone, it is left. */
  const within = async <T>(ask: (own: Client) => Promise<T>): Promise<T> => {
    try {
      return await ask(await inConversation());
    } catch (error) {
      if (isLost(error)) leave();
      throw error;
    }
  };

  return {
    kept,
    save,
    /** Takes up what the tab has kept. */
    start: async (): Promise<void> => {
      const { session } = kept;
      if (session) {
        const seen = session.last;
        const own = attach(session);
        session.last = 0;
        try {
          const messages = await own.read(0);
          await screen.quietly(() => {
            for (const message of messages) if (message.seq <= seen) take(message);
          });
          for (const message of messages) take(message);
        } catch (error) {
          if (isLost(error)) leave();
          else wentDown();
        }
        if (kept.session) goOn(kept.session);
      }
      outbox.resume();
    },
    ask,
    again: outbox.again,
    takeBack: (id: string): void => {
      outbox.drop(id);
      turns.remove(id);
      screen.gone(id);
    },
    judge: (turn: number, verdict: Verdict) => within((own) => own.judge(turn, verdict)),
    later: (turn: number) =>
      within(async (own) => {
        await own.later(turn);
        last();
      }),
    /** Where the conversation turns out to be gone, the person is asked for in the next one. */
    person: () => {
      const ask = () => within((own) => own.person());
      return ask().catch((error: unknown) => {
        if (isLost(error)) return ask();
        throw error;
      });
    },
    /** Has all that is kept of the conversation deleted, there and here. */
    forget: async (): Promise<void> => {
      try {
        await client?.forget();
      } catch (error) {
        const gone = error instanceof Refused && (error.status === 404 || error.status === 410);
        if (!gone) throw error;
      }
      connection?.end();
      connection = client = undefined;
      turns.clear();
      closed = down = false;
      clear();
      outbox.wake();
    },
    /** The page is seen again, or the network is back. */
    wake: (): void => {
      outbox.wake();
      if (down) connection?.check();
      connection?.wake();
    },
    wentDown,
    /** The page is left; what it held open is let go. */
    rest: (): void => connection?.end(),
    /** A page that was put away as it was is back. */
    goOn: (): void => {
      if (kept.session && client) goOn(kept.session);
    },
  };
};

export type Conversation = ReturnType<typeof createConversation>;
