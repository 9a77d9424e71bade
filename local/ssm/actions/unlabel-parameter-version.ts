import { between, length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, integer, list, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { NAME } from '../shapes.ts';
import { parameterArn, type Ssm } from '../state.ts';

const SHAPE = {
  Name: needed(NAME),
  ParameterVersion: needed(integer(between(1, Number.MAX_SAFE_INTEGER))),
  Labels: needed(list(text(length(1, 100)), length(1, 10))),
};

type Input = { Name: string; ParameterVersion: number; Labels: string[] };

/** Takes labels off a version; labels that it does not have are told apart. */
export const unlabelParameterVersion = ({ store, ...ssm }: Ssm): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ Name }: Input) => [
    { action: 'ssm:UnlabelParameterVersion', resource: parameterArn(ssm, String(Name)) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { Name, Labels, ParameterVersion } = input;
    const versions = store.versions(Name);
    if (versions.length === 0) throw new AwsError('ParameterNotFound', `Parameter ${Name} not found.`);
    const own = versions.find(({ version }) => version === ParameterVersion)?.labels;
    if (!own)
      throw new AwsError(
        'ParameterVersionNotFound',
        `Systems Manager could not find version ${ParameterVersion} of ${Name}. Verify the version and try again.`,
      );
    store.setLabels(Name, new Map([[ParameterVersion, own.filter((label) => !Labels.includes(label))]]));
    return {
      RemovedLabels: Labels.filter((label) => own.includes(label)),
      InvalidLabels: Labels.filter((label) => !own.includes(label)),
    };
  },
});
