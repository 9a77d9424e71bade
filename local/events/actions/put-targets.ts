import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { passRole } from '../../iam/pass-role.ts';
import { keepTargets, withTargets } from '../put-targets.ts';
import type { Target } from '../rule.ts';
import { BUS_NAME_OR_ARN, RULE_NAME, TARGETS } from '../shapes.ts';
import type { EventBridge } from '../state.ts';

const SHAPE = { Rule: needed(RULE_NAME), EventBusName: BUS_NAME_OR_ARN, Targets: needed(TARGETS) };

type Input = { Rule: string; EventBusName?: string; Targets: Target[] };

/** Puts targets to a rule; one whose id is known is replaced. The caller must be allowed to pass their roles. */
export const putTargets = ({ rules }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  differs:
    'Targets are Lambda, Step Functions, SQS, SNS, event buses of the account and log groups; any other is refused by name. Entries never fail one by one.',
  permissions: ({ Rule, EventBusName, Targets }: Input) => {
    const targets = Array.isArray(Targets) ? Targets : [];
    const resource = rules.ruleArn(rules.bus(EventBusName).name, Rule);
    const context = { 'events:TargetArn': targets.map((target) => String(target?.Arn)) };
    return [
      { action: 'events:PutTargets', resource, context },
      ...targets.flatMap((target) => passRole(target?.RoleArn, 'events.amazonaws.com')),
    ];
  },
  run(input: Input) {
    checkInput(SHAPE, input);
    const bus = rules.bus(input.EventBusName);
    const rule = rules.rule(bus.name, input.Rule);
    keepTargets(rules, rule, withTargets(rule.targets, input.Targets, bus.arn));
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
});
