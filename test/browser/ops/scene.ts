import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Console, startConsole } from '../../../cli/console/start-console.ts';
import { openPage, pageOf } from '../../../cli/console/testing.ts';
import type { RoleName } from '../../../cli/console/worker.ts';
import { callFaults } from '../../../cli/faults-client.ts';
import { buildOps } from '../../../infra/build/ops.ts';
import { launchBrowser } from '../../browser.ts';
import { shade } from '../../end-to-end/pictures.ts';
import { type System, startSystem } from '../../end-to-end/system.ts';
import { DESKTOP, looksIn } from '../looked-at.ts';
import { type Trouble, watchedIn } from '../site/visit.ts';
import { MACHINES, type MachineName, makeMachines } from './machines.ts';

export type Scene = {
  system: System;
  browser: Browser;
  /** One execution of each machine, which no test changes. */
  executions: Record<MachineName, string>;
  /** Starts one of a test's own; answers its ARN. */
  start: (name: MachineName) => Promise<string>;
  /** An upload whose first call of a function was refused, and so was retried. */
  upload: { assetId: string; correlationId: string };
};

/** Has the first call of a function refused, once. */
const refuseOnce = async ({ connection, physicalId }: System): Promise<void> => {
  const resource = `arn:aws:lambda:us-east-1:000000000000:function:${physicalId('RecogniseUploadFunction', 'AWS::Lambda::Function')}:live`;
  const fault = {
    Service: 'lambda',
    Operation: 'Invoke',
    Error: 'TooManyRequestsException',
    Resource: resource,
    Times: 1,
  };
  await callFaults(connection, 'AddFault', fault);
};

/** One running system with executions of every standing, and a browser; every visit has a console and a tab of its own. */
export const openScene = () => {
  const scene = {} as Scene;
  const left: (() => Promise<unknown>)[] = [];
  let built = '';

  const start = (role: RoleName): Promise<Console> =>
    startConsole({ connect: async () => scene.system.connection, role, port: 0, build: async () => built });

  /** One console a role, with the cookie of its only link. */
  const shared = new Map<RoleName, Promise<{ console: Console; cookie: string }>>();
  const sharedAs = (role: RoleName): Promise<{ console: Console; cookie: string }> => {
    const opened = async () => {
      const console = await start(role);
      return { console, cookie: (await openPage(console)).cookie };
    };
    const known = shared.get(role) ?? opened();
    shared.set(role, known);
    return known;
  };

  beforeAll(async () => {
    [scene.system, scene.browser, built] = await Promise.all([startSystem(), launchBrowser(), buildOps()]);
    const { console, cookie } = await sharedAs('operator');
    scene.start = await makeMachines(pageOf(console, cookie));
    const begun = MACHINES.map(async (name) => [name, await scene.start(name)] as const);
    scene.executions = Object.fromEntries(await Promise.all(begun)) as Record<MachineName, string>;
    await refuseOnce(scene.system);
    scene.upload = await scene.system.upload('lighthouse.jpg', 'image/jpeg', await shade(3, 320, 200));
  });
  afterEach(async () => {
    for (const leave of left.splice(0).reverse()) await leave();
  });
  afterAll(async () => {
    await scene.browser?.close();
    await scene.system?.stop();
  });

  afterAll(async () => {
    for (const opened of shared.values()) await (await opened).console.close();
  });

  /** A tab. When the test ends, nothing may have been refused by its policy or thrown by its scripts. */
  const tab = async (context: BrowserContext): Promise<Page> => {
    const { page, trouble } = await watchedIn(context);
    left.push(async () => {
      await page.close();
      expect(complaints(trouble)).toEqual([]);
    });
    return page;
  };

  const newContext = () => scene.browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce' });
  let context: Promise<BrowserContext> | undefined;

  /** Opens the console at a path, as somebody who has come by the link before, and whose browser has its files. */
  const visit = async (path: string, { role = 'operator' }: { role?: RoleName } = {}) => {
    context ??= newContext();
    const [page, { console, cookie }] = await Promise.all([tab(await context), sharedAs(role)]);
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url: console.url, httpOnly: true, sameSite: 'Strict' }]);
    await page.goto(console.url + path, { waitUntil: 'load' });
    return { page };
  };

  /** Opens a console of its own by its link. */
  const visitByLink = async (path: string) => {
    const console = await start('operator');
    left.push(() => console.close());
    const context = await newContext();
    left.push(() => context.close());
    const page = await tab(context);
    await page.goto(`${console.url}${path}${new URL(console.link).hash}`, { waitUntil: 'load' });
    return { page, console };
  };
  return { scene, visit, visitByLink };
};

/** What a browser says of a request that did not come through. */
const complaints = ({ said }: Trouble): string[] => said.filter((line) => !/Failed to load resource/.test(line));

/** What the tests of the console are given. */
export type Opened = ReturnType<typeof openScene>;

/** The address of an execution's screen. */
export const executionPath = (arn: string): string => `/executions/${encodeURIComponent(arn)}`;

/** Judges a screen of the console, and photographs it where pictures are asked for. */
export const lookedAt = looksIn('ops');
