import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openFan } from '../../end-to-end/fan.ts';
import { objections, see } from '../site/visit.ts';
import { HOSTILE } from './machines.ts';
import { executionWith, FLEET, startInsteadOfRebuild, startMachine, TIDE, TOWN } from './more-machines.ts';
import { executionPath, lookedAt, type Opened } from './scene.ts';

const row = (page: Page, panel: string, name: string) =>
  page.getByRole('region', { name: panel }).getByRole('button').filter({ hasText: name });
const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name });
const node = (page: Page, path: string) => page.locator(`.graph-panel [data-path="${path}"]`);
const panel = (page: Page) => page.getByRole('tabpanel');

const lookedAtFromTop = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(() => scrollTo(0, 0));
  await lookedAt(page, name);
};

/** The screen of one execution, of whatever standing. */
export const executionTests = ({ scene, visit }: Opened): void => {
  test('a Map that failed is told in words, in the graph, in time, in the list and in the inspector; so is any item', async () => {
    const { page } = await visit(executionPath(scene.executions.broken));
    await see(() => page.locator('.why').textContent()).toMatch(
      /NoLight .*on item 3.*Of the 4 other items, .*LampBrokenError.*The filament is torn\. Replace the lamp\..*What to do:/s,
    );
    await see(() => node(page, 'LightLamps').getAttribute('aria-label')).toMatch(
      /^LightLamps, map, failed, 5 items, 1 failed, \d+ ms/,
    );
    expect(await page.locator('.graph-panel').getByRole('radio', { checked: true }).getAttribute('aria-label')).toBe(
      'Item 3, failed',
    );
    expect(await row(page, 'Timeline', 'NoLight').count()).toBe(1);
    expect(await row(page, 'All states', 'LightLamps').textContent()).toMatch(/map of 5.*Failed/);
    expect(await page.locator('.inspector h2').textContent()).toBe('NoLight, item 3');
    expect(await panel(page).textContent()).toContain('The filament is torn');
    await lookedAtFromTop(page, 'execution-failed');

    await page.getByRole('radio', { name: 'Item 1, succeeded' }).click();
    await see(() => page.locator('.inspector h2').textContent()).toBe('Light, item 1');
    await tab(page, 'Input').click();
    expect(await panel(page).textContent()).toContain('east');
    expect(await node(page, 'LightLamps/NoLight').getAttribute('aria-label')).toMatch(/not reached/);
  });

  test('what Assign changed stands beside what was there, and the state is marked in the definition', async () => {
    const { page } = await visit(executionPath(scene.executions.broken));
    await row(page, 'All states', 'Prepare').click();
    await tab(page, 'Variables').click();
    expect(await panel(page).textContent()).toMatch(/colour.*amber/s);
    await row(page, 'All states', 'LightLamps').click();
    expect(await panel(page).textContent()).toMatch(/lamps.*north/s);
    await tab(page, 'Definition').click();
    expect(await panel(page).locator('mark').textContent()).toMatch(/^\s*"LightLamps": \{.*"Type": "Map"/s);
  });

  test('each attempt of an upload has its wait, its own log lines, and what Lambda billed for it', async () => {
    const arn = await executionWith(scene.system, 'ProcessAsset', scene.upload.assetId);
    const { page } = await visit(executionPath(arn));
    await row(page, 'All states', 'Recognise').first().click();
    expect(await row(page, 'Timeline', 'Recognise').first().textContent()).toMatch(
      /attempt 1 failed .*, waited .*, attempt 2 succeeded/,
    );
    await see(() => panel(page).textContent()).toMatch(
      /1 of 2Lambda\.TooManyRequestsException.*waited.*2 of 2Succeeded.*MiB.*went on/s,
    );
    await tab(page, 'Log').click();
    await see(() => panel(page).locator('.log').textContent()).toMatch(/billed .*, of which .* to start/);
    const requests = new Set((await panel(page).textContent())?.match(/"function_request_id":"[^"]+"/g));
    expect(requests.size).toBeLessThanOrEqual(1);
    await page.getByText('Attempt 1', { exact: true }).click();
    await see(() => panel(page).textContent()).toMatch(/refused this attempt before its function ran/);
    expect(await page.locator('.facts').textContent()).toMatch(new RegExp(`Asset${scene.upload.assetId.slice(0, 8)}`));
    expect(await objections(page)).toEqual([]);
  });

  test('an error that was caught leads on, as the graph and the list say', async () => {
    const { page } = await visit(executionPath(scene.executions.refused));
    await see(() => row(page, 'All states', 'Read').textContent()).toMatch(
      /2 attempts, caught, went on at Mend.*Caught/,
    );
    await see(() => page.locator('.graph-panel .ge-caught').count()).toBe(1);
  });

  test('what ran out of time says so, and what waits says for what', async () => {
    const { page: slow } = await visit(executionPath(scene.executions.slow));
    await see(() => slow.locator('.why').textContent()).toMatch(/took longer than it may, and was in TooLong then/);
    const { page } = await visit(executionPath(scene.executions.waiting));
    await see(() => node(page, 'Both/1/ForTheTide').getAttribute('aria-label')).toMatch(/^ForTheTide, wait, waiting/);
    expect(await node(page, 'Both/0/Quick').getAttribute('aria-label')).toMatch(/succeeded/);
    expect(await page.locator('.graph-panel .gb').allTextContents()).toEqual(['Branch 1', 'Branch 2']);
  });

  test('an execution that a state started opens in place, and its screen leads back', async () => {
    const { page } = await visit(executionPath(scene.executions.nested));
    await page.getByRole('button', { name: 'Show the execution that Begin started beside the graph' }).click();
    await see(() => page.locator('.child .graph [data-path]').count()).toBeGreaterThan(3);
    expect(await objections(page)).toEqual([]);
    await panel(page).getByRole('link', { name: 'Open its screen' }).click();
    await see(() => page.locator('.crumb').textContent()).toMatch(/remove-asset/);
  });

  test('a distributed Map shows its run: counts, its executions, and the way of the one that failed', async () => {
    const { page } = await visit(executionPath(await startInsteadOfRebuild(scene.system, 'fleet', FLEET)));
    await see(() => node(page, 'Launch').getAttribute('aria-label')).toMatch(/map, succeeded, 5 items, 1 failed/);
    await see(() => node(page, 'Launch/Leak').getAttribute('aria-label')).toMatch(/failed/);
    await row(page, 'All states', 'Launch').click();
    await see(() => panel(page).textContent()).toMatch(/Failed 1Succeeded 4.*At once2.*Failures tolerated1/s);
    await lookedAtFromTop(page, 'execution-map-run');
    await panel(page).getByRole('button', { name: 'Failed 1' }).click();
    await see(() => panel(page).locator('tbody tr').count()).toBe(1);
    await panel(page).locator('tbody a').click();
    await see(() => page.locator('.why').textContent()).toMatch(/BoatLeaksError.*A plank is loose/s);
    await page.waitForTimeout(2000);
    console.log('CRUMB', await page.locator('.crumb').innerHTML());
    await page.getByRole('link', { name: 'A Map of fleet-1' }).click();
    await see(() => row(page, 'All states', 'Launch').count()).toBe(1);
  });

  test('a state that is entered later is seen without a reload, in a graph whose places are made in the page', async () => {
    const { page } = await visit(executionPath(await startMachine(scene.system, 'tide', TIDE)));
    await see(() => node(page, 'ForTheTide').getAttribute('aria-label')).toMatch(/waiting/);
    await see(() => page.locator('h1').textContent()).toMatch(/Succeeded/);
    await see(() => node(page, 'Ashore').getAttribute('aria-label')).toMatch(/succeeded/);
    expect(await row(page, 'All states', 'Ashore').count()).toBe(1);
    await see(() =>
      page
        .getByRole('status')
        .filter({ hasText: /^Succeeded after/ })
        .count(),
    ).toBe(1);
  });

  test('events are filtered by what they tell, and all of them are in the file', async () => {
    const { page } = await visit(executionPath(scene.executions.broken));
    const events = page.getByRole('region', { name: 'Events', exact: true });
    await see(() => events.getByRole('status').textContent()).toMatch(/^\d+ events$/);
    const count = Number.parseInt((await events.getByRole('status').textContent()) ?? '', 10);
    await page.getByLabel('Filter by type, state, error or id').fill('lampbroken');
    await see(() => events.getByRole('status').textContent()).toMatch(new RegExp(`^\\d of ${count} events$`));
    await events.getByRole('button', { name: /Execution failed/ }).click();
    await see(() => events.locator('.json').textContent()).toContain('The filament is torn');
    await page.getByLabel('Filter by type, state, error or id').fill('nothing such');
    await events.getByRole('button', { name: 'Clear the filter' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    const { execution, stateMachine, events: all } = JSON.parse(await readFile(await file.path(), 'utf8'));
    expect([execution.status, all.length]).toEqual(['FAILED', count]);
    expect(JSON.parse(stateMachine.definition).StartAt).toBe('Prepare');
  });

  test('the graph is walked by keyboard, and Enter goes to the inspector', async () => {
    const { page } = await visit(executionPath(scene.executions.broken));
    await see(() => page.locator('.graph-panel [tabindex="0"][data-path]').count()).toBe(1);
    await page.locator('.graph-panel [tabindex="0"][data-path]').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.path)).toBe('Prepare');
    await page.keyboard.press('Enter');
    await see(() => page.locator('.inspector h2').textContent()).toBe('Prepare');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tab');
  });

  test('a definition of hundreds of states is opened group by group, by keyboard as by pointer', async () => {
    const { page } = await visit(executionPath(await startMachine(scene.system, 'town', TOWN)));
    await page.getByRole('button', { name: 'Show what is in Street1' }).click();
    await see(() => node(page, 'Street1/Lamp1-0').count()).toBe(1);
    await node(page, 'Street1').focus();
    await page.keyboard.press('Space');
    await see(() => node(page, 'Street1/Lamp1-0').count()).toBe(0);
    await see(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset.path)).toBe('Street1');
    expect(await node(page, 'Street1').getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Space');
    await see(() => node(page, 'Street1/Lamp1-0').count()).toBe(1);
  });

  test('names, errors and inputs that are meant ill stay text', async () => {
    const { page } = await visit(executionPath(scene.executions.hostile));
    await see(() => page.locator('.why').textContent()).toContain(HOSTILE);
    await row(page, 'All states', HOSTILE.slice(0, 20)).click();
    for (const name of ['Input', 'Definition', 'Error']) {
      await tab(page, name).click();
      await see(() => panel(page).textContent()).toContain('onerror');
    }
    expect(await page.locator('main img, main script, main a[href^="javascript"]').count()).toBe(0);
    expect(await page.title()).toMatch(/^Failed: /);
  });

  test('a turn of the chat is an Express execution, told by its log', async () => {
    const fan = await openFan(scene.system.runtime.siteUrl, {});
    await fan.ask('When does it open?');
    const { page } = await visit('/executions?group=none');
    await page.locator('tr[data-arn*=":express:"] a').first().click();
    await see(() => page.locator('.facts').textContent()).toMatch(/Workflow ?answer-turn.*Conversation/);
    await see(() => page.locator('h1').textContent()).toMatch(/^Turn 1 of conversation.*Succeeded/);
    await see(() => page.locator('.graph-panel .gn-succeeded').count()).toBeGreaterThan(1);
    expect(await page.getByRole('button', { name: /^(Redrive|Rerun|Stop)/ }).count()).toBe(0);
    await fan.hangUp();
  });

  test('a reader is offered nothing that changes anything', async () => {
    const { page } = await visit(executionPath(scene.executions.broken), { role: 'reader' });
    await see(() => page.locator('.why').textContent()).toContain('LampBrokenError');
    expect(await page.getByRole('button', { name: /^(Redrive|Rerun|Stop)/ }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Download' }).count()).toBe(1);
  });
};
