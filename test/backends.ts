import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Backends } from '../local/backend/endpoints.ts';
import type { Clock } from '../local/clock.ts';
import { startRuntime } from '../local/runtime.ts';

export type OwnServers = { backends: Backends; stop(): Promise<void> };

/**
 * Servers such as a user would put behind the runtime, where `MARQUEE_TEST_BACKENDS` asks for them: `runtime` is a second runtime
 * for S3 and SQS, `dynamodb-local` is AWS's DynamoDB Local from the folder that `MARQUEE_DYNAMODB_LOCAL` names. Undefined by default.
 */
export const startOwnServers = async (
  clock?: Clock,
  kind = process.env.MARQUEE_TEST_BACKENDS,
): Promise<OwnServers | undefined> => {
  if (!kind) return undefined;
  if (kind === 'runtime') return secondRuntime(clock);
  if (kind === 'dynamodb-local') return dynamoDBLocal();
  throw new Error(`MARQUEE_TEST_BACKENDS is runtime or dynamodb-local, not ${kind}.`);
};

const secondRuntime = async (clock: Clock | undefined): Promise<OwnServers> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'marquee-behind-'));
  const runtime = await startRuntime({ dataFolder, awsPort: 0, sitePort: 0, clock, backends: {} });
  return {
    backends: { s3: runtime.awsUrl, sqs: runtime.awsUrl },
    async stop() {
      await runtime.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};

/** How often a server that starts is asked, in milliseconds, and how many times. */
const [ASK_EVERY, ASK_TIMES] = [100, 300];

const dynamoDBLocal = async (): Promise<OwnServers> => {
  const folder = process.env.MARQUEE_DYNAMODB_LOCAL;
  if (!folder) throw new Error('MARQUEE_DYNAMODB_LOCAL names no folder; npm run test:dynamodb-local does.');
  const port = await freePort();
  const args = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', '-inMemory', '-sharedDb'];
  const child = spawn('java', ['-Xmx256m', ...args, '-port', String(port)], { cwd: folder, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const dynamodb = `http://127.0.0.1:${port}`;
  for (let time = 0; ; time++) {
    const answers = await fetch(dynamodb).then(
      () => true,
      () => false,
    );
    if (answers) break;
    if (time === ASK_TIMES || child.exitCode !== null) throw new Error('DynamoDB Local does not start; is Java there?');
    await wait(ASK_EVERY);
  }
  return {
    backends: { dynamodb },
    async stop() {
      process.off('exit', endWithUs);
      child.kill('SIGKILL');
      await ended;
    },
  };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
