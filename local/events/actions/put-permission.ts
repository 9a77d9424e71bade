import { length } from '../../aws/constraints.ts';
import { checkInput, structure, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { type Grant, policyText, statementOf, statementsOfBus, wholePolicy } from '../bus-policy.ts';
import { BUS_NAME, whole } from '../shapes.ts';
import type { EventBridge } from '../state.ts';

const SHAPE = {
  EventBusName: BUS_NAME,
  Action: text(length(1, 64), whole('events:[a-zA-Z]+')),
  Principal: text(length(1, 12), whole('(\\d{12}|\\*)')),
  StatementId: text(length(1, 64), whole('[a-zA-Z0-9-_]+')),
  Condition: structure({ Type: text(), Key: text(), Value: text() }),
  Policy: text(),
};

type Input = Grant & { EventBusName?: string; Policy?: string };

/** Adds a statement to a bus's policy, or replaces the policy as a whole. */
export const putPermission = ({ rules }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ EventBusName }: Input) => [{ action: 'events:PutPermission', resource: rules.bus(EventBusName).arn }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { policy: _, ...bus } = rules.bus(input.EventBusName);
    const others = statementsOfBus(rules.bus(input.EventBusName)).filter(({ Sid }) => Sid !== input.StatementId);
    const policy =
      input.Policy === undefined
        ? policyText([...others, statementOf(input, rules.bus(input.EventBusName))])
        : wholePolicy(input.Policy);
    rules.putBus({ ...bus, ...(policy === undefined ? {} : { policy }) });
    return {};
  },
});
