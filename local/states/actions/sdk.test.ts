import * as sfn from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VirtualClock } from '../../clock.ts';
import { openDatabase } from '../../database.ts';
import { type Harness, openHarness } from '../../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../../identity.ts';
import { createStates, type States } from '../engine.ts';

const roleArn = `arn:aws:iam::${ACCOUNT_ID}:role/workflow`;
const says = (word: string): string =>
  JSON.stringify({ StartAt: 'Say', States: { Say: { Type: 'Pass', Result: word, End: true } } });

let clock: VirtualClock;
let states: States;
let harness: Harness;
let client: sfn.SFNClient;
beforeEach(async () => {
  // SDK clients sign with the machine's time, so the clock starts there.
  clock = new VirtualClock(Date.now());
  states = createStates({
    database: openDatabase(':memory:'),
    clock,
    cloud: () => harness.cloud,
    principalOf: (arn) => harness.identities.principalOf(arn, 'states'),
    accountId: ACCOUNT_ID,
    region: REGION,
  });
  harness = await openHarness({ clock, services: () => [states.service] });
  const role = { arn: roleArn, name: 'workflow', id: 'AROAWORKFLOW', trust: [], managedPolicyArns: [], inline: [] };
  harness.identities.putRole(role);
  client = new sfn.SFNClient({ ...harness.client, disableHostPrefix: true });
});
afterEach(async () => {
  client.destroy();
  await states.close();
  await harness.close();
});

describe("AWS's own client", () => {
  it('tests a state with a mock', async () => {
    const definition = JSON.stringify({
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution',
      Parameters: { 'StateMachineArn.$': '$.machine' },
      Catch: [{ ErrorEquals: ['Busy'], Next: 'Later', ResultPath: '$.error' }],
      End: true,
    });
    const input = '{"machine":"m"}';
    const mock = { errorOutput: { error: 'Busy' } };
    const answer = await client.send(
      new sfn.TestStateCommand({ definition, input, mock, inspectionLevel: sfn.InspectionLevel.DEBUG }),
    );
    expect(answer).toMatchObject({
      status: 'CAUGHT_ERROR',
      error: 'Busy',
      nextState: 'Later',
      output: '{"machine":"m","error":{"Error":"Busy","Cause":null}}',
      inspectionData: { afterParameters: '{"StateMachineArn":"m"}', errorDetails: { catchIndex: 0 } },
    });
    const incomplete = client.send(new sfn.TestStateCommand({ definition, input, mock: { result: '{}' } }));
    await expect(incomplete).rejects.toMatchObject({
      name: 'ValidationException',
      message: "Mock result schema validation error: Required field 'ExecutionArn' is missing",
    });
  });

  it('publishes versions, leads an alias to them, and starts by it', async () => {
    const created = await client.send(
      new sfn.CreateStateMachineCommand({ name: 'greeter', roleArn, definition: says('hello'), publish: true }),
    );
    const { stateMachineArn, stateMachineVersionArn } = created;
    expect(created.creationDate).toEqual(new Date(clock.now()));
    const routingConfiguration = [{ stateMachineVersionArn, weight: 100 }];
    const alias = await client.send(new sfn.CreateStateMachineAliasCommand({ name: 'live', routingConfiguration }));
    await client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn, definition: says('goodbye') }));
    const { executionArn } = await client.send(
      new sfn.StartExecutionCommand({ stateMachineArn: alias.stateMachineAliasArn }),
    );
    await clock.advance(0);
    expect(await client.send(new sfn.DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'SUCCEEDED',
      output: '"hello"',
      stateMachineArn,
      stateMachineVersionArn,
      stateMachineAliasArn: alias.stateMachineAliasArn,
    });
    const deleting = client.send(new sfn.DeleteStateMachineVersionCommand({ stateMachineVersionArn }));
    await expect(deleting).rejects.toBeInstanceOf(sfn.ConflictException);
  });

  it('works for an activity', async () => {
    const { activityArn } = await client.send(new sfn.CreateActivityCommand({ name: 'paint' }));
    const executionArn = await start(activityArn, '{"n":1}');
    const { taskToken, input } = await client.send(new sfn.GetActivityTaskCommand({ activityArn, workerName: 'anna' }));
    expect(input).toBe('{"n":1}');
    await client.send(new sfn.SendTaskHeartbeatCommand({ taskToken }));
    await client.send(new sfn.SendTaskSuccessCommand({ taskToken, output: '"done"' }));
    await clock.advance(0);
    const { events } = await client.send(new sfn.GetExecutionHistoryCommand({ executionArn }));
    expect(events?.map(({ type }) => type)).toEqual([
      ...['ExecutionStarted', 'TaskStateEntered', 'ActivityScheduled', 'ActivityStarted', 'ActivitySucceeded'],
      ...['TaskStateExited', 'ExecutionSucceeded'],
    ]);
    expect(events?.[3]?.activityStartedEventDetails).toEqual({ workerName: 'anna' });
  });

  it('that hangs up while it waits takes no task with it', async () => {
    const { activityArn } = await client.send(new sfn.CreateActivityCommand({ name: 'paint' }));
    const gone = new AbortController();
    const left = client.send(new sfn.GetActivityTaskCommand({ activityArn }), { abortSignal: gone.signal });
    await vi.waitFor(() => expect(clock.next()).toBeDefined());
    gone.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(clock.next()).toBeUndefined());
    await start(activityArn, '{"n":1}');
    const { input } = await client.send(new sfn.GetActivityTaskCommand({ activityArn }));
    expect(input).toBe('{"n":1}');
  });

  it('gets errors of its own classes', async () => {
    const activityArn = `arn:aws:states:${REGION}:${ACCOUNT_ID}:activity:none`;
    await expect(client.send(new sfn.DescribeActivityCommand({ activityArn }))).rejects.toBeInstanceOf(
      sfn.ActivityDoesNotExist,
    );
    const tagging = client.send(new sfn.TagResourceCommand({ resourceArn: activityArn, tags: [] }));
    await expect(tagging).rejects.toBeInstanceOf(sfn.ResourceNotFound);
  });
});

const start = async (activityArn: string | undefined, input: string): Promise<string | undefined> => {
  const work = { Type: 'Task', Resource: activityArn, End: true };
  const definition = JSON.stringify({ StartAt: 'Work', States: { Work: work } });
  const { stateMachineArn } = await client.send(
    new sfn.CreateStateMachineCommand({ name: 'work', roleArn, definition }),
  );
  const { executionArn } = await client.send(new sfn.StartExecutionCommand({ stateMachineArn, input }));
  await clock.advance(0);
  return executionArn;
};
