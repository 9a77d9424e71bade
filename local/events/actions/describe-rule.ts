import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Rule } from '../rule.ts';
import { BUS_NAME_OR_ARN, RULE_NAME } from '../shapes.ts';
import type { EventBridge } from '../state.ts';

const SHAPE = { Name: needed(RULE_NAME), EventBusName: BUS_NAME_OR_ARN };

type Input = { Name: string; EventBusName?: string };

/** A rule as the API answers it. */
export const ruleAnswer = ({
  name,
  arn,
  bus,
  description,
  enabled,
  patternText,
  scheduleExpression,
  roleArn,
}: Rule) => ({
  Name: name,
  Arn: arn,
  ...(patternText === undefined ? {} : { EventPattern: patternText }),
  ...(scheduleExpression === undefined ? {} : { ScheduleExpression: scheduleExpression }),
  State: enabled ? 'ENABLED' : 'DISABLED',
  ...(description === undefined ? {} : { Description: description }),
  ...(roleArn === undefined ? {} : { RoleArn: roleArn }),
  EventBusName: bus,
});

/** One rule. */
export const describeRule = ({ rules, accountId }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ EventBusName, Name }: Input) => [
    { action: 'events:DescribeRule', resource: rules.ruleArn(rules.bus(EventBusName).name, Name) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    return { ...ruleAnswer(rules.rule(rules.bus(input.EventBusName).name, input.Name)), CreatedBy: accountId };
  },
});
