import { describe, expect, test } from 'vitest';
import { answerOf } from './conversation.ts';
import { openChat, see } from './open.ts';

const { visit } = openChat();

describe('before anything is asked', () => {
  test('it says what it answers from, and offers three questions of the page', async () => {
    const { page, chat } = await visit('/faq/');
    await chat.launcher.click();
    expect(await chat.panel.textContent()).toContain('Answers come from this site only');
    expect(await page.locator('.hello .try button').allTextContents()).toEqual([
      'When can I watch it where I live?',
      'Will all six episodes arrive at once?',
      'Which languages have audio description?',
    ]);
    await chat.photograph('empty-1440');
  });

  test('a press of an example asks it', async () => {
    const { server, chat } = await visit('/faq/');
    await chat.launcher.click();
    await chat.button('Will all six episodes arrive at once?').click();
    await chat.taken();
    expect(server.sent(/POST .*\/turns$/)[0]?.body.text).toBe('Will all six episodes arrive at once?');
    expect(await chat.button('Will all six episodes arrive at once?').isVisible()).toBe(false);
  });
});

describe('a question', () => {
  test('is being sent, was received, is looked up, and is answered with its pages', async () => {
    const { server, page, chat } = await visit();
    server.told.hold = /POST .*\/turns$/;
    await chat.ask('does it have spanish subtitles on day one?');
    const state = page.locator('.turn .how');
    await see(() => state.textContent()).toBe('Sending');
    server.release();
    await see(() => state.textContent()).toBe('Received');
    await chat.taken();
    server.conversation.type();
    await see(() => chat.coming.textContent()).toBe('Looking through the site');
    expect(await state.textContent()).toBe('');
    await chat.photograph('typing-1440');
    server.conversation.answer(
      answerOf(
        'Yes. Spanish captions and Spanish audio description are there from the first day.\n\nIn every country.',
        {
          sources: [
            { path: '/#story', title: 'Story', heading: 'Languages' },
            { path: '/faq/#when-h', title: 'Release dates' },
          ],
          suggestions: [{ do: 'ask', label: 'And in French?', question: 'Are there French captions?' }],
        },
      ),
    );
    await see(() => chat.answers.locator('> p').allTextContents()).toEqual([
      'Answer: Yes. Spanish captions and Spanish audio description are there from the first day.',
      'In every country.',
    ]);
    const chips = chat.answers.locator('.src a');
    expect(await chips.allTextContents()).toEqual(['Story: Languages', 'Release dates']);
    expect(await chips.first().getAttribute('href')).toBe('/#story');
    await chat.photograph('answer-1440');
    await chat.button('And in French?').click();
    await chat.taken(2);
    await see(() => chat.questions.last().textContent()).toBe('Are there French captions?');
    expect(await chat.button('And in French?').isVisible()).toBe(false);
  });

  test('is answered while it is being written, and what was void is written anew', async () => {
    const { server, chat } = await visit('/news/', { reducedMotion: 'no-preference' });
    await chat.ask('who keeps the light?');
    await chat.taken();
    server.conversation.type('Edda Marrow ', 'keeps the ');
    await see(() => chat.coming.locator('p').first().textContent()).toBe('Edda Marrow keeps the');
    server.conversation.type('The ninth');
    await see(() => chat.coming.locator('p').first().textContent()).toBe('The ninth');
    expect(await chat.answers.count()).toBe(0);
    await chat.photograph('streaming-1440');
    server.conversation.answer('The ninth light is kept by Edda Marrow.');
    await see(() => chat.answers.textContent()).toContain('Answer: The ninth light is kept by Edda Marrow.');
    expect(await chat.coming.count()).toBe(0);
  });

  test('is shown as it is kept, where that is without what tells who asked', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('mail me at kit@example.com');
    await see(() => page.locator('.turn .how').textContent()).toBe('Received');
    expect(await chat.questions.textContent()).toBe('mail me at kit@example.com');
    const { turnId } = server.sent(/POST .*\/turns$/)[0]?.body ?? {};
    server.conversation.messages[0] = {
      type: 'accepted',
      seq: 1,
      at: '',
      turn: 1,
      turnId: String(turnId),
      text: 'mail me at […]',
    };
    await page.reload();
    await see(() => chat.questions.textContent()).toBe('mail me at […]');
  });
});

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

describe('a person', () => {
  test('is one press away, is waited for, and answers', async () => {
    const { server, chat } = await visit();
    await chat.ask('my stream stutters');
    await chat.taken();
    await chat.button('Talk to a person').click();
    await see(async () => server.sent(/POST .*\/hand-over$/).length).toBe(1);
    server.conversation.say({
      type: 'hand-over',
      state: 'waiting',
      ticketId: 't1',
      text: 'A person answers within the hour.',
    });
    await see(() => chat.log.textContent()).toContain('A person answers within the hour.');
    expect(await chat.button('A person was asked').isDisabled()).toBe(true);
    await chat.photograph('person-waiting-1440');
    server.conversation.say({
      type: 'hand-over',
      state: 'answered',
      ticketId: 't1',
      text: 'Try the lower quality.\n\nAnouk',
    });
    await see(() => chat.answers.last().textContent()).toBe('A person writes: Try the lower quality.Anouk');
    expect(await chat.button('Talk to a person').isEnabled()).toBe(true);
    await chat.photograph('person-answered-1440');
  });

  test('who does not come in time is said so, and can be asked again', async () => {
    const { server, chat } = await visit();
    await chat.launcher.click();
    await chat.button('Talk to a person').click();
    await chat.taken(0);
    server.conversation.say({
      type: 'hand-over',
      state: 'timed-out',
      ticketId: 't1',
      text: 'Nobody is there until nine.',
    });
    await see(() => chat.log.textContent()).toContain('Nobody is there until nine.');
    expect(await chat.button('Talk to a person').isEnabled()).toBe(true);
  });

  test('who cannot be asked is said so, with the reason', async () => {
    const { server, chat } = await visit();
    await chat.launcher.click();
    server.told.refusals.push({
      match: /hand-over$/,
      refusal: { status: 503, code: 'x', message: 'nobody is on duty' },
    });
    await chat.button('Talk to a person').click();
    await see(() => chat.state.textContent()).toBe('A person could not be asked (nobody is on duty).');
    expect(await chat.button('Talk to a person').isEnabled()).toBe(true);
  });
});

test('a conversation that was closed says so, and the next question opens another', async () => {
  const { server, page, chat } = await visit();
  await chat.ask('when?');
  await chat.taken();
  server.conversation.answer('On 4 December.');
  server.conversation.say({ type: 'closed', reason: 'idle' });
  await see(() => chat.notes.textContent()).toContain('Closed, since nothing was asked for a while.');
  await chat.photograph('closed-1440');
  await chat.ask('and where?');
  await see(async () => server.conversations.length).toBe(2);
  await chat.taken();
  server.conversation.answer('In London.');
  await see(() => chat.answers.count()).toBe(2);
  expect(await page.locator('.judge').count()).toBe(1);
});
