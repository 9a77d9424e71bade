import { describe, expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { answerOf } from './conversation.ts';
import { openChat } from './open.ts';

const { visit } = openChat();

describe('an answer', () => {
  test('asks whether it was right, and thanks for a yes', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.conversation.answer('On 4 December.');
    await see(() => chat.answers.count()).toBe(1);
    expect(await page.locator('.judge').textContent()).toBe('Was this right?YesNo');
    await chat.button('Yes').click();
    await see(() => page.locator('.judge').textContent()).toBe('Thanks. That was passed on.');
    expect(server.sent(/POST .*\/turns\/1\/feedback$/)[0]?.body).toEqual({ verdict: 'yes' });
    await page.reload();
    await see(() => chat.answers.count()).toBe(1);
    expect(await page.locator('.judge').count()).toBe(0);
  });

  test('that was wrong is told why by one word, and what could not be passed on is asked again', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.conversation.answer('On 4 December.');
    await chat.button('No').click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('It is wrong');
    await chat.photograph('feedback-1440');
    server.told.refusals.push({
      match: /feedback/,
      refusal: { status: 500, code: 'broken', message: 'the store is away' },
    });
    await chat.button('It is out of date').click();
    await see(() => page.locator('.judge').textContent()).toContain('could not be passed on (the store is away)');
    await chat.button('No').click();
    await chat.button('It is out of date').click();
    await see(() => page.locator('.judge').textContent()).toBe('Thanks. That was passed on.');
    expect(server.sent(/feedback$/).at(-1)?.body).toEqual({ verdict: 'no', reason: 'out-of-date' });
    await chat.ask('where?');
    await chat.taken(2);
    server.conversation.answer('In London.');
    await chat.button('No').click();
    await chat.button('Something else').click();
    await see(() => page.locator('.judge').last().textContent()).toBe('Thanks. That was passed on.');
    expect(server.sent(/feedback$/).at(-1)?.body).toEqual({ verdict: 'no' });
  });

  test('that needs to know more offers what can be meant', async () => {
    const { server, chat } = await visit();
    await chat.ask('who is she?');
    await chat.taken();
    server.conversation.answer(
      answerOf('Do you mean the keeper, or who plays her?', {
        outcome: 'clarify',
        suggestions: [
          { do: 'ask', label: 'The keeper', question: 'Who is Edda Marrow?' },
          { do: 'ask', label: 'Who plays her', question: 'Who plays Edda Marrow?' },
        ],
      }),
    );
    await see(() => chat.answers.count()).toBe(1);
    await chat.photograph('clarify-1440');
    await chat.button('Who plays her').click();
    await chat.taken(2);
    expect(server.sent(/\/turns$/).at(-1)?.body.text).toBe('Who plays Edda Marrow?');
  });

  test.each(['unknown', 'out-of-scope', 'refused', 'small-talk'] as const)(
    'that is %s is not judged',
    async (outcome) => {
      const { server, page, chat } = await visit();
      await chat.ask('what is the weather?');
      await chat.taken();
      server.conversation.answer(
        answerOf('This site does not say.', { outcome, suggestions: [{ do: 'person', label: 'Ask a person' }] }),
      );
      await see(() => chat.answers.count()).toBe(1);
      expect(await page.locator('.judge').count()).toBe(0);
      expect(await chat.button('Ask a person').isVisible()).toBe(true);
    },
  );

  test('that is sealed can be put aside, and comes when it can be given', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('who dies in episode 3');
    await chat.taken();
    server.conversation.answer(
      answerOf('Episode 3 is sealed until Friday 27 November. Shall this be answered then?', {
        outcome: 'sealed',
        suggestions: [
          { do: 'later', label: 'Yes, answer me on 27 November' },
          { do: 'person', label: 'Talk to a person' },
        ],
      }),
    );
    server.told.refusals.push({ match: /later$/, refusal: { status: 503, code: 'busy', message: 'too much to do' } });
    await chat.button('Yes, answer me on 27 November').click();
    await see(() => chat.answers.textContent()).toContain('It could not be put aside (too much to do).');
    await chat.photograph('sealed-1440');
    await chat.button('Yes, answer me on 27 November').click();
    await see(() => chat.answers.textContent()).toContain('Put aside.');
    expect(server.sent(/POST .*\/turns\/1\/later$/)).toHaveLength(2);
    expect(await chat.button('Yes, answer me on 27 November').count()).toBe(0);
    server.conversation.answer('Nobody dies; the lamp does.', 'made-by-the-server');
    await see(() => chat.answers.last().textContent()).toContain('To a question you put aside:');
    expect(await chat.answers.last().textContent()).toContain('Nobody dies; the lamp does.');
    await page.reload();
    await see(() => chat.answers.count()).toBe(2);
    expect(await chat.button('Yes, answer me on 27 November').count()).toBe(0);
  });

  test('that failed is asked again at a press', async () => {
    const { server, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.conversation.answer(answerOf('The answer could not be made.', { outcome: 'failed' }));
    await see(() => chat.answers.count()).toBe(1);
    await chat.photograph('failed-1440');
    await chat.button('Try again').click();
    await chat.taken(2);
    const [first, second] = server.sent(/\/turns$/);
    expect(second?.body.text).toBe('when?');
    expect(second?.body.turnId).not.toBe(first?.body.turnId);
  });
});
