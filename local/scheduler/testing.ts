import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicyStatement } from '../aws/principal.ts';
import type { Service } from '../aws/service.ts';
import { VirtualClock } from '../clock.ts';
import { createCloud } from '../cloud.ts';
import { openDatabase } from '../database.ts';
import { deployContext, resource } from '../front-door/harness.ts';
import { createIdentities } from '../iam/identities.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { createScheduler } from './create-scheduler.ts';

export const QUEUE = `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:jobs`;
export const DEAD = `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:dead`;
export const FUNCTION = `arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:work`;
export const MACHINE = `arn:aws:states:${REGION}:${ACCOUNT_ID}:stateMachine:work`;
export const TOPIC = `arn:aws:sns:${REGION}:${ACCOUNT_ID}:news`;
export const BUS = `arn:aws:events:${REGION}:${ACCOUNT_ID}:event-bus/marquee`;
export const ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/scheduler`;
/** A role that Lambda may take on, and Scheduler not. */
export const OTHER_ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/function`;

type Call = { operation: string; input: Record<string, unknown>; at: string };

type Options = {
  folder?: string;
  start?: string;
  /** Throws what a target refuses a call with. */
  refuse?: (call: Call) => void;
  grants?: readonly PolicyStatement[];
  random?: () => number;
};

/** Scheduler on a virtual clock, with targets that write down what reaches them. */
export const openScheduler = ({
  folder = mkdtempSync(join(tmpdir(), 'scheduler-')),
  start = '2026-01-01T00:00:00Z',
  refuse = () => undefined,
  grants = [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  random = () => 0.5,
}: Options = {}) => {
  const clock = new VirtualClock(Date.parse(start));
  const account = { accountId: ACCOUNT_ID, region: REGION };
  const database = openDatabase(join(folder, 'scheduler.sqlite'));
  const identities = createIdentities({ accountId: ACCOUNT_ID, clock });
  for (const [arn, by] of [
    [ROLE, 'scheduler'],
    [OTHER_ROLE, 'lambda'],
  ] as const) {
    const trust = [
      { Effect: 'Allow' as const, Principal: { Service: `${by}.amazonaws.com` }, Action: 'sts:AssumeRole' },
    ];
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    identities.putRole({ arn, name, id: name, trust, managedPolicyArns: [], inline: grants });
  }
  const calls: Call[] = [];
  const target = (
    name: string,
    operation: string,
    resourceOf: (input: Record<string, unknown>) => unknown,
  ): Service => ({
    name,
    operations: {
      [operation]: {
        permissions: (input) => [{ action: `${name}:${operation}`, resource: String(resourceOf(input)) }],
        run(input) {
          const call = { operation, input, at: new Date(clock.now()).toISOString().replace('.000Z', 'Z') };
          calls.push(call);
          refuse(call);
          return {};
        },
      },
    },
  });
  const services: Service[] = [
    target('sqs', 'SendMessage', ({ QueueUrl }) => QueueUrl),
    target('states', 'StartExecution', ({ stateMachineArn }) => stateMachineArn),
    target('lambda', 'Invoke', ({ FunctionName }) => FunctionName),
    target('sns', 'Publish', ({ TopicArn }) => TopicArn),
    target('events', 'PutEvents', () => BUS),
    target('dynamodb', 'PutItem', () => '*'),
  ];
  const cloud = createCloud({ ...account, services: () => services });
  const scheduler = createScheduler({
    database,
    clock,
    ...account,
    cloud: () => cloud,
    assume: (roleArn, groupArn) => identities.assumedBy('scheduler.amazonaws.com', roleArn, 'scheduler', groupArn),
    random,
  });
  services.push(scheduler.service);
  const create = (type: string, id: string, properties: Record<string, unknown>) => {
    const known = scheduler.resourceTypes.find((candidate) => candidate.type === type);
    return known?.create(resource(type, id, properties), deployContext);
  };
  return {
    ...scheduler,
    folder,
    clock,
    calls,
    identities,
    times: (): string[] => calls.map(({ at }) => at),
    /** Calls Scheduler as the owner, in process. */
    call: (operation: string, input: object) => cloud.call('scheduler', operation, input, identities.administrator),
    /** Makes a schedule with a queue as target unless said otherwise. */
    put: (Name: string, ScheduleExpression: string, { Target = {}, ...more }: Record<string, unknown> = {}) =>
      cloud.call(
        'scheduler',
        'CreateSchedule',
        scheduleInput(Name, ScheduleExpression, Target as object, more),
        identities.administrator,
      ),
    /** Makes a resource as a template declares it. */
    make: (id: string, properties: Record<string, unknown>) => create('AWS::Scheduler::Schedule', id, properties),
    makeGroup: (id: string, properties: Record<string, unknown>) =>
      create('AWS::Scheduler::ScheduleGroup', id, properties),
    /** Goes on until a moment. */
    until: (moment: string) => clock.advance(Date.parse(moment) - clock.now()),
    /** Ends it but keeps what is on disk, as for a restart. */
    async leave(): Promise<void> {
      await scheduler.close();
      database.close();
    },
    async close(): Promise<void> {
      await scheduler.close();
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type OpenScheduler = ReturnType<typeof openScheduler>;

/** An input of CreateSchedule. */
export const scheduleInput = (Name: string, ScheduleExpression: string, Target: object = {}, more: object = {}) => ({
  Name,
  ScheduleExpression,
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: { Arn: QUEUE, RoleArn: ROLE, Input: 'x', ...Target },
  ...more,
});
