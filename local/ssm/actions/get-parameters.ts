import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, list, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { parameterAnswer } from '../answer.ts';
import { found } from '../find.ts';
import { namedBy } from '../names.ts';
import { DECRYPTION, NAME } from '../shapes.ts';
import { parameterArn, type Ssm } from '../state.ts';

const SHAPE = { Names: needed(list(NAME, length(1, 10))), ...DECRYPTION };

type Input = { Names: string[]; WithDecryption?: boolean };

/** Up to ten parameters; names of which there is none are told apart. */
export const getParameters = (ssm: Ssm): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ Names }: Input) =>
    (Array.isArray(Names) ? Names : []).map((name) => ({
      action: 'ssm:GetParameters',
      resource: parameterArn(ssm, namedBy(ssm, String(name)).name),
    })),
  run(input: Input) {
    checkInput(SHAPE, input);
    const Parameters: object[] = [];
    const InvalidParameters: string[] = [];
    for (const name of new Set(input.Names)) {
      try {
        const { parameter, selector } = found(ssm, name);
        Parameters.push(parameterAnswer(ssm, parameter, input.WithDecryption, selector));
      } catch (error) {
        if (!(error instanceof AwsError) || !error.code.endsWith('NotFound')) throw error;
        InvalidParameters.push(name);
      }
    }
    return { Parameters, InvalidParameters };
  },
});
