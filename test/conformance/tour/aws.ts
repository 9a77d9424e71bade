import { execFile, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ground } from './ground.ts';

/** Whether this machine has the AWS CLI; a tour with it is skipped where it has not. */
export const hasAwsCli = spawnSync('aws', ['--version']).status === 0;

// biome-ignore lint/suspicious/noExplicitAny: what a command prints is looked at by the test that runs it.
export type Printed = Record<string, any>;

export type Aws = {
  /** Runs a command of the AWS CLI, whose words `command` has, with further arguments; answers what it prints, read as JSON. */
  run(command: string, ...more: string[]): Promise<Printed>;
  /** As `run`, for a command that prints text. */
  text(command: string, ...more: string[]): Promise<string>;
  /** Runs a command that must fail; answers what it says. */
  refused(command: string, ...more: string[]): Promise<string>;
};

/** The AWS CLI as its package ships it, led to a runtime by its environment and by nothing else. */
export const awsCli = ({ config }: Ground): Aws => {
  const env = {
    PATH: process.env.PATH,
    HOME: tmpdir(),
    LANG: 'C.UTF-8',
    AWS_CONFIG_FILE: join(tmpdir(), 'no-such-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(tmpdir(), 'no-such-credentials'),
    AWS_ENDPOINT_URL: config.endpoint,
    AWS_ACCESS_KEY_ID: config.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: config.credentials.secretAccessKey,
    AWS_DEFAULT_REGION: config.region,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
    AWS_PAGER: '',
  };
  const call = (command: string, more: readonly string[]) =>
    new Promise<{ failed: boolean; out: string; err: string }>((resolve) => {
      // Version 1 of the CLI reads no endpoint for SQS from its environment.
      const endpoint = command.startsWith('sqs ') ? ['--endpoint-url', config.endpoint] : [];
      const args = [...command.split(' '), ...more, ...endpoint];
      execFile('aws', args, { env, maxBuffer: 2 ** 24 }, (error, out, err) =>
        resolve({ failed: error !== null, out, err }),
      );
    });
  const text = async (command: string, ...more: string[]): Promise<string> => {
    const { failed, out, err } = await call(command, more);
    if (failed) throw new Error(`aws ${command}: ${err.trim()}`);
    return out;
  };
  return {
    text,
    async run(command, ...more) {
      const out = await text(command, '--output', 'json', ...more);
      return (out.trim() === '' ? {} : JSON.parse(out)) as Printed;
    },
    async refused(command, ...more) {
      const { failed, out, err } = await call(command, more);
      if (!failed) throw new Error(`aws ${command} was not refused: ${out}`);
      return err.trim();
    },
  };
};
