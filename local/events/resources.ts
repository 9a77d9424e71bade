import type { ResourceType } from '../assembly/resource-type.ts';
import { compilePattern } from './pattern/pattern.ts';
import { RETRY_DEFAULTS, type Rules, type Target } from './rules.ts';

type TargetProperties = {
  Id: string;
  Arn: string;
  RoleArn?: string;
  Input?: string;
  InputPath?: string;
  InputTransformer?: { InputPathsMap?: Record<string, string>; InputTemplate: string };
  DeadLetterConfig?: { Arn?: string };
  RetryPolicy?: { MaximumRetryAttempts?: number; MaximumEventAgeInSeconds?: number };
  SqsParameters?: { MessageGroupId?: string };
};
type RuleProperties = {
  Name?: string;
  Description?: string;
  EventBusName?: string;
  EventPattern?: unknown;
  State?: string;
  Targets?: TargetProperties[];
};

const targetOf = (properties: TargetProperties): Target => ({
  id: properties.Id,
  arn: properties.Arn,
  roleArn: properties.RoleArn,
  input: properties.Input,
  inputPath: properties.InputPath,
  inputTransformer: properties.InputTransformer,
  deadLetterArn: properties.DeadLetterConfig?.Arn,
  maximumRetryAttempts: properties.RetryPolicy?.MaximumRetryAttempts ?? RETRY_DEFAULTS.maximumRetryAttempts,
  maximumEventAgeSeconds: properties.RetryPolicy?.MaximumEventAgeInSeconds ?? RETRY_DEFAULTS.maximumEventAgeSeconds,
  messageGroupId: properties.SqsParameters?.MessageGroupId,
});

export const eventBusResource = (rules: Rules): ResourceType => ({
  type: 'AWS::Events::EventBus',
  honoured: ['Name', 'Description'],
  create(resource) {
    const { name, arn } = rules.putBus(
      String(resource.properties.Name),
      resource.properties.Description as string | undefined,
    );
    return { ref: name, attributes: { Arn: arn, Name: name } };
  },
});

const TARGET_PROPERTIES = [
  'Id',
  'Arn',
  'RoleArn',
  'Input',
  'InputPath',
  'InputTransformer',
  'DeadLetterConfig',
  'RetryPolicy',
  'SqsParameters',
];

export const ruleResource = (rules: Rules): ResourceType => ({
  type: 'AWS::Events::Rule',
  honoured: [
    'Name',
    'Description',
    'EventBusName',
    'EventPattern',
    'State',
    ...TARGET_PROPERTIES.map((name) => `Targets.${name}`),
  ],
  create(resource, { physicalName }) {
    const properties: RuleProperties = resource.properties;
    if (properties.EventPattern === undefined) throw new Error('a rule without an event pattern is not supported');
    const { name, arn } = rules.putRule({
      name: properties.Name ?? physicalName(resource, 64),
      bus: rules.bus(properties.EventBusName).name,
      description: properties.Description,
      enabled: properties.State !== 'DISABLED',
      patternText: JSON.stringify(properties.EventPattern),
      pattern: compilePattern(properties.EventPattern),
      targets: (properties.Targets ?? []).map(targetOf),
    });
    return { ref: name, attributes: { Arn: arn } };
  },
});
