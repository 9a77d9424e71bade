import type { DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
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
  taken: ({ properties }) => rules.buses().find(({ name }) => name === properties.Name)?.name,
  remove: (_resource, { ref }) => rules.deleteBus(ref),
});

/** Longest rule name. */
const LONGEST_NAME = 64;

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
  create(resource, context) {
    const properties: RuleProperties = resource.properties;
    if (properties.EventPattern === undefined) throw new Error('a rule without an event pattern is not supported');
    const { name, arn } = rules.putRule({
      ...placeOf(rules, resource, context),
      description: properties.Description,
      enabled: properties.State !== 'DISABLED',
      patternText: JSON.stringify(properties.EventPattern),
      pattern: compilePattern(properties.EventPattern),
      targets: (properties.Targets ?? []).map(targetOf),
    });
    return { ref: name, attributes: { Arn: arn } };
  },
  taken(resource, context) {
    const { bus, name } = placeOf(rules, resource, context);
    return rules.rulesOf(bus).find((rule) => rule.name === name)?.name;
  },
  remove(resource, { ref }) {
    const { EventBusName }: RuleProperties = resource.properties;
    rules.deleteRule(rules.bus(EventBusName).name, ref);
  },
});

const placeOf = (rules: Rules, resource: Resource, { physicalName }: DeployContext): { name: string; bus: string } => {
  const { Name, EventBusName }: RuleProperties = resource.properties;
  return { name: Name ?? physicalName(resource, LONGEST_NAME), bus: rules.bus(EventBusName).name };
};
