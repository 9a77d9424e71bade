import { expect } from 'vitest';
import type { Aws } from '../aws.ts';
import type { Ground } from '../ground.ts';

const DEFINITION = JSON.stringify({ StartAt: 'Say', States: { Say: { Type: 'Pass', Result: 'hello', End: true } } });

/** A workflow: made, run, its history read, its definition judged. */
export const states = async (aws: Aws, { roleArn }: Ground): Promise<void> => {
  const { stateMachineArn } = await aws.run(
    'stepfunctions create-state-machine --name cli --role-arn',
    ...[roleArn, '--definition', DEFINITION],
  );
  const { executionArn } = await aws.run(
    'stepfunctions start-execution --name one --state-machine-arn',
    stateMachineArn,
  );
  const ended = async () => (await aws.run('stepfunctions describe-execution --execution-arn', executionArn)).output;
  await expect.poll(ended, { timeout: 60_000, interval: 500 }).toBe('"hello"');
  const { events } = await aws.run('stepfunctions get-execution-history --page-size 1 --execution-arn', executionArn);
  expect(events).toHaveLength(4);
  const { executions } = await aws.run('stepfunctions list-executions --state-machine-arn', stateMachineArn);
  expect(executions).toMatchObject([{ executionArn, status: 'SUCCEEDED' }]);
  expect(
    await aws.refused('stepfunctions start-execution --name one --input {"a":1} --state-machine-arn', stateMachineArn),
  ).toMatch(/\(ExecutionAlreadyExists\)/);
  await aws.run('stepfunctions delete-state-machine --state-machine-arn', stateMachineArn);
};
