import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PolicyStatement } from '../../aws/principal.ts';
import { VirtualClock } from '../../clock.ts';
import { openDatabase } from '../../database.ts';
import { type Harness, openHarness } from '../../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../../identity.ts';
import { createStates, type States } from '../engine.ts';

const ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/worker`;
let states: States;
let harness: Harness;
beforeEach(async () => {
  const clock = new VirtualClock();
  states = createStates({
    ...{ database: openDatabase(':memory:'), clock, accountId: ACCOUNT_ID, region: REGION },
    cloud: () => harness.cloud,
    principalOf: (arn) => harness.identities.assumedBy('states.amazonaws.com', arn, 'states'),
  });
  harness = await openHarness({ clock, services: () => [states.service] });
});
afterEach(async () => {
  await states.close();
  await harness.close();
});

const role = (arn: string, inline: PolicyStatement[], service = 'states.amazonaws.com'): void => {
  const trust: PolicyStatement[] = [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }];
  harness.identities.putRole({ arn, name: arn.split('/')[1] ?? '', id: 'AROA', trust, managedPolicyArns: [], inline });
};
const allow = (...Action: string[]): PolicyStatement => ({ Effect: 'Allow', Action, Resource: '*' });
const PASS = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
const create = (input: object = {}, principal = harness.identities.administrator) => {
  const whole = { name: 'machine', roleArn: ROLE, definition: JSON.stringify(PASS), ...input };
  return harness.cloud.call('states', 'CreateStateMachine', whole, principal);
};

test('a machine gets a role only that is there and trusts Step Functions', async () => {
  await expect(create()).rejects.toThrow(
    /is authorized to assume the provided role\.\nHint: the role .* does not exist/,
  );
  role(ROLE, [], 'lambda.amazonaws.com');
  await expect(create()).rejects.toMatchObject({ code: 'AccessDeniedException' });
  role(ROLE, []);
  expect(await create()).toHaveProperty('stateMachineArn');
});

test('a machine that logs needs every right to log delivery', async () => {
  const logGroupArn = `arn:aws:logs:${REGION}:${ACCOUNT_ID}:log-group:work:*`;
  const destinations = [{ cloudWatchLogsLogGroup: { logGroupArn } }];
  const loggingConfiguration = { level: 'ALL', destinations };
  role(ROLE, [allow('logs:*LogDelivery', 'logs:ListLogDeliveries', 'logs:PutResourcePolicy')]);
  await expect(create({ loggingConfiguration })).rejects.toThrow(
    'The state machine IAM Role is not authorized to access the Log Destination',
  );
  role(ROLE, [allow('logs:*')]);
  expect(await create({ loggingConfiguration })).toHaveProperty('stateMachineArn');
});

test('a machine that waits for others needs the right to its managed rule', async () => {
  const Resource = 'arn:aws:states:::states:startExecution.sync:2';
  const Parameters = { StateMachineArn: `arn:aws:states:${REGION}:${ACCOUNT_ID}:stateMachine:other` };
  const definition = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Task', Resource, Parameters, End: true } } });
  role(ROLE, [allow('states:*', 'events:PutRule', 'events:PutTargets')]);
  await expect(create({ definition })).rejects.toThrow(`'${ROLE}' is not authorized to create managed-rule.`);
  role(ROLE, [allow('states:*', 'events:*')]);
  expect(await create({ definition })).toHaveProperty('stateMachineArn');
});

test('whoever makes a machine must be allowed to pass it its role', async () => {
  role(ROLE, []);
  const maker = `arn:aws:iam::${ACCOUNT_ID}:role/maker`;
  role(maker, [allow('states:CreateStateMachine')]);
  await expect(create({}, harness.identities.principalOf(maker))).rejects.toThrow(
    `is not authorized to perform: iam:PassRole on resource: ${ROLE}`,
  );
  const Condition = { StringEquals: { 'iam:PassedToService': 'states.amazonaws.com' } };
  role(maker, [allow('states:CreateStateMachine'), { ...allow('iam:PassRole'), Condition }]);
  expect(await create({}, harness.identities.principalOf(maker))).toHaveProperty('stateMachineArn');
});
