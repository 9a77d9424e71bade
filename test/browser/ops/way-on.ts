import { expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { executionPath, lookedAt, type Opened } from './scene.ts';

/** Redrive and rerun, and who may. */
export const wayOnTests = ({ scene, visit }: Opened): void => {
  test('a redrive says what is skipped and what happens again, and runs only the item that failed', async () => {
    const { page } = await visit(executionPath(await scene.start('broken')));
    await page.getByRole('button', { name: 'Redrive …' }).click();
    const dialog = page.getByRole('dialog');
    await see(() => dialog.textContent()).toMatch(
      /1 state that has passed is skipped; of LightLamps the 4 items that succeeded as well/,
    );
    expect(await dialog.locator('.effects').textContent()).toMatch(/LightLamps.*The items that did not succeed go on/);
    await lookedAt(page, 'redrive');
    await dialog.getByRole('button', { name: 'Redrive 1 item' }).click();
    await see(() => dialog.count()).toBe(0);
    await see(() => page.locator('.why').textContent()).toMatch(/LampBrokenError/);
  });

  test('a rerun from a state in the middle takes its variables and an edited input, as a new execution', async () => {
    const { page } = await visit(executionPath(scene.executions.broken));
    await page.getByRole('button', { name: 'Rerun …' }).click();
    const dialog = page.getByRole('dialog');
    await see(() => dialog.getByRole('textbox', { name: 'Variables' }).inputValue()).toMatch(/"broken"/);
    await dialog.getByRole('textbox', { name: 'Input' }).fill('{"broken');
    await see(() => dialog.getByRole('alert').textContent()).toMatch(/The input is not JSON/);
    expect(await dialog.getByRole('button', { name: /^Rerun from/ }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: 'Input' }).fill('{}');
    await dialog.getByRole('textbox', { name: 'Variables' }).fill('{"lamps": ["north", "south"], "colour": "blue"}');
    await lookedAt(page, 'rerun');
    await dialog.getByRole('button', { name: 'Rerun from LightLamps' }).click();
    await see(() => page.locator('h1').textContent()).toMatch(/-again-\w{8}.*Succeeded/s);
    await see(() => page.locator('.states').textContent()).toMatch(/BeginAgain.*LightLamps.*Tell/s);
  });

  test('a reader sees neither', async () => {
    const { page } = await visit(executionPath(scene.executions.broken), { role: 'reader' });
    await see(() => page.locator('.why').textContent()).toMatch(/LampBrokenError/);
    expect(await page.getByRole('button', { name: /Redrive|Rerun|Stop/ }).count()).toBe(0);
  });
};
