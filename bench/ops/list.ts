import {
  CreateStateMachineCommand,
  DescribeStateMachineCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Browser, Page } from 'playwright-core';
import { type Connection, connect } from '../../cli/connection.ts';
import { type Console, startConsole } from '../../cli/console/start-console.ts';
import { buildOps } from '../../infra/build/ops.ts';
import { launchBrowser } from '../../test/browser.ts';
import type { Figure } from '../figure.ts';
import { STAGE, start, withDataFolder } from '../running.ts';
import { median } from '../statistics.ts';

const FEW = 100;
const MANY = 100_000;
/** Executions that are started side by side. */
const AT_ONCE = 64;
const VIEWS = 5;
const CHANGES = 7;
const SECONDS = 3;

const PASS = { StartAt: 'Pass', States: { Pass: { Type: 'Pass', End: true } } };
const WAIT = { StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 86_000, End: true } } };

/** A machine that the console lists beside the workflow `filled`, with the role and the log of one of the stage's own. */
const makeMachine = async (client: SFNClient, name: string, definition: object): Promise<string> => {
  const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({}));
  const own = stateMachines.find((machine) => machine.name?.includes('removeasset'))?.stateMachineArn;
  const { roleArn, loggingConfiguration } = await client.send(
    new DescribeStateMachineCommand({ stateMachineArn: own }),
  );
  const create = new CreateStateMachineCommand({
    name: `Rerun-${STAGE}-${name}-00000000`,
    definition: JSON.stringify(definition),
    roleArn,
    loggingConfiguration,
  });
  return (await client.send(create)).stateMachineArn ?? '';
};

const fill = async (client: SFNClient, stateMachineArn: string, from: number, to: number): Promise<void> => {
  let next = from;
  const work = async (): Promise<void> => {
    for (let index = next++; index < to; index = next++)
      await client.send(
        new StartExecutionCommand({ stateMachineArn, name: `filled-${index}`, input: `{"lamp":${index}}` }),
      );
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};

/** The console's files, made once for all. */
let made: Promise<string> | undefined;
const build = (): Promise<string> => {
  made ??= buildOps();
  return made;
};

const open = async (browser: Browser, at: Console, path: string): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(`${at.url}${path}${new URL(at.link).hash}`);
  return page;
};

/** Milliseconds from the address to the first row, each time in a browser that knows nothing. */
const firstViews = async (browser: Browser, connection: Connection): Promise<number> => {
  const times: number[] = [];
  for (let view = 0; view < VIEWS; view += 1) {
    const at = await startConsole({ connect: async () => connection, role: 'operator', port: 0, build });
    await at.warm();
    const begun = performance.now();
    const page = await open(browser, at, '/executions?group=none&period=24h');
    await page.waitForSelector('tbody tr[data-arn]');
    times.push(performance.now() - begun);
    await page.context().close();
    await at.close();
  }
  return median(times);
};

/** Frames a second while the page is scrolled, or while nothing is done. */
const frames = (page: Page, scrolls: boolean): Promise<number> =>
  page.evaluate(
    async ([seconds, moves]) => {
      const begun = performance.now();
      let count = 0;
      let now = begun;
      while (now - begun < seconds * 1000) {
        now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        count += 1;
        if (moves) window.scrollBy(0, 60);
      }
      return (count * 1000) / (now - begun);
    },
    [SECONDS, scrolls] as const,
  );

/** Milliseconds from the call that ends an execution to its end being shown on its screen. */
const changesShown = async (browser: Browser, at: Console, client: SFNClient, machine: string): Promise<number> => {
  const times: number[] = [];
  let page: Page | undefined;
  for (let change = 0; change < CHANGES; change += 1) {
    const { executionArn = '' } = await client.send(
      new StartExecutionCommand({ stateMachineArn: machine, input: '{}' }),
    );
    const path = `/executions/${encodeURIComponent(executionArn)}`;
    if (page) await page.goto(at.url + path);
    else page = await open(browser, at, path);
    await page.waitForSelector('h1 .st-waiting, h1 .st-running');
    const begun = performance.now();
    await client.send(new StopExecutionCommand({ executionArn }));
    await page.waitForSelector('h1 .st-aborted');
    times.push(performance.now() - begun);
  }
  await page?.context().close();
  return median(times);
};

/** The list of executions with few and with many in store, in a browser, and how soon a change is seen. */
export const measureList = (note: (text: string) => void): Promise<Figure[]> =>
  withDataFolder(async (folder) => {
    const running = await start(folder);
    const browser = await launchBrowser();
    try {
      const connection = await connect({ stage: STAGE, 'aws-port': new URL(running.awsUrl).port });
      const client = new SFNClient({ ...connection.client, maxAttempts: 1 });
      const filled = await makeMachine(client, 'filled', PASS);
      await fill(client, filled, 0, FEW);
      note(`a first view of ${FEW} executions`);
      const few = await firstViews(browser, connection);
      note(`starting ${MANY} executions`);
      await fill(client, filled, FEW, MANY);
      note(`a first view of ${MANY} executions`);
      const many = await firstViews(browser, connection);
      const at = await startConsole({ connect: async () => connection, role: 'operator', port: 0, build });
      const page = await open(browser, at, '/executions?group=none&period=24h');
      const begun = performance.now();
      await page.locator('.foot .num', { hasText: MANY.toLocaleString('en-US') }).waitFor({ timeout: 300_000 });
      const loaded = performance.now() - begun;
      const empty = await (await browser.newContext()).newPage();
      const limit = await frames(empty, false);
      await empty.close();
      await page.bringToFront();
      const scrolled = await frames(page, true);
      await page.context().close();
      await at.close();
      note('changes of a state');
      const other = await startConsole({ connect: async () => connection, role: 'operator', port: 0, build });
      const shown = await changesShown(browser, other, client, await makeMachine(client, 'waits', WAIT));
      await other.close();
      client.destroy();
      return [
        { figure: `first view, ${FEW} executions in store`, value: few, unit: 'ms' },
        { figure: `first view, ${MANY} executions in store`, value: many, unit: 'ms' },
        { figure: 'the second beside the first', value: many / few, unit: 'x', goal: { atMost: 1.5 } },
        { figure: `all ${MANY} loaded, behind what is seen`, value: loaded / 1000, unit: 's' },
        { figure: 'an empty page', value: limit, unit: 'frames/s' },
        { figure: `${MANY} executions, scrolled`, value: scrolled, unit: 'frames/s', goal: { atLeast: 50 } },
        { figure: "from a state's change to its display", value: shown, unit: 'ms', goal: { atMost: 1000 } },
      ];
    } finally {
      await browser.close();
      await running.stop();
    }
  });
