import type { Operation } from '../../aws/service.ts';
import { parsePattern } from '../pattern/pattern.ts';
import type { Rule, Target } from '../rules.ts';
import type { EventBridge } from '../state.ts';

const describeRule = ({ name, arn, bus, description, enabled, patternText }: Rule): object => ({
  Name: name,
  Arn: arn,
  EventBusName: bus,
  EventPattern: patternText,
  State: enabled ? 'ENABLED' : 'DISABLED',
  ...(description ? { Description: description } : {}),
});

const describeTarget = (target: Target): object => ({
  Id: target.id,
  Arn: target.arn,
  ...(target.roleArn ? { RoleArn: target.roleArn } : {}),
  ...(target.input === undefined ? {} : { Input: target.input }),
  ...(target.inputPath === undefined ? {} : { InputPath: target.inputPath }),
  ...(target.inputTransformer ? { InputTransformer: target.inputTransformer } : {}),
  ...(target.deadLetterArn ? { DeadLetterConfig: { Arn: target.deadLetterArn } } : {}),
  RetryPolicy: {
    MaximumRetryAttempts: target.maximumRetryAttempts,
    MaximumEventAgeInSeconds: target.maximumEventAgeSeconds,
  },
});

type BusInput = { Name?: string; EventBusName?: string; NamePrefix?: string; Rule?: string };

export const listEventBuses = ({ rules }: EventBridge): Operation => ({
  permissions: () => [{ action: 'events:ListEventBuses', resource: '*' }],
  run: () => ({ EventBuses: rules.buses().map(({ name, arn }) => ({ Name: name, Arn: arn })) }),
});

export const describeEventBus = ({ rules }: EventBridge): Operation => ({
  permissions: ({ Name }: BusInput) => [{ action: 'events:DescribeEventBus', resource: rules.bus(Name).arn }],
  run({ Name }: BusInput) {
    const { name, arn, description } = rules.bus(Name);
    return { Name: name, Arn: arn, ...(description ? { Description: description } : {}) };
  },
});

export const listRules = ({ rules }: EventBridge): Operation => ({
  permissions: () => [{ action: 'events:ListRules', resource: '*' }],
  run({ EventBusName, NamePrefix = '' }: BusInput) {
    const found = rules.rulesOf(rules.bus(EventBusName).name).filter(({ name }) => name.startsWith(NamePrefix));
    return { Rules: found.map(describeRule) };
  },
});

export const describeRuleAction = ({ rules }: EventBridge): Operation => ({
  permissions: ({ EventBusName, Name = '' }: BusInput) => [
    { action: 'events:DescribeRule', resource: rules.ruleArn(rules.bus(EventBusName).name, Name) },
  ],
  run: ({ EventBusName, Name = '' }: BusInput) => describeRule(rules.rule(rules.bus(EventBusName).name, Name)),
});

export const listTargetsByRule = ({ rules }: EventBridge): Operation => ({
  permissions: ({ EventBusName, Rule = '' }: BusInput) => [
    { action: 'events:ListTargetsByRule', resource: rules.ruleArn(rules.bus(EventBusName).name, Rule) },
  ],
  run: ({ EventBusName, Rule = '' }: BusInput) => ({
    Targets: rules.rule(rules.bus(EventBusName).name, Rule).targets.map(describeTarget),
  }),
});

export const testEventPattern = (): Operation => ({
  permissions: () => [{ action: 'events:TestEventPattern', resource: '*' }],
  run: ({ EventPattern = '', Event = '' }: { EventPattern?: string; Event?: string }) => ({
    Result: parsePattern(EventPattern)(JSON.parse(Event)),
  }),
});
