import { length } from '../../aws/constraints.ts';
import { checkInput, list, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { NAME } from '../shapes.ts';
import { parameterArn, type Ssm } from '../state.ts';

const SHAPE = { Names: needed(list(NAME, length(1, 10))) };

type Input = { Names: string[] };

/** Removes up to ten parameters; names of which there is none are told apart. */
export const deleteParameters = (ssm: Ssm): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ Names }: Input) =>
    (Array.isArray(Names) ? Names : []).map((name) => ({
      action: 'ssm:DeleteParameters',
      resource: parameterArn(ssm, String(name)),
    })),
  run(input: Input) {
    checkInput(SHAPE, input);
    const names = [...new Set(input.Names)];
    const DeletedParameters = names.filter((name) => ssm.store.latest(name));
    for (const name of DeletedParameters) ssm.store.remove(name);
    return { DeletedParameters, InvalidParameters: names.filter((name) => !DeletedParameters.includes(name)) };
  },
});
