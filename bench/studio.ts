import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../cli/demo-users.ts';
import { launchBrowser } from '../test/browser.ts';
import type { Bench, Figure } from './figure.ts';
import { isLive, start, withDataFolder } from './running.ts';
import { median } from './statistics.ts';

/** How often each is done; the first time is the one with the code still to come. */
const ROUNDS = 7;

/** Milliseconds within which every action is answered. */
const LIMIT = 100;

/** The shortest that a browser tells of, in milliseconds; what is quicker counts as this. */
const SHORTEST = 16;

type Watched = { answered: number[] };

/** Has the page note how long each press and each stroke took until the frame that answers it, as the metric INP does. */
const watch = (page: Page): Promise<unknown> =>
  page.addInitScript((durationThreshold) => {
    const seen: number[] = [];
    (window as unknown as Watched).answered = seen;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (entry.interactionId) seen.push(entry.duration);
    }).observe({ type: 'event', durationThreshold } as PerformanceObserverInit);
  }, SHORTEST);

/** Milliseconds that the slowest answer to `act` took. */
const answerTo = async (page: Page, act: () => Promise<unknown>): Promise<number> => {
  await page.evaluate(() => void (window as unknown as Watched).answered.splice(0));
  await act();
  // What is painted is told of a moment later.
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))),
  );
  const seen = await page.evaluate(() => [...(window as unknown as Watched).answered]);
  return Math.max(SHORTEST, ...seen);
};

const link = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Studio' }).getByRole('link', { name: new RegExp(`^${name}`) });

/** What editors do all day, each from where the one before has led; all of it can be done again. */
const actionsOf = (page: Page): readonly [string, () => Promise<unknown>][] => [
  ['the library', () => link(page, 'Library').click()],
  ['pictures alone', () => page.getByRole('button', { name: /^Images/ }).click()],
  ['a file is opened', () => page.getByRole('grid').getByRole('row').first().click()],
  ['its focal point is moved', () => page.getByRole('button', { name: /^Focal point/ }).press('ArrowUp')],
  ['it is closed', () => page.getByRole('button', { name: 'Close details', exact: true }).click()],
  ['the pages', () => link(page, 'Pages').click()],
  ['pages are searched', () => page.getByRole('searchbox').press('n')],
  ['a row further', () => page.getByRole('row').nth(3).press('ArrowDown')],
  ['a page is opened', () => page.getByRole('row').filter({ hasText: 'News article' }).first().click()],
  ['a letter is written', () => page.locator('.form textarea').first().press('End+x')],
  ['it is taken back', () => page.getByRole('button', { name: 'Undo', exact: true }).click()],
  ['languages side by side', () => page.getByRole('button', { name: 'Side by side' }).click()],
  ['the releases', () => link(page, 'Releases').click()],
  ['the questions', () => link(page, 'Questions').click()],
  ['the conversations', () => link(page, 'Chat').click()],
  ['the trash', () => link(page, 'Trash').click()],
];

/** How soon the studio answers what is done, on the demo title. */
export const studio: Bench = {
  summary: 'the studio: from a press or a stroke to the frame that answers it, on the demo title',
  run: (note) =>
    withDataFolder(async (folder) => {
      note('the demo title is seeded');
      const system = await start(folder, { seeds: true });
      await isLive(system.siteUrl);
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
        await watch(page);
        await page.goto(`${system.siteUrl}/studio`);
        await page.getByLabel('User name').fill('editor');
        await page.getByLabel('Password').fill(DEMO_PASSWORD);
        await page.keyboard.press('Enter');
        await link(page, 'Library').waitFor();
        const times = new Map<string, number[]>();
        for (let round = 0; round < ROUNDS; round += 1) {
          note(`round ${round + 1} of ${ROUNDS}`);
          for (const [name, act] of actionsOf(page))
            times.set(name, [...(times.get(name) ?? []), await answerTo(page, act)]);
        }
        const figures: Figure[] = [...times].map(([figure, values]) => ({
          ...{ figure, value: median(values), unit: 'ms', goal: { atMost: LIMIT } },
        }));
        const worst = Math.max(...[...times.values()].flat());
        return [...figures, { figure: 'the slowest of all, once', value: worst, unit: 'ms' }];
      } finally {
        await browser.close();
        await system.stop();
      }
    }),
};
