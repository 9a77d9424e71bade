import { length } from '../../aws/constraints.ts';
import { checkInput, list, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { keepTargets } from '../put-targets.ts';
import { BUS_NAME_OR_ARN, RULE_NAME, TARGET_ID } from '../shapes.ts';
import type { EventBridge } from '../state.ts';

const SHAPE = { Rule: needed(RULE_NAME), EventBusName: BUS_NAME_OR_ARN, Ids: needed(list(TARGET_ID, length(1, 100))) };

type Input = { Rule: string; EventBusName?: string; Ids: string[] };

/** Takes targets off a rule; each that it has not is told as a failed entry. */
export const removeTargets = ({ rules }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  withoutEffect: { Force: 'no rule here is managed by a service' },
  permissions: ({ Rule, EventBusName }: Input) => [
    { action: 'events:RemoveTargets', resource: rules.ruleArn(rules.bus(EventBusName).name, Rule) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const rule = rules.rule(rules.bus(input.EventBusName).name, input.Rule);
    const known = new Set(rule.targets.map(({ Id }) => Id));
    const FailedEntries = input.Ids.filter((id) => !known.has(id)).map((TargetId) => ({
      TargetId,
      ErrorCode: 'ResourceNotFoundException',
      ErrorMessage: `Rule '${rule.name}' does not have a target with the Id '${TargetId}'.`,
    }));
    const left = rule.targets.filter(({ Id }) => !input.Ids.includes(Id));
    if (left.length < rule.targets.length) keepTargets(rules, rule, left);
    return { FailedEntryCount: FailedEntries.length, FailedEntries };
  },
});
