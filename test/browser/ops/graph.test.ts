import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILD_FOLDER } from '../../../infra/build/folders.ts';
import { workflowDefinitions } from '../../../web/ops/definition/kept-layouts.ts';
import { launchBrowser } from '../../browser.ts';
import { TAKES_PICTURES } from '../pictures.ts';
import { objections, see, watched } from '../site/visit.ts';
import { failedAsset, treeOf } from './execution-fixture.ts';
import type { GraphPage } from './graph-page.tsx';
import { serveGraph } from './graph-server.ts';

const SCREENSHOTS = join(BUILD_FOLDER, 'screenshots', 'ops');
const HOSTILE = '<img src=x onerror=alert(1)> & "quoted" `state`';

type Given = Pick<GraphPage, 'definition' | 'tree'>;

const processed: Given = { definition: workflowDefinitions().get('process-asset.asl.json') ?? '', tree: failedAsset };

/** Two branches, a nested execution, and a state with a name that is not meant well. */
const hostile: Given = {
  definition: JSON.stringify({
    StartAt: 'Both',
    States: {
      Both: {
        Type: 'Parallel',
        Branches: [
          { StartAt: HOSTILE, States: { [HOSTILE]: { Type: 'Task', Resource: HOSTILE, End: true } } },
          { StartAt: 'Right', States: { Right: { Type: 'Wait', Seconds: 3, End: true } } },
        ],
        Catch: [{ ErrorEquals: [HOSTILE], Next: 'Sorry' }],
        Next: 'Child',
      },
      Child: { Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync', End: true },
      Sorry: { Type: 'Fail' },
    },
  }),
  tree: treeOf(
    [
      {
        path: 'Both',
        type: 'Parallel',
        within: [[{ path: `Both/0/${HOSTILE}` }], [{ path: 'Both/1/Right', type: 'Wait' }]],
      },
      { path: 'Child', standing: 'running', attempts: ['running'], child: 'javascript:alert(1)' },
    ],
    'running',
  ),
};

/** A thousand states, one after the other. */
const long: Given = {
  definition: JSON.stringify({
    StartAt: 'S0',
    States: Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [
        `S${index}`,
        { Type: 'Pass', ...(index < 999 ? { Next: `S${index + 1}` } : { End: true }) },
      ]),
    ),
  }),
  tree: treeOf(
    [
      { path: 'S0', type: 'Pass' },
      { path: 'S1', type: 'Pass', standing: 'running' },
    ],
    'running',
  ),
};

let browser: Browser;
let given = processed;
let served: Awaited<ReturnType<typeof serveGraph>>;

beforeAll(async () => {
  await mkdir(SCREENSHOTS, { recursive: true });
  [browser, served] = await Promise.all([launchBrowser(), serveGraph(() => given)]);
});

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const visit = async (of: Given, colorScheme: 'light' | 'dark' = 'light') => {
  given = of;
  const { page, trouble } = await watched(browser, { colorScheme, viewport: { width: 1200, height: 1000 } });
  await page.goto(served.url);
  await see(() => page.locator('.gn').count()).toBeGreaterThan(1);
  await page.evaluate(() => document.fonts.ready);
  return { page, trouble };
};

const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).dataset.path);

const walk = async (page: Page, key: string) => {
  await page.keyboard.press(key);
  return focused(page);
};

describe('the graph of an execution', () => {
  test.each(['light', 'dark'] as const)('is laid out in a worker and drawn under the policy, in %s', async (scheme) => {
    const { page, trouble } = await visit(processed, scheme);
    expect(await page.locator('.gn-timedout .gn-name').textContent()).toBe('MakeBatch');
    expect(await page.locator('.gn-timedout .pip-timedout').count()).toBe(4);
    expect(await page.locator('.ge-caught .ge-label').textContent()).toBe('States.ALL');
    expect(await page.locator('.ge-taken').count()).toBeGreaterThan(14);
    if (TAKES_PICTURES) await page.locator('.graph').screenshot({ path: join(SCREENSHOTS, `graph-${scheme}.png`) });
    expect(await objections(page, {}, '.graph')).toEqual([]);
    expect(trouble.said).toEqual([]);
    await page.context().close();
  });

  test('shows the path of the item that is chosen, and the view stays where it is', async () => {
    const { page } = await visit(processed);
    const where = () => page.locator('.react-flow__viewport').getAttribute('style');
    const before = await where();
    await page.getByRole('radio', { name: 'Item 2, succeeded' }).click();
    await see(() => page.getByRole('button', { name: 'MakeBatch, task, succeeded, 9.2 s' }).count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    await see(() => page.getByRole('radio', { checked: true }).getAttribute('aria-label')).toBe('Item 3, succeeded');
    expect(await where()).toBe(before);
    await page.context().close();
  });

  test('is one stop of the Tab key, and is walked by arrows, Home, E and Enter', async () => {
    const { page } = await visit(processed);
    expect(await page.locator('[data-path][tabindex="0"]').count()).toBe(1);
    await page.locator('[data-path][tabindex="0"]').focus();
    expect(await focused(page)).toBe('/start');
    expect(await walk(page, 'ArrowDown')).toBe('ReadEvent');
    await see(() => walk(page, 'E')).toBe('MakeRenditions');
    expect(await walk(page, 'E')).toBe('MakeRenditions/MakeBatch');
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    expect(ring).toBe('solid');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => (globalThis as unknown as { graphPage: GraphPage }).graphPage.opened)).toEqual([
      'MakeRenditions/MakeBatch',
    ]);
    expect(await page.locator('.gn.is-selected .gn-name').textContent()).toBe('MakeBatch');
    await see(() => walk(page, 'Home')).toBe('/start');
    await page.context().close();
  });

  test('shows branches side by side, and what a hostile name says is text', async () => {
    const { page, trouble } = await visit(hostile);
    expect(await page.locator('.gb').allTextContents()).toEqual(['Branch 1', 'Branch 2']);
    const [left, right] = await Promise.all(
      [HOSTILE, 'Right'].map((name) =>
        page.locator('.gn', { has: page.getByText(name, { exact: true }) }).boundingBox(),
      ),
    );
    expect(left?.y).toBe(right?.y);
    expect(await page.locator('.graph img').count()).toBe(0);
    expect(await page.getByRole('link').getAttribute('href')).toBe('/execution/javascript%3Aalert(1)');
    if (TAKES_PICTURES) await page.locator('.graph').screenshot({ path: join(SCREENSHOTS, 'graph-branches.png') });
    expect(await objections(page, {}, '.graph')).toEqual([]);
    expect(trouble.said).toEqual([]);
    await page.context().close();
  });

  test('of a thousand states has those in view in the page alone, and a change draws one anew', async () => {
    const { page, trouble } = await visit(long);
    expect(await page.locator('.react-flow__node').count()).toBeLessThan(40);
    const rendered = await page.evaluate(
      (next) => {
        const { graphPage } = globalThis as unknown as { graphPage: GraphPage };
        graphPage.rendered.length = 0;
        graphPage.show?.(next);
        return [...new Set(graphPage.rendered)];
      },
      treeOf(
        [
          { path: 'S0', type: 'Pass' },
          { path: 'S1', type: 'Pass', standing: 'waiting' },
        ],
        'running',
      ),
    );
    expect(rendered).toEqual(['S1']);
    await page.locator('.graph').focus();
    expect(await walk(page, 'ArrowDown')).toBe('/start');
    for (let state = 0; state < 40; state += 1) {
      await page.keyboard.press('ArrowDown');
      await see(() => focused(page)).toBe(`S${state}`);
    }
    expect(await page.locator('[data-path="/start"]').count()).toBe(0);
    await page.mouse.move(600, 500);
    await page.mouse.down();
    await page.mouse.move(600, -4000, { steps: 4 });
    await page.mouse.up();
    await see(() => page.locator('[data-path="S39"]').count()).toBe(0);
    await page.locator('.graph').focus();
    await page.keyboard.press('ArrowDown');
    await see(() => focused(page)).toBe('S39');
    expect(trouble.said).toEqual([]);
    await page.context().close();
  });
});
