import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DamagedDatabaseError } from '../database.ts';

/** A DynamoDB server. `failure` says why it no longer answers. */
export type Server = { endpoint: string; failure(): string | undefined; close(): Promise<void> };

/**
 * Runs the server as a child and waits until its input ends, which it does when this process dies, by whatever signal;
 * then it ends the server. Prints the server's process id first.
 */
const WATCHDOG = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
echo "$server"
{ cat <&3 >/dev/null; kill -9 "$server"; } 2>/dev/null &
killer=$!
wait "$server"
status=$?
# The server's id is free for others now.
kill "$killer" 2>/dev/null
exit "$status"
`;

/** Starts dynoxide, DynamoDB as a native server on SQLite, on a free port of this machine with its data in `folder`. */
export const startDynoxide = async (folder: string): Promise<Server> => {
  const binary = findBinary();
  mkdirSync(folder, { recursive: true });
  const database = join(folder, 'dynamodb.db');
  const pidFile = join(folder, 'dynoxide.pid');
  endStale(pidFile, database);

  const port = await freePort();
  const command = [binary, 'serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', database];
  // A session of its own: Ctrl-C must reach us first, who may still need the tables to close in order.
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'dynoxide', ...command], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let failure: string | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      failure ??= `dynoxide ended with status ${code}: ${output.trim()}`;
      resolve();
    });
  });
  child.stderr?.on('data', (data: Buffer) => {
    output = (output + data.toString()).slice(-2000);
  });
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    writeFileSync(pidFile, await firstLine(child, ended, () => failure));
    await answering(endpoint, () => failure);
  } catch (cause) {
    if (!/not a (database|valid SQLite)|malformed/.test(output)) throw cause;
    throw new DamagedDatabaseError(`${database} is damaged (it is not a database that the server can open).`, {
      cause,
    });
  }
  return {
    endpoint,
    failure: () => failure,
    async close() {
      failure ??= 'dynoxide has been stopped';
      child.stdin?.end();
      await ended;
      rmSync(pidFile, { force: true });
    },
  };
};

/** Terminal: this machine has no DynamoDB server, and none was named. */
export class MissingServerError extends Error {
  override name = 'MissingServerError';
}

const findBinary = (): string => {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`))), 'dynoxide');
  } catch {
    throw new MissingServerError(
      `DynamoDB needs the package ${name}, which is not installed: add it with npm, or set AWS_ENDPOINT_URL_DYNAMODB to a server of your own, such as DynamoDB Local.`,
    );
  }
};

/** Ends a server that an earlier run left behind, and only that: its command line must name our database. */
const endStale = (pidFile: string, database: string): void => {
  const pid = Number(read(pidFile));
  if (!Number.isInteger(pid) || pid <= 1) return;
  if (commandOf(pid).includes(database)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself in the meantime.
    }
  }
  rmSync(pidFile, { force: true });
};

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
};

const commandOf = (pid: number): string => {
  const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  if (command !== '' || process.platform === 'linux') return command;
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
};

/** dynoxide does not tell which port it took, so one is picked for it. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const firstLine = (child: ChildProcess, ended: Promise<void>, failure: () => string | undefined): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (data: Buffer) => {
      text += data.toString();
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
    child.once('error', reject);
    void ended.then(() => reject(new Error(failure())));
  });

/** How often a server that does not answer yet is asked again, in milliseconds, and how many times. */
const ASK_EVERY = 10;
const ASK_TIMES = 1000;

const answering = async (endpoint: string, failure: () => string | undefined): Promise<void> => {
  for (let attempt = 0; attempt < ASK_TIMES; attempt++) {
    try {
      await (await fetch(endpoint)).text();
      return;
    } catch {
      const why = failure();
      if (why) throw new Error(why);
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
    }
  }
  throw new Error(`dynoxide does not answer on ${endpoint}.`);
};
