import { randomUUID } from 'node:crypto';
import { type Message, messagesIn } from '../../services/chat/model/message.ts';
import { type Fan, openFan } from '../../test/end-to-end/fan.ts';

/** One question: when it was sent, taken and answered, on the clock of `performance.now()`; undefined where it was not. */
export type Asked = {
  turnId: string;
  status: number;
  correlationId?: string;
  sent: number;
  taken?: number;
  answered?: number;
};

export type Listener = Fan & { told: readonly Message[]; asked: Asked[] };

/** Fans in conversations of their own, each with a socket and a network address of its own; `before` are there already. */
export const openFans = async (siteUrl: string, count: number, before = 0): Promise<Listener[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, place): Promise<Listener> => {
      const index = before + place;
      const fan = await openFan(siteUrl, { from: `127.0.${2 + Math.floor(index / 200)}.${1 + (index % 200)}` });
      const socket = await fan.follow();
      const listener: Listener = { ...fan, told: socket.told, asked: [] };
      socket.client.on('message', (data) => {
        const at = performance.now();
        for (const message of messagesIn(data.toString())) {
          const known = message.type === 'final' && listener.asked.find(({ turnId }) => turnId === message.turnId);
          if (known) known.answered ??= at;
        }
      });
      return listener;
    }),
  );

/** Asks one question of a fan and notes when it was sent and taken. */
const ask = async (fan: Listener, text: string): Promise<Asked> => {
  const one: Asked = { turnId: randomUUID(), status: 0, sent: performance.now() };
  fan.asked.push(one);
  const { status, body } = await fan.ask(text, one.turnId);
  one.status = status;
  one.taken = performance.now();
  if (status === 202) one.correlationId = body.correlationId;
  return one;
};

/**
 * Sends questions at a steady rate for a time, whether those before are answered or not; each goes to the fan who has waited
 * longest. Resolves when all that were taken are answered, or `patience` milliseconds after the last one.
 */
export const load = async (
  fans: readonly Listener[],
  questions: readonly string[],
  { perSecond, seconds, patience = 30_000 }: { perSecond: number; seconds: number; patience?: number },
): Promise<Asked[]> => {
  const begun = performance.now();
  const sent: Promise<Asked>[] = [];
  for (let index = 0; index < perSecond * seconds; index++) {
    const due = begun + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const fan = fans[index % fans.length];
    if (fan) sent.push(ask(fan, questions[index % questions.length] ?? ''));
  }
  const asked = await Promise.all(sent);
  const taken = asked.filter(({ status }) => status === 202);
  const deadline = performance.now() + patience;
  while (taken.some(({ answered }) => answered === undefined) && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return asked;
};
