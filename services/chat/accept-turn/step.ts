import type { TurnAccepted } from '@marquee/events/schemas/turn-accepted.ts';
import * as z from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import { uuidFor } from '../../shared/uuid.ts';
import type { Visitor } from '../../shared/visitor.ts';
import { redact } from '../answering/screen/redact.ts';
import { type ChangeDeps, change, existing, isIdle, type Step, type TurnDeps } from '../changing.ts';
import { close } from '../close.ts';
import { OF_CONVERSATION } from '../ids.ts';
import { type Limits, type Rate, shareOfAll, type Take, takeFrom, tooFast } from '../limits.ts';
import type { Turn } from '../model/conversation.ts';
import { bucketOf } from '../open-conversation/step.ts';
import { questionText } from '../question-text.ts';
import { MOST_TURNS, MOST_WAITING } from '../settings.ts';
import type { FoundAsked, Stored } from '../store/conversations.ts';
import { checkToken, type TokenDeps } from '../token.ts';

export const AcceptTurnInput = z.strictObject({
  ...OF_CONVERSATION,
  turnId: z.uuid('expected a UUID that the client makes for this turn'),
  text: z.string('expected the question as text'),
});
export type AcceptTurnInput = z.infer<typeof AcceptTurnInput>;

type Deps = TokenDeps &
  Omit<ChangeDeps, 'read'> &
  TurnDeps & {
    limits: Limits;
    newId: () => string;
    /** From 0 up to 1. */
    random: () => number;
    readWithAsked: (id: string, turnId: string, buckets: readonly string[]) => Promise<FoundAsked>;
    publish: (detail: TurnAccepted) => Promise<void>;
  };

/**
 * Takes a question: it is written down, without what identifies a person, and on the bus before this resolves. The same
 * `turnId` is the same turn, however often it comes.
 */
export const createAcceptTurn =
  (deps: Deps) =>
  async ({ id, token, turnId, text: said }: AcceptTurnInput, visitor: Visitor) => {
    const renewed = await checkToken(deps, id, token);
    const { text } = redact(questionText(said));
    const address = await bucketOf(deps, 'turns', visitor);
    let found: FoundAsked = { buckets: {} };
    let buckets: Bucket[] = [];
    const read = async (): Promise<Stored> => {
      buckets = bucketsFor(deps, address);
      found = await deps.readWithAsked(
        id,
        turnId,
        buckets.map(({ bucket }) => bucket),
      );
      return existing(found.conversation, deps.now());
    };
    const decide = async (conversation: Stored): Promise<Step<Turn | 'idle'>> => {
      const known = found.asked === undefined ? undefined : await deps.readTurn(id, found.asked);
      if (known) return { result: sameQuestion(known, text) };
      if (conversation.state === 'closed') throw closed();
      if (isIdle(conversation, deps.now())) return { result: 'idle' };
      checkRoom(conversation);
      const paceFullAt = pace(conversation, deps);
      const takes = buckets.map((each) => takeOf(each, found.buckets[each.bucket], deps.now()));
      const turn = nextTurn(deps, conversation, turnId, text);
      const to = { lastSeq: turn.accepted.seq, accepted: turn.turn, activeAt: deps.now(), paceFullAt };
      // Whoever answers it tells the sockets of it, before anything else.
      return { commit: { to, turn, isNew: true, takes }, result: turn };
    };
    const turn = await change({ ...deps, read }, id, decide);
    if (turn === undefined || turn === 'idle') {
      await close({ ...deps, read }, id);
      throw closed();
    }
    if (!turn.final) await deps.publish(announcement(id, turn, visitor));
    return { turn: turn.turn, seq: turn.accepted.seq, correlationId: turn.correlationId, ...renewed };
  };

const closed = (): Refusal =>
  new Refusal(
    410,
    'conversation-closed',
    'Nobody asked anything here for a while, so the conversation was closed; open a new one.',
    'id',
  );

const sameQuestion = (known: Turn, text: string): Turn => {
  if (known.text === text) return known;
  throw new Refusal(
    409,
    'turn-id-used',
    'Another question has this turn id; make a new one for each question.',
    'turnId',
  );
};

const checkRoom = ({ accepted, answered }: Stored): void => {
  if (accepted >= MOST_TURNS) {
    throw new Refusal(
      410,
      'conversation-full',
      `A conversation has at most ${MOST_TURNS} questions; open a new one.`,
      'id',
    );
  }
  if (accepted - answered < MOST_WAITING) return;
  const message = `${MOST_WAITING} questions wait for their answers here; ask on when one has come.`;
  throw new Refusal(429, 'too-fast', message, undefined, undefined, 2);
};

/** The bucket of the conversation is part of it. */
const pace = ({ paceFullAt }: Stored, { limits, now }: Deps): number => {
  const taken = takeFrom(paceFullAt, limits.turnsOfConversation, now());
  if ('wait' in taken) throw tooFast('You ask faster than this conversation is answered.', taken.wait);
  return taken.fullAt;
};

type Bucket = { bucket: string; rate: Rate; says: string };

const bucketsFor = ({ limits, random }: Deps, address: string): Bucket[] => [
  { bucket: address, rate: limits.turnsOfAddress, says: 'Too many questions come from this network.' },
  { ...shareOfAll(limits.turns, random()), says: 'More people ask right now than can be answered.' },
];

const takeOf = ({ bucket, rate, says }: Bucket, fullAt: number | undefined, now: number): Take => {
  const taken = takeFrom(fullAt, rate, now);
  if ('wait' in taken) throw tooFast(says, taken.wait);
  return { bucket, rate, now, ...(fullAt === undefined ? {} : { fullAt }) };
};

const nextTurn = ({ now, newId }: Deps, { lastSeq, accepted }: Stored, turnId: string, text: string): Turn => ({
  turn: accepted + 1,
  turnId,
  text,
  correlationId: newId(),
  accepted: { seq: lastSeq + 1, at: new Date(now()).toISOString() },
  progress: [],
});

const announcement = (
  conversationId: string,
  { turn, correlationId, accepted }: Turn,
  { requestId }: Visitor,
): TurnAccepted => ({
  metadata: {
    eventId: uuidFor(`TurnAccepted ${conversationId} ${turn}`),
    correlationId,
    causationId: requestId,
    occurredAt: accepted.at,
    version: 1,
  },
  data: { conversationId, turn },
});
