import type { CallContext, Operation } from '../../aws/service.ts';
import type { Core } from '../core.ts';
import { machineArn } from './arns.ts';

type Input = Record<string, unknown>;

/**
 * An operation on the one resource whose ARN the input holds as `member`, or as the first of several that is given; `*`
 * where AWS knows no resource for the action.
 */
export const operation = <I extends Input>(
  name: string,
  member: string | readonly string[],
  run: (input: I, context: CallContext) => object | Promise<object>,
): Operation => ({
  permissions: (input: Input) => {
    const given = [member].flat().find((each) => input[each] !== undefined);
    return [{ action: `states:${name}`, resource: given === undefined ? '*' : String(input[given]) }];
  },
  run: (input: I, context) => run(input, context),
});

/** An operation on the state machine that the input names. */
export const operationOnName = <I extends Input>(core: Core, name: string, run: (input: I) => object): Operation => ({
  permissions: (input: Input) => [{ action: `states:${name}`, resource: machineArn(core, String(input.name)) }],
  run: (input: I) => run(input),
});
