import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, text, truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { policyText, statementsOfBus } from '../bus-policy.ts';
import { BUS_NAME, whole } from '../shapes.ts';
import type { EventBridge } from '../state.ts';

const SHAPE = {
  EventBusName: BUS_NAME,
  StatementId: text(length(1, 64), whole('[a-zA-Z0-9-_]+')),
  RemoveAllPermissions: truth(),
};

type Input = { EventBusName?: string; StatementId?: string; RemoveAllPermissions?: boolean };

/** Takes a statement, or all, out of a bus's policy. */
export const removePermission = ({ rules }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ EventBusName }: Input) => [
    { action: 'events:RemovePermission', resource: rules.bus(EventBusName).arn },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { policy: before, ...bus } = rules.bus(input.EventBusName);
    if (input.RemoveAllPermissions) {
      rules.putBus(bus);
      return {};
    }
    if (before === undefined) throw new AwsError('ResourceNotFoundException', 'EventBus does not have a policy.', 400);
    const all = statementsOfBus({ ...bus, policy: before });
    const left = all.filter(({ Sid }) => Sid !== input.StatementId);
    if (left.length === all.length)
      throw new AwsError('ResourceNotFoundException', 'Statement with the provided id does not exist.', 400);
    const policy = policyText(left);
    rules.putBus({ ...bus, ...(policy === undefined ? {} : { policy }) });
    return {};
  },
});
