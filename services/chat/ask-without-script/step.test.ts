import { beforeEach, expect, test } from 'vitest';
import { createOpenConversation } from '../open-conversation/step.ts';
import { type ChatWorld, chatWorld, LIMITS, VISITOR } from '../testing/world.ts';
import { AskWithoutScriptInput, createAskWithoutScript } from './step.ts';

const QUESTION = 'When <b>does</b> it open?';

let world: ChatWorld;
let pauses: number;
beforeEach(() => {
  [world, pauses] = [chatWorld(), 0];
});

/** Posts a form; `whileWaiting` is what happens before the page looks again. */
const post = (form: object, whileWaiting: () => Promise<unknown> = async () => {}) => {
  const pause = async (): Promise<void> => {
    pauses += 1;
    await whileWaiting();
  };
  const { open, accept, read } = world.steps;
  const files = { stylesheet: '/site/site.css', icon: '/site/icon.svg' };
  const step = createAskWithoutScript({ files, newId: world.newId, open, accept, read, pause });
  return step(AskWithoutScriptInput.parse(form), VISITOR);
};
const answerAll = async (): Promise<void> => {
  for (const event of world.events.splice(0)) await world.answerTurn(event, 'an execution');
};
/** What the page's form sends back with the next question. */
const hiddenOf = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([field]) => [
      /name="([^"]*)"/.exec(field)?.[1] ?? '',
      /value="([^"]*)"/.exec(field)?.[1] ?? '',
    ]),
  );

test('a question is answered with a page that has it, as text, and its answer', async () => {
  const { status, page } = await post({ question: QUESTION, locale: 'en' }, answerAll);
  expect([status, pauses]).toEqual([200, 1]);
  expect(page).toContain('an execution was asked: When');
  expect(page).not.toContain('<b>does</b>');
  expect(page).not.toMatch(/<script|http-equiv="refresh"/);
});

test('the next question goes on in the same conversation; the same form sent twice asks once', async () => {
  const { page } = await post({ question: QUESTION }, answerAll);
  const form = { ...hiddenOf(page), question: 'And where?' };
  await post(form, answerAll);
  const again = await post(form, answerAll);
  const [row] = [...world.table.rows.values()];
  expect([world.table.rows.size, row?.turns.size]).toEqual([1, 2]);
  expect(again.page).toContain('And where?');
});

test('an answer that takes long is looked for again, by an address', async () => {
  const { page } = await post({ question: QUESTION });
  expect(page).toMatch(/http-equiv="refresh"[^>]*\/chat\/ask\?conversation=/);
  await answerAll();
  const { conversation, token } = hiddenOf(page);
  expect((await post({ conversation, token, locale: 'en' })).page).toContain('an execution was asked: When');
});

test('whoever comes without a question gets the form, and nothing is opened', async () => {
  expect(await post({ question: '  ' })).toMatchObject({ status: 200, page: expect.stringContaining('<form') });
  expect(world.table.rows.size).toBe(0);
});

test('a refusal is a page too, with the reason', async () => {
  const unseen = await post({ question: 'a\u0007b' });
  expect([unseen.status, unseen.page.includes('control character')]).toEqual([400, true]);
  const [conversation] = world.table.rows.keys();
  expect(await post({ conversation, token: 'forged', question: QUESTION })).toMatchObject({ status: 401 });
  world.steps.open = createOpenConversation({
    ...world.deps,
    limits: { ...LIMITS, conversationsOfAddress: { perSecond: 0.1, burst: 1 } },
    takeToken: async () => 7_000,
  });
  expect(await post({ question: QUESTION })).toMatchObject({ status: 429, page: expect.stringContaining('7') });
});

test('what breaks inside is not hidden in a page', async () => {
  world.steps.open = () => Promise.reject(new Error('gone away'));
  await expect(post({ question: QUESTION })).rejects.toThrow('gone away');
});

test('a form may come with nonsense in its hidden fields', () => {
  expect(AskWithoutScriptInput.parse({ locale: '<b>', conversation: 'one', turn: 'one', more: 'x' })).toEqual({
    locale: 'en',
  });
  expect(AskWithoutScriptInput.safeParse({ question: 'a'.repeat(4_001) }).success).toBe(false);
});
