import { connect } from '../connection.ts';
import { type Console, startConsole } from '../console/start-console.ts';
import { NoConsoleError, type RoleName, roleArnOf } from '../console/worker.ts';
import { portOf } from '../port.ts';
import { json } from '../print.ts';
import { UsageError } from '../usage.ts';
import type { Values, Verb } from '../verb.ts';

const roleOf = ({ role = 'operator' }: Values): RoleName => {
  if (role !== 'reader' && role !== 'operator')
    throw new UsageError(`--role takes reader or operator, not ${JSON.stringify(role)}.`);
  return role;
};

/** What was asked for wrongly, in words. */
const asUsage = (error: unknown): unknown => {
  const { name, message, code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new UsageError('That port is in use; choose another with --port, or leave it out.');
  return name === 'RangeError' || error instanceof NoConsoleError ? new UsageError(message) : error;
};

const interrupted = (): Promise<unknown> =>
  Promise.race(['SIGINT', 'SIGTERM'].map((signal) => new Promise((resolve) => process.once(signal, resolve))));

export const consoleVerb: Verb = {
  usage: 'console [--role reader|operator] [--port N]',
  summary: 'the operators’ console in a browser, until Ctrl-C; of an account with --profile',
  options: { role: { type: 'string' }, port: { type: 'string' } },
  async run({ values, out }) {
    const role = roleOf(values);
    const connection = await connect(values);
    let opened: Console;
    let roleArn: string;
    try {
      roleArn = roleArnOf(connection, role);
      opened = await startConsole({
        role,
        port: portOf('port', values.port ?? '0'),
        connect: async () => connection,
        build: async () => {
          const { buildOps } = await import('../../infra/build/ops.ts');
          return buildOps();
        },
      });
    } catch (error) {
      throw asUsage(error);
    }
    const [, , , , account, name] = roleArn.split(':');
    const where = connection.local ? 'on this machine' : `in account ${account}`;
    out(
      values.json
        ? json({ link: opened.link, role: roleArn, stage: connection.stage })
        : [
            `console  ${opened.link}`,
            `Stage ${connection.stage} ${where}, as ${name}. The link opens it once; Ctrl-C ends it.`,
          ].join('\n'),
    );
    // The first request tells what went wrong, if anything did.
    opened.warm().catch(() => undefined);
    await interrupted();
    await opened.close();
    return true;
  },
};
