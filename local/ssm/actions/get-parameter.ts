import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { parameterAnswer } from '../answer.ts';
import { found } from '../find.ts';
import { namedBy } from '../names.ts';
import { DECRYPTION, NAME } from '../shapes.ts';
import { parameterArn, type Ssm } from '../state.ts';

const SHAPE = { Name: needed(NAME), ...DECRYPTION };

type Input = { Name: string; WithDecryption?: boolean };

/** One parameter, by name, `name:version`, `name:label` or ARN. */
export const getParameter = (ssm: Ssm): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ Name }: Input) => [
    { action: 'ssm:GetParameter', resource: parameterArn(ssm, namedBy(ssm, String(Name)).name) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { parameter, selector } = found(ssm, input.Name);
    return { Parameter: parameterAnswer(ssm, parameter, input.WithDecryption, selector) };
  },
});
