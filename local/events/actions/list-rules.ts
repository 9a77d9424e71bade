import { checkInput } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { BUS_NAME_OR_ARN, PAGING, RULE_NAME } from '../shapes.ts';
import type { EventBridge } from '../state.ts';
import { ruleAnswer } from './describe-rule.ts';
import { pageByName } from './paging.ts';

const SHAPE = { NamePrefix: RULE_NAME, EventBusName: BUS_NAME_OR_ARN, ...PAGING };

type Input = { NamePrefix?: string; EventBusName?: string; NextToken?: string; Limit?: number };

/** The rules of a bus by name, in pages. */
export const listRules = ({ rules }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: () => [{ action: 'events:ListRules', resource: '*' }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { NamePrefix: prefix, EventBusName, ...paging } = input;
    const found = rules.rulesOf(rules.bus(EventBusName).name);
    const { items, more } = pageByName('rules', found, ({ name }) => name, { ...paging, prefix });
    return { Rules: items.map(ruleAnswer), ...more };
  },
});
