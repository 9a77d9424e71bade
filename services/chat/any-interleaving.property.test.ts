import { AsyncLocalStorage } from 'node:async_hooks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Message, messagesIn } from './model/message.ts';
import { LEASE } from './settings.ts';
import { chatWorld, type TurnEvent, VISITOR } from './testing/world.ts';

/** A browser tab: it shows a message when it has shown all before, and asks for what it missed where it has not. */
type Tab = { shown: Message[]; connection?: string };

/** A question as its fan knows it, and whether the POST was answered. */
type Sent = { turnId: string; text: string; acknowledged: boolean };

const TABS = 2;

const actions = fc.array(
  fc.record({
    what: fc.constantFrom(
      'send',
      'send',
      'send',
      'send again',
      'cut',
      'resume',
      'resume',
      'crash',
      'event again',
      'wait',
    ),
    tab: fc.nat(TABS - 1),
    /** How much happens before the next action. */
    steps: fc.nat(25),
  }),
  { maxLength: 16 },
);

const NEVER = new Promise<never>(() => {});

/** Lets whatever can go on go on, up to its next wait. */
const calm = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A conversation that is followed by some tabs, on a machine whose processes end at any moment. */
const scene = async (s: fc.Scheduler) => {
  const processes = new AsyncLocalStorage<{ ended: boolean }>();
  let machine = { ended: false };
  const world = chatWorld({
    between: async () => {
      const own = processes.getStore();
      if (!own) return;
      await s.schedule(Promise.resolve());
      if (own.ended) await NEVER;
    },
  });
  const { steps, receivers, events, answerTurn, newId } = world;
  const { conversationId: id, token } = await steps.open({ locale: 'en' }, VISITOR);
  const tabs: Tab[] = Array.from({ length: TABS }, () => ({ shown: [] }));
  const sent: Sent[] = [];
  const executions: { event: TurnEvent; holder: string; ended: boolean }[] = [];
  const failures: unknown[] = [];
  let started = 0;

  /** Work of a process of this machine; what fails is kept, because nothing may. */
  const work = (act: () => Promise<unknown>): void => {
    processes.run(machine, () => void act().catch((error) => failures.push(error)));
  };
  const start = (execution: (typeof executions)[number]): void =>
    work(async () => {
      await answerTurn(execution.event, execution.holder);
      execution.ended = true;
    });
  const deliver = (event: TurnEvent): void => {
    const execution = { event, holder: newId(), ended: false };
    executions.push(execution);
    start(execution);
  };
  const startNew = (): void => {
    for (; started < events.length; started++) if (events[started]) deliver(events[started] as TurnEvent);
  };
  const post = (question: Sent): void =>
    work(async () => {
      await steps.accept({ id, token, turnId: question.turnId, text: question.text }, VISITOR);
      question.acknowledged = true;
    });
  const ask = (tab: Tab): void => {
    const { connection: connectionId } = tab;
    if (connectionId) work(() => steps.resume({ connectionId, after: tab.shown.length }));
  };
  const connect = (tab: Tab): void => {
    if (tab.connection) receivers.delete(tab.connection);
    const connectionId = newId();
    tab.connection = connectionId;
    receivers.set(connectionId, (text) => {
      for (const message of messagesIn(text)) {
        if (message.seq === tab.shown.length + 1) tab.shown.push(message);
        else if (message.seq > tab.shown.length) ask(tab);
      }
    });
    work(async () => {
      await steps.openSocket({ connectionId, conversation: id, token });
      await steps.resume({ connectionId, after: tab.shown.length });
    });
  };
  const cut = (tab: Tab): void => {
    if (tab.connection) receivers.delete(tab.connection);
    tab.connection = undefined;
  };

  return {
    ...{ world, id, token, tabs, sent, failures },
    act({ what, tab: index }: { what: string; tab: number }): void {
      const tab = tabs[index] as Tab;
      if (what === 'send') {
        const question = { turnId: newId(), text: `question ${sent.length}`, acknowledged: false };
        sent.push(question);
        post(question);
      }
      if (what === 'send again' && sent.length > 0) post(sent[sent.length - 1] as Sent);
      if (what === 'cut') cut(tab);
      if (what === 'resume') connect(tab);
      if (what === 'event again' && events.length > 0) deliver(events[events.length - 1] as TurnEvent);
      // Long enough for a lease to end, not for the conversation.
      if (what === 'wait') world.clock.now += LEASE + 1;
      if (what === 'crash') {
        machine.ended = true;
        machine = { ended: false };
        tabs.forEach(cut);
        for (const execution of executions) if (!execution.ended) start(execution);
      }
    },
    /** Something of what waits happens. */
    async step(): Promise<void> {
      startNew();
      await calm();
      if (s.count() > 0) await s.waitOne();
    },
    /** Everybody tries again until there is nothing left to do. */
    async settle(): Promise<void> {
      const rest = async (): Promise<void> => {
        for (await calm(); s.count() > 0 || started < events.length; await calm()) {
          startNew();
          if (s.count() > 0) await s.waitOne();
        }
      };
      await rest();
      for (const question of sent) if (!question.acknowledged) post(question);
      await rest();
      for (const tab of tabs) if (!tab.connection) connect(tab);
      await rest();
    },
  };
};

test('whatever is sent, cut, resumed and killed when, each question is answered once, in order, and every tab shows it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), actions, async (s, list) => {
      const { world, id, token, tabs, sent, failures, act, step, settle } = await scene(s);
      for (const each of list) {
        act(each);
        for (let count = 0; count < each.steps; count++) await step();
      }
      await settle();
      expect(failures).toEqual([]);
      const { messages, last } = await world.steps.read({ id, token, after: 0 });
      expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: last }, (_, index) => index + 1));
      const finals = messages.flatMap((message) => (message.type === 'final' ? [message] : []));
      expect(finals.map(({ turn }) => turn)).toEqual(sent.map((_, index) => index + 1));
      expect(new Set(finals.map(({ turnId }) => turnId))).toEqual(new Set(sent.map(({ turnId }) => turnId)));
      for (const { turn, turnId, answer } of finals) {
        expect(answer.text).toMatch(` was asked: ${sent.find((each) => each.turnId === turnId)?.text}`);
        const own = messages.filter((message) => 'turn' in message && message.turn === turn);
        const begun = own.findLastIndex(({ type }) => type === 'typing');
        const said = own.slice(begun).map((message) => (message.type === 'part' ? message.text : ''));
        expect(said.join('')).toBe(answer.text);
      }
      for (const { shown } of tabs) expect(shown).toEqual(messages);
    }),
    { numRuns: 150 },
  );
});
