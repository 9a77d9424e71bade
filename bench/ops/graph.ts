import type { Page } from 'playwright-core';
import { treeOf } from '../../test/browser/ops/execution-fixture.ts';
import type { GraphPage } from '../../test/browser/ops/graph-page.tsx';
import { serveGraph } from '../../test/browser/ops/graph-server.ts';
import { launchBrowser } from '../../test/browser.ts';
import type { ExecutionTree } from '../../web/ops/history/model.ts';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';

/** Branches of a Parallel, and in each so many Choices between two Tasks that lead to the next: some 1,000 nodes. */
const BRANCHES = 10;
const STEPS = 33;
const SECONDS = 3;
const CHANGES = 20;

type InPage = { graphPage: GraphPage };

const branch = (): unknown => {
  const states: Record<string, unknown> = {};
  for (let step = 0; step < STEPS; step += 1) {
    const next = step + 1 < STEPS ? { Next: `Which${step + 1}` } : { End: true };
    states[`Which${step}`] = {
      Type: 'Choice',
      Choices: [{ Variable: '$.kind', StringEquals: 'image', Next: `Left${step}` }],
      Default: `Right${step}`,
    };
    states[`Left${step}`] = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...next };
    states[`Right${step}`] = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', ...next };
  }
  return { StartAt: 'Which0', States: states };
};

const definition = (): string =>
  JSON.stringify({
    StartAt: 'All',
    States: { All: { Type: 'Parallel', Branches: Array.from({ length: BRANCHES }, branch), End: true } },
  });

/** An execution of which every branch is half through; the first one works or waits there. */
const treeAt = (standing: 'running' | 'waiting'): ExecutionTree => {
  const half = Math.floor(STEPS / 2);
  const within = Array.from({ length: BRANCHES }, (_, number) =>
    Array.from({ length: half }, (_, step) => {
      const works = step + 1 === half ? ({ standing: number === 0 ? standing : 'running' } as const) : {};
      return [
        { path: `All/${number}/Which${step}`, type: 'Choice' },
        { path: `All/${number}/Left${step}`, ...works },
      ];
    }).flat(),
  );
  return treeOf([{ path: 'All', type: 'Parallel', standing: 'running', within }], 'running');
};

/** Frames a second while `each` is called every frame. */
const frameRate = (page: Page, isDragged: boolean): Promise<number> =>
  page.evaluate(
    async ([seconds, drags]) => {
      const pane = document.querySelector('.react-flow__pane');
      const mouse = (type: string, x: number, y: number) =>
        new MouseEvent(type, { view: window, bubbles: true, cancelable: true, clientX: x, clientY: y, button: 0 });
      if (drags) pane?.dispatchEvent(mouse('mousedown', 600, 500));
      const begun = performance.now();
      let frames = 0;
      let now = begun;
      while (now - begun < seconds * 1000) {
        now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        frames += 1;
        // There and back, as far as a hand can drag it.
        const away = Math.abs((frames % 240) - 120) * 6;
        if (drags) window.dispatchEvent(mouse('mousemove', 600 + away / 20, 500 - away));
      }
      if (drags) window.dispatchEvent(mouse('mouseup', 600, 500));
      return (frames * 1000) / (now - begun);
    },
    [SECONDS, isDragged] as const,
  );

/** What one change of one state costs: nodes that were rendered, and milliseconds of the page's thread. */
const changes = async (page: Page): Promise<{ nodes: number; milliseconds: number }[]> => {
  const measured: { nodes: number; milliseconds: number }[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    const tree = treeAt(change % 2 === 0 ? 'waiting' : 'running');
    measured.push(
      await page.evaluate((next) => {
        const { graphPage } = globalThis as unknown as InPage;
        graphPage.rendered.length = 0;
        const begun = performance.now();
        graphPage.show?.(next);
        return { nodes: new Set(graphPage.rendered).size, milliseconds: performance.now() - begun };
      }, tree),
    );
  }
  return measured;
};

/** The graph of 1,000 nodes in a browser. */
export const measureGraph = async (): Promise<Figure[]> => {
  const served = await serveGraph(() => ({ definition: definition(), tree: treeAt('running') }));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    await page.goto('about:blank');
    const limit = await frameRate(page, false);
    await page.goto(served.url);
    await page.waitForFunction(() => (globalThis as unknown as InPage).graphPage?.paintedIn > 0, undefined, {
      timeout: 120_000,
    });
    const { laidOutIn, paintedIn } = await page.evaluate(() => {
      const { laidOutIn, paintedIn } = (globalThis as unknown as InPage).graphPage;
      return { laidOutIn, paintedIn };
    });
    const near = await frameRate(page, true);
    await page.getByRole('button', { name: 'Fit' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.react-flow__node').length > 900);
    const changed = await changes(page);
    const far = await frameRate(page, true);
    return [
      { figure: 'layout of 1,000 states, in the worker', value: laidOutIn, unit: 'ms' },
      { figure: 'first paint of 1,000 states', value: paintedIn, unit: 'ms', goal: { atMost: 300 } },
      { figure: 'an empty page', value: limit, unit: 'frames/s' },
      { figure: '1,000 states, moved', value: near, unit: 'frames/s', goal: { atLeast: 50 } },
      { figure: '1,000 states, moved with all in view', value: far, unit: 'frames/s', goal: { atLeast: 50 } },
      {
        figure: 'nodes rendered for a change of one',
        value: median(changed.map(({ nodes }) => nodes)),
        unit: 'nodes',
        goal: { atMost: 1 },
      },
      { figure: 'a change of one state', value: median(changed.map(({ milliseconds }) => milliseconds)), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await served.stop();
  }
};
