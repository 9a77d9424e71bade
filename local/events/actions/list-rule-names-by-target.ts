import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { ARN, BUS_NAME_OR_ARN, PAGING } from '../shapes.ts';
import type { EventBridge } from '../state.ts';
import { pageByName } from './paging.ts';

const SHAPE = { TargetArn: needed(ARN), EventBusName: BUS_NAME_OR_ARN, ...PAGING };

type Input = { TargetArn: string; EventBusName?: string; NextToken?: string; Limit?: number };

/** The names of a bus's rules that have a target, in pages. */
export const listRuleNamesByTarget = ({ rules }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: () => [{ action: 'events:ListRuleNamesByTarget', resource: '*' }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { TargetArn, EventBusName, ...paging } = input;
    const found = rules
      .rulesOf(rules.bus(EventBusName).name)
      .filter(({ targets }) => targets.some(({ Arn }) => Arn === TargetArn));
    const { items, more } = pageByName('rule-names', found, ({ name }) => name, paging);
    return { RuleNames: items.map(({ name }) => name), ...more };
  },
});
