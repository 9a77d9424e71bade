import { AwsError } from '../../aws/error.ts';
import { checkInput, needed } from '../../aws/input-shape.ts';
import { pageOf, pageStart } from '../../aws/paging.ts';
import type { Operation } from '../../aws/service.ts';
import { historyAnswer } from '../answer.ts';
import { namedBy } from '../names.ts';
import { DECRYPTION, NAME, paging } from '../shapes.ts';
import { parameterArn, type Ssm } from '../state.ts';
import type { Paging } from './page.ts';

const SHAPE = { Name: needed(NAME), ...DECRYPTION, ...paging(50) };

type Input = Paging & { Name: string; WithDecryption?: boolean };

/** Every version of a parameter that is kept, the oldest first. */
export const getParameterHistory = (ssm: Ssm): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ Name }: Input) => [
    { action: 'ssm:GetParameterHistory', resource: parameterArn(ssm, namedBy(ssm, String(Name)).name) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { Name, MaxResults = 50, NextToken, WithDecryption } = input;
    const versions = ssm.store.versions(namedBy(ssm, Name).name);
    if (versions.length === 0) throw new AwsError('ParameterNotFound', `Parameter ${Name} not found.`);
    const after = pageStart(`history:${Name}`, NextToken, 0);
    const left = versions.filter(({ version }) => version > after);
    const { items, more } = pageOf(`history:${Name}`, left, MaxResults, ({ version }) => version);
    return { Parameters: items.map((each) => historyAnswer(each, WithDecryption)), ...more };
  },
});
