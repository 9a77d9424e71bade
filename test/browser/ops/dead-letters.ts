import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { lettersIn, type Route, sendLetter, sendText, uploadedEvent } from './letters.ts';
import { HOSTILE } from './machines.ts';
import { lookedAt, type Opened } from './scene.ts';

const letter = (page: Page, text: string) => page.locator('li.letter', { hasText: text });
const text = (page: Page, part: string) => () => page.locator(part).textContent();

/** Dead letters: why they are there, and each way to be rid of them. */
export const deadLettersTests = ({ scene, visit }: Opened): void => {
  /** Leaves the upload of the scene as a letter, under ids that are new. */
  const leave = async (route: Route, count = 1, data: object = {}, reason = 'The role lacks the grant.') => {
    for (let each = 0; each < count; each += 1)
      await sendLetter(
        scene.system,
        route,
        uploadedEvent(scene.system, scene.upload.assetId, randomUUID(), data),
        reason,
      );
  };

  test('a queue that is empty says what belongs there', async () => {
    const { page } = await visit('/dead-letters/event-log-dead-letters');
    await see(text(page, 'main')).toMatch(/Nothing waits here.*comes here with the reason and stays for 14 days/s);
  });

  test('a letter says why it is there and what does not fit; put right by hand it is redriven, and its former text kept', async () => {
    await leave('AssetUploaded', 1, { size: HOSTILE }, HOSTILE);
    const { page } = await visit('/dead-letters/asset-uploaded-dead-letters');
    await letter(page, 'lighthouse.jpg').getByRole('button', { name: 'lighthouse.jpg' }).click();
    await see(text(page, '.letter-body')).toMatch(/NO_PERMISSIONS <img src=x.*process-asset.*asset-uploaded.*186/s);
    await see(text(page, '.letter-body .contract .bad')).toMatch(/data\.size.*<img src=x/s);
    await lookedAt(page, 'dead-letter');
    await page.getByRole('button', { name: 'Edit …' }).click();
    const dialog = page.getByRole('dialog');
    const editor = dialog.getByRole('textbox', { name: 'What the target is to get' });
    const broken = await editor.inputValue();
    await editor.fill(broken.slice(0, -2));
    await see(() => dialog.getByRole('status').first().textContent()).toMatch(/Line \d+, column \d+/);
    await editor.fill(broken.replace(JSON.stringify(HOSTILE), '200'));
    await see(() => dialog.textContent()).toMatch(/It fits its contract/);
    await lookedAt(page, 'dead-letter-edit');
    await dialog.getByRole('button', { name: 'Redrive the edited message' }).click();
    await see(text(page, '.letter-outcome')).toMatch(/Edited, then redriven: execution redrive-.*Succeeded/);
    expect(await lettersIn(scene.system, 'AssetUploaded')).toBe(0);
    await page.reload();
    await see(text(page, '.discarded')).toMatch(/Edited and redriven lighthouse\.jpg.*by operator/s);
    expect(await page.title()).not.toMatch(/taken|^1/);
  });

  test('to a function a letter goes as an invocation that the function has accepted', async () => {
    await leave('AssetChanged');
    const { page } = await visit('/dead-letters/asset-changed-dead-letters');
    await letter(page, 'lighthouse.jpg').getByRole('button', { name: 'Redrive' }).click();
    await see(text(page, '.letter-outcome')).toMatch(/^Accepted by refresh-asset at /);
    expect(await lettersIn(scene.system, 'AssetChanged')).toBe(0);
  });

  test('all of a cause are redriven together, after it was said where they go; what came of each stands beside it', async () => {
    await leave('AssetUploaded', 3);
    const { page } = await visit('/dead-letters/asset-uploaded-dead-letters');
    await see(() => letter(page, 'lighthouse.jpg').count()).toBe(3);
    await page.locator('.letters-head').getByRole('button', { name: 'Redrive all 3 …' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('row').last().textContent()).toMatch(/NO_PERMISSIONS.*3workflow process-asset/s);
    await dialog.getByRole('button', { name: 'Redrive 3' }).click();
    await see(() => page.locator('.letter-outcome', { hasText: /^Redriven: execution .*Succeeded/ }).count()).toBe(3);
    expect(await lettersIn(scene.system, 'AssetUploaded')).toBe(0);
  });

  test('what says not where it was to go is discarded with a reason, which is kept with all of it', async () => {
    await sendText(scene.system, 'AssetRemoved', HOSTILE);
    const { page } = await visit('/dead-letters/asset-removed-dead-letters');
    await letter(page, 'A message').getByRole('button', { name: 'A message' }).click();
    await see(text(page, '.letter')).toMatch(/cannot be redriven from here\. It does not say where it was to go/);
    expect(await page.getByRole('button', { name: /^(Redrive|Edit)/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Discard …' }).click();
    const dialog = page.getByRole('dialog');
    const discard = dialog.getByRole('button', { name: 'Discard 1' });
    await dialog.getByLabel(/^Why/).fill('   ');
    expect(await discard.isDisabled()).toBe(true);
    await dialog.getByLabel(/^Why/).fill('Somebody tried the queue.');
    await dialog.getByLabel(/^Your name/).fill('Night watch');
    await discard.click();
    await see(text(page, '.letter-outcome')).toMatch(/Discarded: Somebody tried the queue\./);
    expect(await lettersIn(scene.system, 'AssetRemoved')).toBe(0);
    await page.reload();
    await see(text(page, '.discarded')).toMatch(/Discarded A message.*Night watch as operator.*Somebody tried/s);
    await page.locator('.discarded summary').click();
    await see(text(page, '.discarded')).toContain('<img src=x onerror=');
  });

  test('a reader sees the letters of all queues and no action', async () => {
    await leave('AssetUploaded', 2);
    await leave('AssetChanged');
    const { page } = await visit('/dead-letters', { role: 'reader' });
    await see(() => letter(page, 'lighthouse.jpg').count()).toBe(3);
    await see(text(page, 'main')).toMatch(/The role of readers only reads/);
    expect(await page.getByRole('button', { name: /Redrive|Edit|Discard/ }).count()).toBe(0);
    await lookedAt(page, 'dead-letters');
  });
};
