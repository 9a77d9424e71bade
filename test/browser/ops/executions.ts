import { expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { executionPath, lookedAt, type Opened } from './scene.ts';

const row = (name: string) => `tbody tr:has-text(${JSON.stringify(name)})`;
const rowOf = (arn: string) => `tr[data-arn=${JSON.stringify(arn)}]`;

/** The list of executions, live, searched, filtered, and put right many at a time. */
export const executionsTests = ({ scene, visit, visitByLink }: Opened): void => {
  test('every execution is in the list by its subject, failures first under their cause', async () => {
    const { page } = await visit('/executions');
    await see(() => page.locator(row('lighthouse.jpg')).first().textContent()).toMatch(/process-asset/);
    await see(() => page.locator('tr.group').first().textContent()).toMatch(/in (broken|slow|hostile)/);
    await see(() => page.locator(rowOf(scene.executions.broken)).textContent()).toMatch(
      /Failed.*broken.*States\.|LampBrokenError/s,
    );
    await see(() => page.locator(rowOf(scene.executions.slow)).textContent()).toMatch(/Timed out/);
    await see(() => page.locator(rowOf(scene.executions.refused)).textContent()).toMatch(/Succeeded, caught/);
    await see(() => page.locator(rowOf(scene.executions.waiting)).textContent()).toMatch(/Running.*ForTheTide/s);
    await see(() => page.locator(row('lighthouse.jpg')).first().textContent()).toMatch(/Succeeded, retried.*\$/s);
    await lookedAt(page, 'executions');
  });

  test('filters stand in the address: an id finds what its log has, a status what stands so', async () => {
    const { page } = await visit('/executions');
    await page.getByLabel('Filter executions').fill(`asset:${scene.upload.assetId}`);
    await page.keyboard.press('Enter');
    await see(() => page.locator('tbody tr[data-arn]').count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('q')).toBe(`asset:${scene.upload.assetId}`);
    await page.getByRole('button', { name: /^Failed/ }).click();
    await see(() => page.getByText(/No execution .* matches/).isVisible()).toBe(true);
    await page.goBack();
    await see(() => page.locator('tbody tr[data-arn]').count()).toBe(1);
  });

  test('the durations are drawn on demand, and a stretch that is drawn over becomes the period', async () => {
    const { page } = await visit('/executions');
    await page.getByText('Durations', { exact: true }).click();
    await see(() => page.getByRole('img', { name: /^Durations of/ }).isVisible()).toBe(true);
    await page.getByText('Started', { exact: true }).first().click();
    const box = await page.locator('.chart').boundingBox();
    if (!box) throw new Error('There is no chart.');
    await page.mouse.move(box.x + box.width * 0.9, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.995, box.y + 30, { steps: 4 });
    await page.mouse.up();
    await see(() => new URL(page.url()).searchParams.get('period')).toMatch(/\.\./);
  });

  test('many are redriven at once, after it was said of each what would happen', async () => {
    const slow = await scene.start('slow');
    const { page } = await visit('/executions?group=none');
    await see(() => page.locator(rowOf(slow)).textContent()).toMatch(/Timed out/);
    await page.locator(rowOf(slow)).getByRole('checkbox').check();
    await page.locator(row('lighthouse.jpg')).first().getByRole('checkbox').check();
    await page.getByRole('button', { name: /^Redrive 2/ }).click();
    const dialog = page.getByRole('dialog');
    await see(() => dialog.textContent()).toMatch(
      /Goes on at the state that ended it.*It succeeded: there is nothing to go on with/s,
    );
    await dialog.getByRole('button', { name: 'Redrive 1 of 2' }).click();
    await see(() => dialog.textContent()).toMatch(/Redriven 1 execution/);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await see(() => page.locator(rowOf(slow)).textContent()).toMatch(/Timed out/);
  });

  test('what ran is seen to end without a reload', async () => {
    const waiting = await scene.start('waiting');
    const { page } = await visit('/executions?group=none');
    await see(() => page.locator(rowOf(waiting)).textContent()).toMatch(/Running/);
    const { page: other } = await visit(executionPath(waiting));
    await other.getByRole('button', { name: /^Stop/ }).click();
    await other.getByRole('dialog').getByLabel(/^Why/).fill('The tide is out.');
    await other.getByRole('dialog').getByRole('button', { name: 'Stop 1' }).click();
    await see(() => other.getByRole('dialog').textContent()).toMatch(/Stopped 1 execution/);
    await other.getByRole('button', { name: 'Close' }).click();
    await see(() => other.locator('h1').textContent()).toMatch(/Aborted/);
    await see(() => other.locator('.why').textContent()).toMatch(/The tide is out/);
    await see(() => page.locator(rowOf(waiting)).textContent()).toMatch(/Aborted/);
  });

  test('a reader is offered nothing to do', async () => {
    const { page } = await visit('/executions', { role: 'reader' });
    await see(() => page.locator('tbody tr[data-arn]').count()).toBeGreaterThan(3);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Redrive|Stop|Rerun/ }).count()).toBe(0);
  });

  test('when the console’s server is gone, what is shown stays and says how old it is', async () => {
    const { page, console } = await visitByLink('/executions?group=none');
    await see(() => page.locator('tbody tr[data-arn]').count()).toBeGreaterThan(3);
    await console.close();
    await see(() => page.getByRole('alert').textContent()).toMatch(/The list is as of/);
    expect(await page.locator('tbody tr[data-arn]').count()).toBeGreaterThan(3);
  });

  test('without a session the page says how to come by one', async () => {
    const { page } = await visitByLink('/executions');
    await see(() => page.locator('tbody tr[data-arn]').count()).toBeGreaterThan(3);
    expect(new URL(page.url()).hash).toBe('');
    await page.context().clearCookies();
    await page.reload();
    await see(() => page.locator('h1').textContent()).toBe('This console is opened by its link');
  });

  test('the keyboard leads everywhere: a filter, the next row, an execution, another screen', async () => {
    const { page } = await visit('/executions?group=none');
    await see(() => page.locator('tbody tr[data-arn]').count()).toBeGreaterThan(3);
    await page.keyboard.press('j');
    await see(() => page.evaluate(() => document.activeElement?.closest('td')?.className)).toBe('sub');
    await page.keyboard.press('x');
    await see(() => page.getByText('1 selected').isVisible()).toBe(true);
    await page.keyboard.press('?');
    await see(() => page.getByRole('dialog').textContent()).toMatch(/Go to Stories/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await see(() => page.locator('h1').textContent()).toBe('Stories');
  });
};
