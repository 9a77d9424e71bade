import { type Api, openApi } from '../../cli/api.ts';
import { connect } from '../../cli/connection.ts';
import type { Publication } from '../../cli/content/api.ts';
import { seed } from '../../cli/seed/seed.ts';
import type { Bench } from '../figure.ts';
import { memoryOf } from '../process-tree.ts';
import { openAlone } from '../publish/alone-process.ts';
import { type Running, STAGE, start, withDataFolder } from '../running.ts';
import { median } from '../statistics.ts';
import { fillSite } from './large-site.ts';

/** Articles; each has a page in two languages, and the indexes come on top. */
const ARTICLES = 2_500;

/** How often it is looked what became of the rebuild and how much memory everything together takes, in milliseconds. */
const LOOK_EVERY = 500;

/** A rebuild of a large site: pages a second, and whether memory grows while it runs; beside one process that renders and writes the same. */
export const rebuild: Bench = {
  summary: 'rebuild-site of 5,000 pages: pages a second and memory, beside rendering and writing them in one process',
  run: (note) =>
    withDataFolder(async (folder) => {
      const system = await start(folder);
      const connection = await connect({ stage: STAGE, 'aws-port': new URL(system.awsUrl).port });
      await seed.users(connection);
      note(`${ARTICLES} articles are put behind the API`);
      await fillSite(connection, ARTICLES);
      const alone = await openAlone(connection);
      try {
        const api = await openApi(connection, 'admin');
        const { publicationId, seconds, memory } = await run(api, system, note);
        const redone = await alone.redo({ planKey: `plans/${publicationId}/plan.json` });
        const bare = (redone.render + redone.index + redone.routes) / 1000;
        const quarter = Math.floor(memory.length / 4);
        const growth = median(memory.slice(-quarter)) / median(memory.slice(quarter, 2 * quarter));
        return [
          { figure: 'pages', value: redone.pages, unit: 'pages' },
          { figure: 'accepted to live', value: seconds, unit: 's' },
          { figure: 'pages a second', value: redone.pages / seconds, unit: '1/s', goal: { atLeast: 100 } },
          { figure: 'one process alone, pages a second', value: redone.pages / bare, unit: '1/s' },
          { figure: 'accepted to live / alone', value: seconds / bare, unit: '×' },
          { figure: 'memory of all processes, most', value: Math.max(...memory) / 1e6, unit: 'MB' },
          { figure: 'memory, last quarter / second quarter', value: growth, unit: '×', goal: { atMost: 1.2 } },
        ];
      } finally {
        alone.stop();
        await system.stop();
      }
    }),
};

const run = async (api: Api, { pid }: Running, note: (text: string) => void) => {
  const { publicationId } = await api<Publication>('POST', '/content/rebuild', {});
  const from = performance.now();
  const memory: number[] = [];
  for (;;) {
    const { state, problems = [] } = await api<Publication>('GET', `/content/publications/${publicationId}`);
    const seconds = (performance.now() - from) / 1000;
    if (state === 'live') return { publicationId, seconds, memory };
    if (state === 'failed') throw new Error(problems.map(({ message }) => message).join(' '));
    memory.push(memoryOf(pid).reduce((sum, { bytes }) => sum + bytes, 0));
    if (memory.length % 10 === 0) note(`${seconds.toFixed(0)} s: ${((memory.at(-1) ?? 0) / 1e6).toFixed(0)} MB`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
};
