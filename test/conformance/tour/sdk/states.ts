import {
  CreateActivityCommand,
  CreateStateMachineCommand,
  DeleteActivityCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetActivityTaskCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

const says = (word: string): string =>
  JSON.stringify({ StartAt: 'Say', States: { Say: { Type: 'Pass', Result: word, End: true } } });

/** Workflows of both types, an activity with its worker, and what became of their executions. */
export const states = async ({ config, roleArn }: Ground): Promise<void> => {
  const client = new SFNClient({ ...config, disableHostPrefix: true });
  const { stateMachineArn } = await client.send(
    new CreateStateMachineCommand({ name: 'tour', roleArn, definition: says('hello') }),
  );
  const run = async (name: string) => {
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, name, input: '{}' }));
    await expect
      .poll(async () => (await client.send(new DescribeExecutionCommand({ executionArn }))).status, { timeout: 60_000 })
      .toBe('SUCCEEDED');
    return client.send(new DescribeExecutionCommand({ executionArn }));
  };
  const first = await run('first');
  expect(first).toMatchObject({ output: '"hello"', input: '{}', redriveStatus: 'NOT_REDRIVABLE' });
  await client.send(new UpdateStateMachineCommand({ stateMachineArn, definition: says('bye') }));
  expect((await run('second')).output).toBe('"bye"');
  expect((await client.send(new DescribeStateMachineCommand({ stateMachineArn }))).definition).toBe(says('bye'));
  const names: (string | undefined)[] = [];
  for await (const { executions = [] } of paginateListExecutions({ client, pageSize: 1 }, { stateMachineArn }))
    names.push(...executions.map(({ name }) => name));
  expect(names).toEqual(['second', 'first']);
  const types: (string | undefined)[] = [];
  const { executionArn } = first;
  for await (const { events = [] } of paginateGetExecutionHistory({ client, pageSize: 2 }, { executionArn }))
    types.push(...events.map(({ type }) => type));
  expect(types).toEqual(['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded']);

  const express = await client.send(
    new CreateStateMachineCommand({ name: 'quick', type: 'EXPRESS', roleArn, definition: says('quick') }),
  );
  const sync = await client.send(new StartSyncExecutionCommand({ stateMachineArn: express.stateMachineArn }));
  expect(sync).toMatchObject({ status: 'SUCCEEDED', output: '"quick"' });

  const { activityArn = '' } = await client.send(new CreateActivityCommand({ name: 'tour' }));
  const definition = JSON.stringify({
    StartAt: 'Ask',
    States: { Ask: { Type: 'Task', Resource: activityArn, End: true } },
  });
  const asking = await client.send(new CreateStateMachineCommand({ name: 'asking', roleArn, definition }));
  const asked = await client.send(
    new StartExecutionCommand({ stateMachineArn: asking.stateMachineArn, input: '"how?"' }),
  );
  const task = await client.send(new GetActivityTaskCommand({ activityArn, workerName: 'ada' }));
  expect(task.input).toBe('"how?"');
  await client.send(new SendTaskSuccessCommand({ taskToken: task.taskToken, output: '"so"' }));
  await expect
    .poll(async () => (await client.send(new DescribeExecutionCommand({ executionArn: asked.executionArn }))).output, {
      timeout: 60_000,
    })
    .toBe('"so"');
  const waits = await client.send(new StartExecutionCommand({ stateMachineArn: asking.stateMachineArn }));
  await client.send(new StopExecutionCommand({ executionArn: waits.executionArn, error: 'Tour', cause: 'it is over' }));
  expect(await client.send(new DescribeExecutionCommand({ executionArn: waits.executionArn }))).toMatchObject({
    status: 'ABORTED',
    error: 'Tour',
  });

  const wrong = await client.send(
    new ValidateStateMachineDefinitionCommand({ definition: '{"StartAt":"None","States":{}}' }),
  );
  expect(wrong.result).toBe('FAIL');
  await expect(
    client.send(new CreateStateMachineCommand({ name: 'wrong', roleArn, definition: '{}' })),
  ).rejects.toMatchObject({ name: 'InvalidDefinition' });
  await expect(
    client.send(new StartExecutionCommand({ stateMachineArn, name: 'first', input: '{"other":1}' })),
  ).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  for (const machine of [stateMachineArn, express.stateMachineArn, asking.stateMachineArn])
    await client.send(new DeleteStateMachineCommand({ stateMachineArn: machine }));
  await client.send(new DeleteActivityCommand({ activityArn }));
  await expect(client.send(new StartExecutionCommand({ stateMachineArn }))).rejects.toMatchObject({
    name: expect.stringMatching(/^StateMachine(DoesNotExist|Deleting)$/),
  });
  client.destroy();
};
