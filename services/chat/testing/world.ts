import type { Caller } from '../../shared/caller.ts';
import { createAcceptTurn } from '../accept-turn/step.ts';
import { createAnswerLater } from '../answer-later/step.ts';
import { createAskAgain } from '../ask-again/step.ts';
import { createBeginTurn } from '../begin-turn/step.ts';
import { createCloseSocket } from '../close-socket/step.ts';
import { createDeliverAnswer } from '../deliver-answer/step.ts';
import { createDismissGap } from '../dismiss-gap/step.ts';
import { createDraftAnswer } from '../draft-answer/step.ts';
import { createExpireTicket } from '../expire-ticket/step.ts';
import { createForgetConversation } from '../forget-conversation/step.ts';
import { createGiveFeedback } from '../give-feedback/step.ts';
import type { Answer } from '../model/answer.ts';
import { createNoteGap } from '../note-gap/step.ts';
import { createOpenConversation } from '../open-conversation/step.ts';
import { createOpenSocket } from '../open-socket/step.ts';
import { createReadMessages } from '../read-messages/step.ts';
import { createReplyToTicket } from '../reply-to-ticket/step.ts';
import { createRequestPerson } from '../request-person/step.ts';
import { createResumeSocket } from '../resume-socket/step.ts';
import { streamParts } from '../stream-parts.ts';
import { memoryChat } from './memory-chat.ts';
import { memorySite } from './memory-site.ts';

export const RATE = { perSecond: 1000, burst: 1000 };
export const LIMITS = { turnsOfConversation: RATE, turnsOfAddress: RATE, conversationsOfAddress: RATE, turns: RATE };
export const VISITOR = { address: '198.51.100.7', requestId: 'a-request' };
/** Somebody on the staff. */
export const CALLER: Caller = { name: 'ada@example.com', roles: ['editor'], requestId: 'a-request' };

export type TurnEvent = { metadata: { eventId: string }; data: { conversationId: string; turn: number } };

/** An event that is none of `TurnAccepted`. */
export type Announced = { metadata: { eventId: string; correlationId: string }; data: Record<string, unknown> };

type Options = {
  /** Lets something else happen first: called before whatever reaches the table, the bus or a socket. */
  between?: () => Promise<void>;
};

/** What a fan gets who asks `text`, in two pieces; as with a model, no two executions say the same. */
export const replyTo = (text: string, holder: string): Answer => ({
  ...{ outcome: 'answer', locale: 'en', text: `${holder} was asked: ${text}`, sources: [], suggestions: [] },
});

/** The chat with a table, a bus and sockets in memory; every wait goes through `between`. */
export const chatWorld = ({ between = async () => {} }: Options = {}) => {
  const clock = { now: Date.parse('2026-03-01T10:00:00Z') };
  const table = memoryChat();
  const site = memorySite();
  const events: TurnEvent[] = [];
  const announced: Announced[] = [];
  const goneOn: { taskToken: string; output: object }[] = [];
  const receivers = new Map<string, (text: string) => void>();
  let ids = 0;
  const newId = (): string => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;

  const behind =
    <Given extends unknown[], Result>(act: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      await between();
      const result = await act(...given);
      await between();
      return result;
    };
  const slow = Object.fromEntries(
    Object.entries(table).map(([name, value]) => [name, typeof value === 'function' ? behind(value as never) : value]),
  ) as typeof table;
  const deps = {
    ...slow,
    now: () => clock.now,
    newId,
    pause: behind(async () => {}),
    random: () => 0,
    tokenKey: async () => 'a key',
    origin: 'https://example.com',
    limits: LIMITS,
    goOn: async (taskToken: string, output: object) => void goneOn.push({ taskToken, output }),
    openShelf: site.openShelf,
    warn: () => {},
    publish: behind(async (detail: TurnEvent) => void events.push(structuredClone(detail))),
    post: behind(async (connectionId: string, text: string) => {
      const receive = receivers.get(connectionId);
      receive?.(text);
      return receive !== undefined;
    }),
    hangUp: behind(async (connectionId: string) => void receivers.delete(connectionId)),
  };
  const announcing = { ...deps, publish: async (detail: Announced) => void announced.push(structuredClone(detail)) };
  const steps = {
    open: createOpenConversation(deps),
    accept: createAcceptTurn(deps),
    read: createReadMessages(deps),
    forget: createForgetConversation(deps),
    openSocket: createOpenSocket(deps),
    resume: createResumeSocket(deps),
    closeSocket: createCloseSocket(deps),
    begin: createBeginTurn(deps),
    deliver: createDeliverAnswer(deps),
    requestPerson: createRequestPerson(announcing),
    reply: createReplyToTicket(deps),
    expire: createExpireTicket(deps),
    giveFeedback: createGiveFeedback(announcing),
    later: createAnswerLater(deps),
    noteGap: createNoteGap(deps),
    draft: createDraftAnswer(announcing),
    dismiss: createDismissGap(deps),
    askAgain: createAskAgain(deps),
  };

  /** What the workflow does with an event, up to the announcement; `pieces` are streamed before the answer is kept. */
  const answerTurn = async ({ data }: TurnEvent, holder: string, reply = replyTo): Promise<string> => {
    const { conversationId } = data;
    for (;;) {
      const begun = await steps.begin({ conversationId, turn: data.turn, holder });
      if (begun.state === 'done' || begun.state === 'gone') return begun.state;
      if (begun.state === 'waiting') {
        await deps.pause();
        continue;
      }
      const turn = { conversationId, turn: begun.turn, holder };
      const answer = reply(begun.asked.text, holder);
      try {
        await streamParts(deps, turn, answer.text.split(/(?<=: )/));
      } catch {
        continue;
      }
      const delivery = { ...turn, answer, siteVersion: 1, locale: 'en' };
      // Every other time the first answer of the step is lost, and the workflow tries again.
      if (begun.turn % 2 === 0) await steps.deliver(delivery);
      const { outcome } = await steps.deliver(delivery);
      if (outcome === 'gone' || (outcome !== 'lost' && begun.turn >= data.turn)) return outcome;
    }
  };

  return { ...{ clock, table, site, deps, events, announced, goneOn, receivers, steps, answerTurn, newId } };
};

export type ChatWorld = ReturnType<typeof chatWorld>;
