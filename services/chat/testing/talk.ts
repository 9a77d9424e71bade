import type { Evidence, Understood } from '../answering/understood.ts';
import { createConverseAnswer } from '../converse-answer/step.ts';
import { type ChatModel, createConverse, openBedrock } from '../store/bedrock.ts';
import { streamParts } from '../stream-parts.ts';
import { type ModelReply, type ModelRequest, startBedrockStub } from './bedrock-stub.ts';
import { chatWorld, VISITOR } from './world.ts';

export const evidenceOf = (text: string, more: Partial<Evidence> = {}): Evidence => ({
  source: { path: '/questions/#when', title: 'When does it open?', itemId: 'when' },
  ...{ text, sentences: [text], curated: true, score: 1 },
  ...more,
});

export const OPENS =
  'It opens on Friday 4 December at 20:00. Two episodes come on that day, and one each Friday after it.';

export const understoodAs = (more: Partial<Understood> = {}): Understood => ({
  ...{ outcome: 'answer', locale: 'en', question: 'When does it open?', evidence: [evidenceOf(OPENS)] },
  ...more,
});

/** Timers that run out when they are told to. */
export const handTimers = () => {
  const waiting = new Set<{ milliseconds: number; act: () => void }>();
  return {
    after: (milliseconds: number, act: () => void) => {
      const timer = { milliseconds, act };
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
    /** Lets those of a length run out; answers how many there were. */
    runOut(milliseconds: number): number {
      const due = [...waiting].filter((timer) => timer.milliseconds === milliseconds);
      for (const timer of due) timer.act();
      return due.length;
    },
    count: () => waiting.size,
  };
};

type Line = { composer?: string; why?: string; inputTokens?: number; outputTokens?: number };

/** The composer with the real client of Bedrock before a stub, in a conversation whose first turn is being answered. */
export const startTalk = async (
  reply: ModelReply | ((request: ModelRequest) => ModelReply),
  { model = { id: 'amazon.nova-lite-v1:0' } }: { model?: ChatModel } = {},
) => {
  const stub = await startBedrockStub(reply);
  const client = openBedrock({
    ...{ endpoint: stub.url, region: 'us-east-1' },
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const world = chatWorld();
  const { deps, steps, table, events } = world;
  const { conversationId, token } = await steps.open({ locale: 'en' }, VISITOR);
  await steps.accept({ id: conversationId, token, turnId: world.newId(), text: 'When does it open?' }, VISITOR);
  const turn = { conversationId, turn: 1, holder: 'an execution' };
  await steps.begin(turn);
  const timers = handTimers();
  const lines: Line[] = [];
  const told: string[] = [];
  let onTold = (): void => {};
  const compose = createConverseAnswer({
    converse: createConverse(client, model),
    readTurn: table.readTurn,
    async tell(inHand, pieces) {
      await streamParts(deps, inHand, pieces);
      told.push(...pieces);
      onTold();
    },
    after: timers.after,
    log: (_, __, fields) => void lines.push(fields),
  });
  return {
    ...{ stub, world, turn, timers, lines, told, events },
    compose: (understood = understoodAs()) => compose({ ...turn, understood }),
    /** Resolves when the fan is told something. */
    toldOnce: () =>
      new Promise<void>((resolve) => {
        onTold = resolve;
      }),
    /** The parts that are written down. */
    parts: async (): Promise<string[]> =>
      ((await table.readTurn(conversationId, 1))?.progress ?? []).flatMap((each) =>
        each.type === 'part' ? [each.text] : [],
      ),
    async close(): Promise<void> {
      client.destroy();
      await stub.close();
    },
  };
};

export type Talk = Awaited<ReturnType<typeof startTalk>>;
