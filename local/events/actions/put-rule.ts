import { length, oneOf } from '../../aws/constraints.ts';
import { checkInput, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Tag } from '../../aws/tag-store.ts';
import { passRole } from '../../iam/pass-role.ts';
import { ruleSettings } from '../rule-settings.ts';
import { ARN, BUS_NAME_OR_ARN, DESCRIPTION, PATTERN, RULE_NAME, TAGS } from '../shapes.ts';
import type { EventBridge } from '../state.ts';

const SHAPE = {
  Name: needed(RULE_NAME),
  ScheduleExpression: text(length(0, 256)),
  EventPattern: PATTERN,
  State: text(oneOf(['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'])),
  Description: DESCRIPTION,
  RoleArn: ARN,
  Tags: TAGS,
  EventBusName: BUS_NAME_OR_ARN,
};

type Input = {
  Name: string;
  ScheduleExpression?: string;
  EventPattern?: string;
  State?: string;
  Description?: string;
  RoleArn?: string;
  Tags?: Tag[];
  EventBusName?: string;
};

/** Makes a rule, or replaces its settings; targets and tags of one that is there stay. */
export const putRule = ({ rules, tags, clock }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS is as ENABLED: there is no CloudTrail here.',
  permissions: ({ Name, EventBusName, RoleArn }: Input) => [
    { action: 'events:PutRule', resource: rules.ruleArn(rules.bus(EventBusName).name, Name) },
    ...passRole(RoleArn, 'events.amazonaws.com'),
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const bus = rules.bus(input.EventBusName);
    const known = rules.findRule(bus.name, input.Name);
    const count = rules.rulesOf(bus.name).length;
    const rule = rules.putRule(ruleSettings(input, { bus, known, count, now: clock.now() }));
    if (!known) tags.keep(rule.arn, input.Tags);
    return { RuleArn: rule.arn };
  },
});
