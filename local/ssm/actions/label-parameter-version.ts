import { between, length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, integer, list, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { NAME } from '../shapes.ts';
import { parameterArn, type Ssm } from '../state.ts';

const SHAPE = {
  Name: needed(NAME),
  ParameterVersion: integer(between(1, Number.MAX_SAFE_INTEGER)),
  Labels: needed(list(text(length(1, 100)), length(1, 10))),
};

/** Most labels of a version. */
const MOST_LABELS = 10;

type Input = { Name: string; ParameterVersion?: number; Labels: string[] };

/** Moves labels to a version, the latest by default; labels that cannot be one are told apart. */
export const labelParameterVersion = ({ store, ...ssm }: Ssm): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ Name }: Input) => [
    { action: 'ssm:LabelParameterVersion', resource: parameterArn(ssm, String(Name)) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { Name, Labels } = input;
    const versions = store.versions(Name);
    const latest = versions.at(-1);
    if (!latest) throw new AwsError('ParameterNotFound', `Parameter ${Name} not found.`);
    const wanted = input.ParameterVersion ?? latest.version;
    const target = versions.find(({ version }) => version === wanted);
    if (!target)
      throw new AwsError(
        'ParameterVersionNotFound',
        `Systems Manager could not find version ${wanted} of ${Name}. Verify the version and try again.`,
      );
    const valid = Labels.filter((label) => /^(?!\d|aws|ssm)[\w.-]+$/i.test(label));
    const labels = [...new Set([...target.labels, ...valid])];
    if (labels.length > MOST_LABELS)
      throw new AwsError(
        'ParameterVersionLabelLimitExceeded',
        'A parameter version can have maximum 10 labels. Move one or more labels to another version and try again.',
      );
    const changed = versions
      .filter(({ labels: own }) => own.some((label) => valid.includes(label)))
      .map(({ version, labels: own }) => [version, own.filter((label) => !valid.includes(label))] as const);
    store.setLabels(Name, new Map<number, readonly string[]>([...changed, [wanted, labels]]));
    return { InvalidLabels: Labels.filter((label) => !valid.includes(label)), ParameterVersion: wanted };
  },
});
