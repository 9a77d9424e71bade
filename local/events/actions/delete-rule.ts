import { AwsError } from '../../aws/error.ts';
import { checkInput, needed, truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { BUS_NAME_OR_ARN, RULE_NAME } from '../shapes.ts';
import type { EventBridge } from '../state.ts';

const SHAPE = { Name: needed(RULE_NAME), EventBusName: BUS_NAME_OR_ARN, Force: truth() };

type Input = { Name: string; EventBusName?: string };

/** Deletes a rule that has no targets; one that is not there is no error. */
export const deleteRule = ({ rules, tags }: EventBridge): Operation => ({
  members: ['Name', 'EventBusName'],
  withoutEffect: { Force: 'no rule here is managed by a service' },
  permissions: ({ Name, EventBusName }: Input) => [
    { action: 'events:DeleteRule', resource: rules.ruleArn(rules.bus(EventBusName).name, Name) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const bus = rules.bus(input.EventBusName).name;
    const rule = rules.findRule(bus, input.Name);
    if (!rule) return {};
    if (rule.targets.length > 0)
      throw new AwsError('ValidationException', "Rule can't be deleted since it has targets.", 400);
    rules.removeRule(bus, input.Name);
    tags.removeAll(rule.arn);
    return {};
  },
});
