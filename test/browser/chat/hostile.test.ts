import { describe, expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { answerOf } from './conversation.ts';
import { openChat } from './open.ts';

const { visit } = openChat();

const HTML = '<img src=x onerror="document.title=1"><script>document.title=2</script></p></div><b>bold</b> &amp;';
const OVERRIDE = '\u202Edesrever \u2066isolate \u05E9\u05DC\u05D5\u05DD';

describe('what others wrote is text', () => {
  test.each([HTML, OVERRIDE])(
    '%j in a question, an answer, a part, a source, a suggestion and a person’s words',
    async (text) => {
      const { server, page, chat } = await visit();
      const title = await page.title();
      await chat.ask(text);
      await chat.taken();
      await see(() => chat.questions.textContent()).toBe(text);
      server.conversation.type(text);
      await see(() => chat.coming.locator('p').first().textContent()).toBe(text);
      server.conversation.answer(
        answerOf(text, {
          sources: [
            { path: '/faq/', title: text, heading: text },
            { path: 'javascript:document.title=3', title: 'A script' },
            { path: '//elsewhere.example/', title: 'Elsewhere' },
            { path: '/\\elsewhere.example/', title: 'Elsewhere too' },
            { path: '/\t/elsewhere.example/', title: 'Elsewhere as well' },
          ],
          suggestions: [{ do: 'ask', label: text, question: text }],
        }),
      );
      await see(() => chat.answers.count()).toBe(1);
      server.conversation.say({ type: 'hand-over', state: 'waiting', ticketId: 't', text });
      server.conversation.say({ type: 'hand-over', state: 'answered', ticketId: 't', text });
      await see(() => chat.answers.count()).toBe(2);
      expect(await chat.answers.first().locator('> p').textContent()).toBe(`Answer: ${text}`);
      expect(
        await page.locator('.src a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      ).toEqual(['/faq/']);
      expect(await chat.log.locator('img, script, b').count()).toBe(0);
      expect(await page.title()).toBe(title);
      const open = await page.evaluate(
        (needle) => {
          const texts = document.createTreeWalker(document.querySelector('.log') as Element, NodeFilter.SHOW_TEXT);
          const loose: string[] = [];
          for (let at = texts.nextNode(); at; at = texts.nextNode()) {
            if (!at.textContent?.includes(needle) || !at.parentElement) continue;
            const { unicodeBidi } = getComputedStyle(at.parentElement);
            if (!/isolate|plaintext/.test(unicodeBidi)) loose.push(at.parentElement.outerHTML);
          }
          return loose;
        },
        text.slice(0, 8),
      );
      expect(open).toEqual([]);
      await chat.photograph(text === HTML ? 'hostile-markup-1440' : 'hostile-direction-1440');
    },
  );
});

test('an answer from right to left is set from its own side', async () => {
  const { server, chat } = await visit();
  await chat.ask('متى؟');
  await chat.taken();
  server.conversation.answer('في الرابع من ديسمبر.\n\nOn 4 December.');
  await see(() => chat.answers.count()).toBe(1);
  const sides = await chat.answers
    .locator('> p, > p > [dir]')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
  expect(sides).toContain('rtl');
  expect(sides.at(-1)).toBe('ltr');
  await chat.photograph('right-to-left-1440');
});
