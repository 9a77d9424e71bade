import { describe, expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { answerOf } from './conversation.ts';
import { openChat } from './open.ts';

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
