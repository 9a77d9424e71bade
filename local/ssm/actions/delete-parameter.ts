import { AwsError } from '../../aws/error.ts';
import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { NAME } from '../shapes.ts';
import { parameterArn, type Ssm } from '../state.ts';

const SHAPE = { Name: needed(NAME) };

type Input = { Name: string };

/** Removes a parameter with all of its versions. */
export const deleteParameter = (ssm: Ssm): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'A name can be used again at once, not after 30 seconds.',
  permissions: ({ Name }: Input) => [{ action: 'ssm:DeleteParameter', resource: parameterArn(ssm, String(Name)) }],
  run(input: Input) {
    checkInput(SHAPE, input);
    if (!ssm.store.latest(input.Name)) throw new AwsError('ParameterNotFound', `Parameter ${input.Name} not found.`);
    ssm.store.remove(input.Name);
    return {};
  },
});
