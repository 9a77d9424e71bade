import { test } from 'vitest';
import { see } from '../site/visit.ts';
import { lookedAt, type Opened } from './scene.ts';

/** Stories: the list, one as a graph and as a list. */
export const storiesTests = ({ visit }: Opened): void => {
  test('one correlation id tells what an upload caused, as a graph and as a list, and leads to the execution', async () => {
    const { page } = await visit('/stories');
    await page.locator('.stories a', { hasText: 'lighthouse.jpg' }).click();
    await see(() => page.locator('h1').textContent()).toBe('Somebody uploaded lighthouse.jpg');
    for (const title of ['AssetUploaded', 'process-asset', 'AssetProcessed', /\d+ renditions/])
      await see(() => page.locator('.story-card', { hasText: title }).count()).toBe(1);
    await page.getByRole('button', { name: 'Open process-asset' }).click();
    await see(() => page.locator('.story-parts').textContent()).toMatch(/ClaimUpload/);
    await lookedAt(page, 'story');
    await page.getByText('List', { exact: true }).click();
    await see(() => page.locator('.outline').textContent()).toMatch(/AssetUploaded.*process-asset.*AssetProcessed/s);
    await page.locator('.outline a', { hasText: 'process-asset' }).click();
    await see(() => page.locator('h1').textContent()).toMatch(/lighthouse\.jpg/);
    await see(() => page.locator('nav.story').textContent()).toMatch(/this execution/);
  });

  test('an id that nobody knows is told so', async () => {
    const { page } = await visit('/stories/no-such-id');
    await see(() => page.getByText('Nothing is known of this id').isVisible()).toBe(true);
  });
};
