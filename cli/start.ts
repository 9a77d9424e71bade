import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { emptyDataFolder } from '../local/data-folder.ts';
import { startRuntime } from '../local/runtime.ts';
import { endWithParent } from '../tools/parent.ts';
import { freshAssembly } from './assembly.ts';
import { CONVERSATIONS_FILE } from './chat/kept.ts';
import { startConsoleBeside } from './console/beside.ts';
import { DEMO_PASSWORD, DEMO_USERS } from './demo-users.ts';
import { missingNative } from './native-packages.ts';
import { portOf } from './port.ts';
import { defaultDataFolder, RUNNING_FILE, tellRunning } from './running.ts';
import { startSeeding } from './seed/start-seeding.ts';
import { explain } from './start-errors.ts';
import { createTellFault } from './tell-fault.ts';
import { sentence } from './verbs/fault.ts';
import { readSources } from './watch/sources.ts';

const USAGE = `npm start -- [--port N] [--aws-port N] [--console-port N] [--data DIR] [--stage NAME] [--no-seed] [--watch] [--fresh]

  --port N      site and API (3000); 0 takes a free port
  --aws-port N  the AWS endpoint for every service (4566); 0 takes a free port
  --console-port N
                the operators' console (3001, or a free port where that is taken); 0 takes a free port
  --data DIR    where all state is kept (.marquee, and .marquee/stages/NAME for another stage than dev)
  --stage NAME  the stage whose template runs (dev)
  --no-seed     no demo users, images and site on first run
  --watch       takes up changed code, workflows, pages and infrastructure while it runs
  --fresh       deletes what is kept of the stage before it starts, and says what that is

Several runtimes run side by side where each has its own stage or data folder, and its own ports.`;

const say = (text: string): void => void process.stderr.write(`marquee: ${text}\n`);

/** The file of the data folder that says that the demo title is there. */
const SEEDED = 'seeded';

let dataFolder = '';

const sayDeleted = (names: readonly string[], bytes: number): void =>
  say(`deleting ${(bytes / 1e6).toFixed(1)} MB in ${dataFolder}: ${names.join(', ')}`);

const run = async (): Promise<void> => {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      port: { type: 'string', default: '3000' },
      'aws-port': { type: 'string', default: '4566' },
      'console-port': { type: 'string', default: '3001' },
      data: { type: 'string' },
      stage: { type: 'string', default: 'dev' },
      seed: { type: 'boolean', default: true },
      watch: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(USAGE);
  const [sitePort, awsPort] = [portOf('port', values.port), portOf('aws-port', values['aws-port'])];
  const consolePort = portOf('console-port', values['console-port']);
  dataFolder = resolve(values.data ?? defaultDataFolder(values.stage));
  if (values.fresh) emptyDataFolder(dataFolder, [SEEDED, RUNNING_FILE, CONVERSATIONS_FILE], sayDeleted);
  for (const line of missingNative()) say(line);
  const sources = values.watch ? readSources() : undefined;
  const assemblyFolder = freshAssembly(values.stage, () => say('bundling the Lambdas and synthesizing the template …'));
  const runtime = await startRuntime({
    assemblyFolder,
    dataFolder,
    awsPort,
    sitePort,
    onFault: createTellFault(dataFolder, { say }),
    onFaults: (faults) =>
      say(
        faults.length === 0 ? 'nothing goes wrong on demand any more' : `on demand: ${faults.map(sentence).join('; ')}`,
      ),
  });

  const { awsUrl, siteUrl } = runtime;
  const untell = tellRunning(dataFolder, { pid: process.pid, stage: values.stage, awsUrl, siteUrl });
  const operators = await startConsoleBeside({ stage: values.stage, awsUrl, port: consolePort });
  let stopping = false;
  let watching: Promise<{ close(): Promise<void> }> | undefined;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    say('stopping …');
    void Promise.resolve(watching)
      .then((watched) => watched?.close())
      .then(operators.close)
      .finally(() => runtime.close())
      .then(untell)
      .then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  for (const line of runtime.unsupported) say(`not supported here: ${line}`);
  if (runtime.resumed > 0) say(`going on with ${runtime.resumed} things that the last run left under way`);
  const seeded = join(dataFolder, SEEDED);
  const seeding =
    values.seed && !existsSync(seeded)
      ? startSeeding({ endpoint: awsUrl, stage: values.stage, marker: seeded })
      : undefined;
  await seeding?.users;
  console.log(`console  ${operators.link}`);
  console.log(`studio  ${siteUrl}/studio  as ${DEMO_USERS.join(', ')}, with the password ${DEMO_PASSWORD}`);
  console.log(`ready  site and API ${siteUrl}  AWS endpoint ${awsUrl}`);
  if (sources) {
    // esbuild and what goes with it are loaded by who watches alone.
    const { watch } = await import('./watch/watch.ts');
    watching = watch({ runtime, stage: values.stage, sources, say });
    await watching;
    say('watching the sources');
  }
  seeding?.images
    .then((count) => say(`${count} demo images are on their way: npm run marquee -- assets`))
    .then(() => seeding.items)
    .then((count) => say(`the demo site is live with ${count} new items: ${siteUrl}/ and ${siteUrl}/es/`))
    .catch((error: Error) => stopping || say(error.message));
};

const fail = (error: unknown): never => {
  say(explain(error, dataFolder));
  process.exit(1);
};

endWithParent();
// What a timer or a listener throws, such as where the disk is full: the next start goes on from what is kept.
process.on('uncaughtException', fail);
await run().catch(fail);
