import { PersonRequested } from '@marquee/events/schemas/person-requested.ts';
import { turnAcceptedExample } from '@marquee/events/schemas/turn-accepted.ts';
import { TurnAnswered } from '@marquee/events/schemas/turn-answered.ts';
import { beforeEach, expect, test } from 'vitest';
import { BeginTurnInput } from '../services/chat/begin-turn/step.ts';
import { ComposeAnswerInput, composeAnswer, UnfoundedAnswerError } from '../services/chat/compose-answer/step.ts';
import { DeliverAnswerInput } from '../services/chat/deliver-answer/step.ts';
import { LEASE } from '../services/chat/settings.ts';
import { TurnLostError } from '../services/chat/stream-parts.ts';
import { startConversation, type Talk } from '../services/chat/testing/conversation.ts';
import { faqOf } from '../services/chat/testing/memory-site.ts';
import { type ChatWorld, chatWorld } from '../services/chat/testing/world.ts';
import { createUnderstandTurn, UnderstandTurnInput } from '../services/chat/understand-turn/step.ts';
import { type Task, type Walked, type World, walk } from './walk.ts';

const QUESTION = 'When does it open?';
const ANSWER = 'It opens on Friday 4 December at 20:00.';
const NOTHING = 'Who wrote the script?';
const SECOND = '00000000-0000-4000-8000-00000000000a';

let world: ChatWorld;
let talk: Talk;
beforeEach(async () => {
  world = chatWorld();
  world.site.publish({ en: [faqOf('when', QUESTION, ANSWER)] });
  talk = await startConversation(world);
});

const eventOf = (turn: number) => {
  const { metadata } = turnAcceptedExample;
  return { 'detail-type': 'TurnAccepted', detail: { metadata, data: { conversationId: talk.id, turn } } };
};

const tasks = (): Record<string, Task> => ({
  BeginTurn: [BeginTurnInput, world.steps.begin],
  UnderstandTurn: [UnderstandTurnInput, createUnderstandTurn(world.deps)],
  ComposeAnswer: [ComposeAnswerInput, composeAnswer],
  DeliverAnswer: [DeliverAnswerInput, world.steps.deliver],
});
const contracts = [TurnAnswered, PersonRequested];

/** The execution that the event of a turn starts; `broken` are tasks that do something else. */
const answerTurn = (turn: number, broken: Record<string, Task[1]> = {}, more: Partial<World> = {}): Promise<Walked> => {
  const known = tasks();
  for (const [name, step] of Object.entries(broken)) known[name] = [known[name]?.[0] ?? expect.fail(name), step];
  return walk('answer-turn', eventOf(turn), { tasks: known, contracts, ...more });
};
const finalOf = async (turn: number) => (await world.table.readTurn(talk.id, turn))?.final;
const fails = (name: string) => () => Promise.reject(Object.assign(new Error('it broke'), { name }));

test('a question goes from step to step to its answer, and at last it is announced', async () => {
  const { correlationId } = await talk.ask(QUESTION);
  const { visited, announced } = await answerTurn(1);
  expect(visited).toEqual([
    ...['ReadEvent', 'BeginTurn', 'WhatIsBegun', 'Understand', 'Compose', 'Deliver'],
    ...['IsAnswered', 'Announce', 'IsPersonWanted', 'IsMoreAsked', 'Answered'],
  ]);
  expect(await finalOf(1)).toMatchObject({ answer: { text: ANSWER, sources: [{ itemId: 'when' }] }, siteVersion: 1 });
  expect(announced).toMatchObject([
    {
      type: 'TurnAnswered',
      metadata: { correlationId, causationId: turnAcceptedExample.metadata.eventId },
      data: { conversationId: talk.id, turn: 1, outcome: 'answer', locale: 'en', siteVersion: 1 },
    },
  ]);
});

test('started twice by one event, it announces the same event again', async () => {
  await talk.ask(QUESTION);
  const first = await answerTurn(1);
  const second = await answerTurn(1);
  expect(second.visited.slice(1)).toEqual([
    ...['BeginTurn', 'WhatIsBegun', 'Announce', 'IsPersonWanted', 'IsMoreAsked', 'Answered'],
  ]);
  expect(second.announced[0].metadata.eventId).toBe(first.announced[0].metadata.eventId);
  expect(second.announced[0].data).toEqual(first.announced[0].data);
});

test('whoever comes first answers what was asked before, and each execution announces its own turn', async () => {
  for (const text of [QUESTION, NOTHING]) await talk.ask(text);
  const later = await answerTurn(2);
  expect(later.visited.filter((state) => state === 'Deliver')).toHaveLength(2);
  expect(later.announced.map(({ data }) => data.turn)).toEqual([2]);
  const earlier = await answerTurn(1);
  expect(earlier.visited).not.toContain('Deliver');
  expect(earlier.announced.map(({ data }) => [data.turn, data.outcome])).toEqual([[1, 'answer']]);
});

test('what is asked meanwhile is answered by the same execution', async () => {
  await talk.ask(QUESTION);
  const more = { onEnter: async (state: string) => void (state === 'Compose' && (await talk.ask(NOTHING, SECOND))) };
  const { announced, end } = await answerTurn(1, {}, more);
  expect([announced.map(({ data }) => [data.turn, data.outcome]), end]).toEqual([
    [
      [1, 'answer'],
      [2, 'unknown'],
    ],
    'Answered',
  ]);
});

test('it waits while another execution has the turn, and takes it over when that has had its time', async () => {
  await talk.ask(QUESTION);
  await world.steps.begin({ conversationId: talk.id, turn: 1, holder: 'another' });
  const onEnter = (state: string): void => {
    if (state === 'WaitForTurn') world.clock.now += LEASE;
  };
  const { visited, end } = await answerTurn(1, {}, { onEnter });
  expect([visited.filter((state) => state === 'WaitForTurn').length, end]).toEqual([1, 'Answered']);
});

test('a turn that is taken away while it is worded, or delivered, is begun again', async () => {
  for (const task of ['ComposeAnswer', 'DeliverAnswer']) {
    const { turn } = await talk.ask(QUESTION);
    const real = tasks()[task]?.[1] ?? expect.fail();
    let tries = 0;
    const lost: Task[1] = async (input) => {
      if (tries++ > 0) return real(input);
      if (task === 'ComposeAnswer') throw new TurnLostError('lost');
      return { outcome: 'lost', locale: 'en', more: false };
    };
    const { visited, end } = await answerTurn(turn, { [task]: lost });
    expect([visited.filter((state) => state === 'BeginTurn').length, end]).toEqual([2, 'Answered']);
  }
});

test('a conversation that its fan has forgotten, before it is begun or after, is let go of without a word', async () => {
  await talk.ask(QUESTION);
  await talk.ask(QUESTION);
  const onEnter = async (state: string): Promise<void> => {
    if (state === 'Deliver') await world.steps.forget(talk.mine);
  };
  for (const visits of ['Deliver', 'WhatIsBegun']) {
    const { visited, announced, end } = await answerTurn(1, {}, { onEnter });
    expect([visited.includes(visits), announced, end]).toEqual([true, [], 'Forgotten']);
  }
});

test.each([
  ['UnderstandTurn', 'Error'],
  ['ComposeAnswer', UnfoundedAnswerError.name],
])('where %s breaks the fan is told, and may ask a person', async (task, error) => {
  await talk.ask(QUESTION);
  const { visited, announced, end } = await answerTurn(1, { [task]: fails(error) });
  expect([visited.includes('DeliverFailure'), end]).toEqual([true, 'Answered']);
  expect(announced[0].data).toMatchObject({ outcome: 'failed', locale: 'en', siteVersion: 0 });
  expect((await finalOf(1))?.answer.suggestions).toMatchObject([{ do: 'person' }]);
});

test.each(['BeginTurn', 'DeliverAnswer'])('where %s breaks the execution fails, and says why', async (task) => {
  await talk.ask(QUESTION);
  const { end, problem, announced } = await answerTurn(1, { [task]: fails('Error') });
  expect([end, announced]).toEqual(['Unanswered', []]);
  expect(problem).toMatch(/^Turn 1 of .* was not answered: Error: it broke$/);
});

test('an answer that cannot be announced fails the execution, after the fan has it', async () => {
  await talk.ask(QUESTION);
  const { end, problem } = await answerTurn(1, {}, { services: { 'events:putEvents': fails('Error') } });
  expect([end, problem]).toEqual(['Unannounced', expect.stringContaining('The fan has the answer to turn 1 of')]);
  expect((await finalOf(1))?.answer.outcome).toBe('answer');
});

test('after two questions without an answer a person is asked for, by an event of the ticket', async () => {
  for (const text of [NOTHING, NOTHING]) await talk.ask(text);
  await answerTurn(1);
  const { announced } = await answerTurn(2);
  const [ticketId] = world.table.tickets.keys();
  expect(announced.map(({ type }) => type)).toEqual(['TurnAnswered', 'PersonRequested']);
  expect(announced[1].data).toEqual({ conversationId: talk.id, ticketId });
});
