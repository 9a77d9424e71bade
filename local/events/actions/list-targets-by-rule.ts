import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { BUS_NAME_OR_ARN, PAGING, RULE_NAME } from '../shapes.ts';
import type { EventBridge } from '../state.ts';
import { pageByName } from './paging.ts';

const SHAPE = { Rule: needed(RULE_NAME), EventBusName: BUS_NAME_OR_ARN, ...PAGING };

type Input = { Rule: string; EventBusName?: string; NextToken?: string; Limit?: number };

/** The targets of a rule by id, in pages. */
export const listTargetsByRule = ({ rules }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ EventBusName, Rule }: Input) => [
    { action: 'events:ListTargetsByRule', resource: rules.ruleArn(rules.bus(EventBusName).name, Rule) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { Rule, EventBusName, ...paging } = input;
    const { targets } = rules.rule(rules.bus(EventBusName).name, Rule);
    const { items, more } = pageByName('targets', targets, ({ Id }) => Id, paging);
    return { Targets: items, ...more };
  },
});
