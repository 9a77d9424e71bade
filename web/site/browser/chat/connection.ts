import { isLost } from './client.ts';
import type { Message } from './protocol.ts';

/** The first pause before trying again, and the longest, in milliseconds: while an answer is waited for, and else. */
const [FIRST, LONGEST_WAITED, LONGEST] = [400, 5_000, 30_000];

/** A socket that was not opened in this time is given up; some networks let none through and do not say so. */
const OPENING = 8_000;

/** A socket that held this long was a good one, so the next pause is the first again. */
const GOOD = 5_000;

/** Silence, while an answer is waited for, after which it is asked for by another way. */
const SILENCE = 8_000;

export type Wanted = {
  /** Where the socket is, with the conversation and its token. */
  url: () => string;
  /** The number of the last message. */
  last: () => number;
  take: (message: Message) => void;
  /** Reads what is new without a socket. */
  read: () => Promise<void>;
  /** Whether an answer is waited for. */
  waited: () => boolean;
  down: () => void;
  up: () => void;
  /** The conversation is not known any more. */
  lost: () => void;
};

export type Connection = { resume: () => void; wake: () => void; check: () => void; end: () => void };

/**
 * Keeps a conversation told: by a socket, and by reading with growing pauses while none can be had. A page that nobody sees
 * and that waits for nothing stays without.
 */
export const connect = (wanted: Wanted): Connection => {
  let socket: WebSocket | undefined;
  let tries = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const resume = (): void => {
    if (socket?.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify({ action: 'resume', after: wanted.last() }));
    }
  };
  const listen = (): void => {
    clearTimeout(silence);
    if (!ended && wanted.waited()) silence = setTimeout(check, SILENCE);
  };
  const check = (): void => {
    const seen = wanted.last();
    const up = (): void => {
      wanted.up();
      // The socket that is open did not tell this.
      if (wanted.last() > seen) resume();
    };
    wanted.read().then(up, fail);
    listen();
  };
  const fail = (error: unknown): void => {
    if (ended) return;
    if (isLost(error)) wanted.lost();
    else wanted.down();
  };
  const again = (): void => {
    const longest = wanted.waited() ? LONGEST_WAITED : LONGEST;
    clearTimeout(pause);
    // Not all at once, where a server comes back to many.
    pause = setTimeout(step, Math.min(longest, FIRST * 2 ** tries++) * (0.5 + Math.random() / 2));
  };
  const step = async (): Promise<void> => {
    if (ended || socket || (document.hidden && !wanted.waited())) return;
    try {
      await wanted.read();
    } catch (error) {
      fail(error);
      if (!isLost(error)) again();
      return;
    }
    wanted.up();
    if (!ended && !socket) open();
  };
  const open = (): void => {
    const own = new WebSocket(wanted.url());
    let opened = 0;
    socket = own;
    const late = setTimeout(() => own.close(), OPENING);
    own.addEventListener('open', () => {
      clearTimeout(late);
      opened = Date.now();
      resume();
      listen();
    });
    own.addEventListener('message', ({ data }) => {
      if (socket !== own) return;
      listen();
      for (const message of read(String(data))) {
        // A refusal, or an error of the gateway: what this socket was asked did not come about, so it would tell nothing.
        if (message.seq === undefined) return own.close();
        wanted.take(message);
      }
    });
    own.addEventListener('close', () => {
      clearTimeout(late);
      if (socket !== own) return;
      socket = undefined;
      if (opened && Date.now() - opened > GOOD) tries = 0;
      if (opened && wanted.waited()) wanted.down();
      if (!ended) again();
    });
  };
  const wake = (): void => {
    listen();
    if (ended || socket) return;
    tries = 0;
    clearTimeout(pause);
    void step();
  };
  const end = (): void => {
    ended = true;
    clearTimeout(pause);
    clearTimeout(silence);
    const old = socket;
    socket = undefined;
    old?.close();
  };
  open();
  return { resume, wake, check, end };
};

type Said = Message | { seq?: undefined };

/** What a socket said, one message or a list of them; nothing where it is no message. */
const read = (data: string): Said[] => {
  try {
    return [JSON.parse(data) as Said | Said[]].flat();
  } catch {
    return [];
  }
};
