import type { DeployContext, Resource, ResourceType } from '../../assembly/resource-type.ts';
import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Tag } from '../../aws/tag-store.ts';
import type { Declared } from '../../declared.ts';
import { withTargets } from '../put-targets.ts';
import type { Bus, Target } from '../rule.ts';
import { ruleSettings } from '../rule-settings.ts';
import { ARN, BUS_NAME_OR_ARN, DESCRIPTION, PATTERN, RULE_NAME, TARGETS } from '../shapes.ts';
import type { EventBridge } from '../state.ts';

type Properties = {
  Name?: string;
  Description?: string;
  EventBusName?: string;
  EventPattern?: unknown;
  ScheduleExpression?: string;
  State?: string;
  RoleArn?: string;
  Targets?: Target[];
  Tags?: Tag[];
};

const SHAPE = {
  Name: needed(RULE_NAME),
  Description: DESCRIPTION,
  EventBusName: BUS_NAME_OR_ARN,
  RoleArn: ARN,
  EventPattern: PATTERN,
  Targets: TARGETS,
};

/** Longest rule name. */
const LONGEST_NAME = 64;

const TARGET_PROPERTIES = [
  ...['Id', 'Arn', 'RoleArn', 'Input', 'InputPath', 'InputTransformer'],
  ...['DeadLetterConfig', 'RetryPolicy', 'SqsParameters'],
];

/** `AWS::Events::Rule`. */
export const ruleType = (bridge: EventBridge, declared: Declared): ResourceType => ({
  type: 'AWS::Events::Rule',
  honoured: [
    ...['Name', 'Description', 'EventBusName', 'EventPattern', 'ScheduleExpression', 'State', 'RoleArn', 'Tags'],
    ...TARGET_PROPERTIES.map((name) => `Targets.${name}`),
  ],
  create(resource, context) {
    const { bus, name, arn } = placeOf(bridge, resource, context);
    declared.declare(arn, resource.properties, () =>
      put(bridge, bus, { ...withNumbers(resource.properties), Name: name }),
    );
    return { ref: bus.name === 'default' ? name : `${bus.name}|${name}`, attributes: { Arn: arn } };
  },
  taken(resource, context) {
    const { bus, name } = placeOf(bridge, resource, context);
    return bridge.rules.findRule(bus.name, name)?.name;
  },
  remove(_resource, { attributes }) {
    const arn = String(attributes.Arn);
    const rule = bridge.rules.byArn(arn);
    if (rule) bridge.rules.removeRule(rule.bus, rule.name);
    bridge.tags.removeAll(arn);
    declared.forget(arn);
  },
});

const put = ({ rules, tags, clock }: EventBridge, bus: Bus, properties: Properties & { Name: string }): void => {
  const { EventPattern, Targets = [], Tags, ...input } = properties;
  const pattern = EventPattern === undefined ? {} : { EventPattern: textOf(EventPattern) };
  checkInput(SHAPE, { ...input, ...pattern, ...(Targets.length > 0 ? { Targets } : {}) });
  const known = rules.findRule(bus.name, input.Name);
  const settings = ruleSettings(
    { ...input, ...pattern },
    { bus, known, count: rules.rulesOf(bus.name).length, now: clock.now() },
  );
  const rule = rules.putRule({ ...settings, targets: withTargets([], Targets, bus.arn) });
  tags.removeAll(rule.arn);
  tags.keep(rule.arn, Tags);
};

const textOf = (pattern: unknown): string => (typeof pattern === 'string' ? pattern : JSON.stringify(pattern));

const placeOf = ({ rules }: EventBridge, resource: Resource, { physicalName }: DeployContext) => {
  const { Name, EventBusName }: Properties = resource.properties;
  const bus = rules.bus(EventBusName);
  const name = Name ?? physicalName(resource, LONGEST_NAME);
  return { bus, name, arn: rules.ruleArn(bus.name, name) };
};

/** Templates may have numbers as text. */
const withNumbers = (properties: Properties): Properties =>
  JSON.parse(JSON.stringify(properties), (key, value) =>
    /^Maximum(RetryAttempts|EventAgeInSeconds)$/.test(key) && typeof value === 'string' ? Number(value) : value,
  ) as Properties;
