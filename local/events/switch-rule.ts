import { checkInput, needed } from '../aws/input-shape.ts';
import type { Operation } from '../aws/service.ts';
import { settingsOfRule } from './rules.ts';
import { BUS_NAME_OR_ARN, RULE_NAME } from './shapes.ts';
import type { EventBridge } from './state.ts';

const SHAPE = { Name: needed(RULE_NAME), EventBusName: BUS_NAME_OR_ARN };

type Input = { Name: string; EventBusName?: string };

/** An operation that lets a rule match or not; a rate counts from when it is enabled. */
export const switchRule =
  (action: string, enabled: boolean) =>
  ({ rules, clock }: EventBridge): Operation => ({
    members: Object.keys(SHAPE),
    permissions: ({ Name, EventBusName }: Input) => [
      { action: `events:${action}`, resource: rules.ruleArn(rules.bus(EventBusName).name, Name) },
    ],
    run(input: Input) {
      checkInput(SHAPE, input);
      const rule = rules.rule(rules.bus(input.EventBusName).name, input.Name);
      if (rule.enabled !== enabled) rules.putRule({ ...settingsOfRule(rule), enabled, since: clock.now() });
      return {};
    },
  });
