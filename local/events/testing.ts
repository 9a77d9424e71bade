import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsError } from '../aws/error.ts';
import type { PolicyStatement, Principal } from '../aws/principal.ts';
import type { Service } from '../aws/service.ts';
import { VirtualClock } from '../clock.ts';
import { createCloud } from '../cloud.ts';
import { openDatabase } from '../database.ts';
import { deployContext, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import type { Event } from './event.ts';
import { createEventBridge } from './event-bridge.ts';

export const QUEUE = `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:jobs`;
export const DEAD = `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:dead`;
export const MACHINE = `arn:aws:states:${REGION}:${ACCOUNT_ID}:stateMachine:work`;
export const ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/rules`;
export const TOPIC = `arn:aws:sns:${REGION}:${ACCOUNT_ID}:news`;
export const LOG_GROUP = `arn:aws:logs:${REGION}:${ACCOUNT_ID}:log-group:/aws/events/all`;
export const FUNCTION = `arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:work`;

type Call = { operation: string; input: Record<string, unknown>; at: number };

type Options = {
  folder?: string;
  /** Throws what a target refuses a delivery with. */
  refuse?: (call: Call) => void;
  /** What the rules' role may do. */
  grants?: readonly PolicyStatement[];
  /** Whether the rules' role trusts EventBridge. */
  trusted?: boolean;
  /** Whether the policies of functions and queues let EventBridge in. */
  letIn?: (arn: string) => boolean;
};

/** EventBridge on a virtual clock, with targets that write down what reaches them. */
export const openBridge = ({
  folder = mkdtempSync(join(tmpdir(), 'events-')),
  refuse = () => undefined,
  grants = [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  letIn = () => true,
  trusted = true,
}: Options = {}) => {
  const clock = new VirtualClock();
  const account = { accountId: ACCOUNT_ID, region: REGION };
  const database = openDatabase(join(folder, 'events.sqlite'));
  const administrator: Principal = {
    arn: `arn:aws:iam::${ACCOUNT_ID}:user/administrator`,
    accountId: ACCOUNT_ID,
    policies: 'administrator',
  };
  const calls: Call[] = [];
  const deadLetters: { arn: string; body: Event; attributes: Record<string, string> }[] = [];
  const faults = { deadLetter: 0 };
  const bury = ({ QueueUrl, MessageBody, MessageAttributes }: Record<string, unknown>): object => {
    if (faults.deadLetter-- > 0) throw new AwsError('ServiceUnavailable', 'no room', 503);
    const attributes = Object.entries(MessageAttributes as Record<string, { StringValue: string }>);
    deadLetters.push({
      arn: String(QueueUrl),
      body: JSON.parse(String(MessageBody)),
      attributes: Object.fromEntries(attributes.map(([name, { StringValue }]) => [name, StringValue])),
    });
    return {};
  };
  const target = (
    name: string,
    operation: string,
    resourceOf: (input: Record<string, unknown>) => unknown,
  ): Service => ({
    name,
    policyOf: (arn) =>
      letIn(arn)
        ? [{ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: '*', Resource: '*' }]
        : [],
    operations: {
      [operation]: {
        permissions: (input) => [{ action: `${name}:${operation}`, resource: String(resourceOf(input)) }],
        run(input) {
          if (input.QueueUrl === DEAD) return bury(input);
          const call = { operation, input, at: clock.now() };
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
    target('logs', 'CreateLogStream', () => LOG_GROUP),
  ];
  const logs = services.at(-1);
  if (logs) Object.assign(logs.operations, target('logs', 'PutLogEvents', () => LOG_GROUP).operations);
  const cloud = createCloud({ ...account, services: () => services });
  const events: Event[] = [];
  const bridge = createEventBridge({
    database,
    clock,
    ...account,
    cloud: () => cloud,
    principalOf: (roleArn) => {
      if (!trusted) throw new AwsError('AccessDenied', `The role ${roleArn} does not trust events.amazonaws.com.`, 403);
      return { arn: roleArn, accountId: ACCOUNT_ID, roleArn, policies: grants };
    },
    onEvent: (event) => events.push(event),
  });
  services.push(bridge.service);
  return {
    ...bridge,
    folder,
    clock,
    cloud,
    administrator,
    calls,
    deadLetters,
    events,
    faults,
    /** Makes a rule, or a bus, as a template declares it. */
    async make(
      type: 'Rule' | 'EventBus' | 'EventBusPolicy' | 'Archive',
      id: string,
      properties: Record<string, unknown>,
    ) {
      const known = bridge.resourceTypes.find((candidate) => candidate.type === `AWS::Events::${type}`);
      return known?.create(resource(`AWS::Events::${type}`, id, properties), deployContext);
    },
    /** Ends it but keeps what is on disk, as for a restart. */
    async leave(): Promise<void> {
      await bridge.close();
      database.close();
    },
    async close(): Promise<void> {
      await bridge.close();
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type Bridge = ReturnType<typeof openBridge>;
