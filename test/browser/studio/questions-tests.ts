import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Fan, openFan } from '../../end-to-end/fan.ts';
import { news } from '../../end-to-end/newsroom.ts';
import { see } from '../site/visit.ts';
import { lookedAt, type Opened } from './scene.ts';

const QUESTION = 'How much does the harbour cost?';
const HOSTILE = '<img src=x onerror=alert(1)> how much does the harbour cost?';

const group = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Without an answer' }).getByRole('button', { name });

/** What fans ask: in vain, again, most; and what a person says to them. */
export const questionsTests = ({ scene, visit }: Opened): void => {
  const fan = (from: string): Promise<Fan> => openFan(() => scene.system.runtime.siteUrl, { from });
  /** Asks, and waits for the answer. */
  const ask = async (who: Fan, text: string): Promise<string> => {
    const { body } = await who.ask(text);
    let answer: string | undefined;
    await see(async () => {
      const messages = await who.read(Number(body.seq));
      const final = messages.find((message) => message.type === 'final');
      answer = final?.type === 'final' ? final.answer.text : undefined;
      return answer;
    }).toBeTruthy();
    return answer ?? '';
  };

  test('what fans ask in vain becomes a page, and the chatbot answers it from there', async () => {
    const { create, publish } = scene.system;
    await create('news', 'harbour', news('The harbour opens'));
    await publish('harbour');
    const page = await visit('/questions');
    await page.getByRole('heading', { name: 'Every question had an answer' }).waitFor();
    await lookedAt(page, 'questions-empty');
    for (const from of ['127.0.0.21', '127.0.0.22']) await ask(await fan(from), QUESTION);
    await ask(await fan('127.0.0.23'), HOSTILE);
    await group(page, QUESTION)
      .getByText(/asked (twice|[23] times)/)
      .waitFor();
    expect(await page.locator('main img[src="x"]').count()).toBe(0);
    await group(page, QUESTION).click();
    const detail = page.getByRole('region', { name: QUESTION });
    await detail.getByText('What a fan is answered now').waitFor();
    await lookedAt(page, 'questions');
    await detail.getByLabel('Answer').fill('It costs £2, paid at the chandlery.');
    await detail.getByRole('button', { name: 'Make a draft page' }).click();
    await detail.getByRole('link', { name: 'Open the page' }).waitFor();
    const { body } = await scene.system.call('GET', '/chat/gaps?state=drafted');
    const [{ itemId }] = body.gaps as [{ itemId: string }];
    await see(async () => (await scene.system.call('GET', `/content/${itemId}`)).status).toBe(200);
    await publish(itemId);
    await detail
      .getByText(/chandlery/)
      .first()
      .waitFor();
    await detail
      .getByText(/of its questions are answered now/)
      .first()
      .waitFor({ timeout: 30_000 });
    expect(await ask(await fan('127.0.0.24'), QUESTION)).toContain('chandlery');
  });

  test('what is asked most, and what fans say of answers, is told', async () => {
    const who = await fan('127.0.0.25');
    await ask(who, QUESTION);
    await who.send('POST', '/turns/1/feedback', { verdict: 'no', reason: 'unclear', note: HOSTILE });
    const page = await visit('/questions?view=most', 'publisher');
    await page
      .getByRole('table')
      .getByRole('row', { name: /How much does the harbour cost\?.*Answered/ })
      .waitFor();
    await lookedAt(page, 'questions-most');
    await page.getByText('Feedback', { exact: true }).click();
    await page.getByText('It is unclear').waitFor();
    expect(await page.locator('main img[src="x"]').count()).toBe(0);
    await lookedAt(page, 'questions-feedback');
  });

  test('a fan who asks for a person reads what somebody replies, in the same conversation', async () => {
    const page = await visit('/chat', 'operator');
    await page.getByRole('heading', { name: 'Chat' }).waitFor();
    const who = await fan('127.0.0.26');
    await ask(who, 'I want to talk to a person');
    await page.getByRole('list', { name: 'Wait for a person' }).getByRole('button').first().click();
    await page.getByRole('link', { name: 'Chat 1 waiting for a person' }).waitFor();
    const talk = page.getByRole('log');
    await talk.getByText('I want to talk to a person').waitFor();
    await lookedAt(page, 'chat');
    await page.getByLabel('Your reply').fill('Here I am. What is it about?');
    await page.keyboard.press('Control+Enter');
    await talk.getByText('Here I am. What is it about?').waitFor();
    await see(async () =>
      (await who.read()).some(
        (message) => message.type === 'hand-over' && message.text === 'Here I am. What is it about?',
      ),
    ).toBe(true);
    await ask(who, 'It is about <b>lamps</b>.');
    await talk.getByText('It is about <b>lamps</b>.').waitFor();
    await page.getByText('Answered', { exact: true }).click();
    await page.getByRole('list', { name: 'Answered' }).getByRole('button').first().waitFor();
  });

  test('the chatbot can be asked as a fan would', async () => {
    const page = await visit('/chat?view=try');
    await page.getByLabel('A fan asks').fill(QUESTION);
    await page.keyboard.press('Enter');
    await page
      .getByRole('log')
      .getByText(/chandlery/)
      .waitFor();
    await lookedAt(page, 'chat-try');
  });
};
