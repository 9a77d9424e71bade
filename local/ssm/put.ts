import { AwsError } from '../aws/error.ts';
import { checkName } from './names.ts';
import type { Parameter, ParameterType, Tag } from './parameter.ts';
import type { Ssm } from './state.ts';

/** Largest values, in bytes. @see https://docs.aws.amazon.com/general/latest/gr/ssm.html */
const LARGEST = { Standard: 4096, Advanced: 8192 } as const;

/** Most versions of a parameter that are kept. */
const MOST_VERSIONS = 100;

export type PutInput = {
  Name: string;
  Value: string;
  Type?: ParameterType;
  Description?: string;
  AllowedPattern?: string;
  Tier?: 'Standard' | 'Advanced' | 'Intelligent-Tiering';
  DataType?: string;
  KeyId?: string;
  Overwrite?: boolean;
  Tags?: Tag[];
};

const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

/** Makes a parameter or its next version. Throws what AWS refuses it with, and keeps nothing then. */
export const putParameter = (ssm: Ssm, input: PutInput, modifiedBy: string): Parameter => {
  const { Name: name, Value: value, Tags, Overwrite = false } = input;
  const known = ssm.store.latest(name);
  if (known && !Overwrite)
    throw new AwsError(
      'ParameterAlreadyExists',
      'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    );
  if (!known) checkName(ssm, name);
  const type = input.Type ?? known?.type;
  if (!type) throw invalid('A parameter type is required when you create a parameter.');
  if (Overwrite && Tags?.length)
    throw invalid(
      "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
    );
  const description = input.Description ?? known?.description;
  const allowedPattern = input.AllowedPattern ?? known?.allowedPattern;
  checkPattern(allowedPattern, value);
  const parameter: Parameter = {
    ...{ name, type, value, modifiedBy, labels: [] },
    version: (known?.version ?? 0) + 1,
    tier: tierOf(input, known),
    dataType: input.DataType ?? known?.dataType ?? 'text',
    modifiedAt: ssm.clock.now(),
    ...(description === undefined ? {} : { description }),
    ...(allowedPattern === undefined ? {} : { allowedPattern }),
  };
  ssm.store.put(parameter, Tags, dropped(ssm, name));
  return parameter;
};

const checkPattern = (pattern: string | undefined, value: string): void => {
  if (pattern === undefined) return;
  let expression: RegExp;
  try {
    expression = new RegExp(`^(?:${pattern})$`);
  } catch {
    throw new AwsError('InvalidAllowedPatternException', `Parameter's allowedPattern is not valid: ${pattern}`);
  }
  if (!expression.test(value))
    throw new AwsError(
      'ParameterPatternMismatchException',
      `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
    );
};

const tierOf = ({ Tier, Value }: PutInput, known: Parameter | undefined): 'Standard' | 'Advanced' => {
  const size = Buffer.byteLength(Value);
  if (known?.tier === 'Advanced' && Tier === 'Standard')
    throw invalid(
      "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter.",
    );
  const fitting = size > LARGEST.Standard ? 'Advanced' : 'Standard';
  const tier =
    known?.tier === 'Advanced' || Tier === 'Advanced' || (Tier === 'Intelligent-Tiering' && fitting === 'Advanced')
      ? 'Advanced'
      : 'Standard';
  if (size <= LARGEST[tier]) return tier;
  const more =
    tier === 'Standard'
      ? ' To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html'
      : '';
  throw invalid(`${tier} tier parameters support a maximum parameter value of ${LARGEST[tier]} characters.${more}`);
};

/** The version that goes for a new one. Throws where it has a label, which keeps it. */
const dropped = ({ store }: Ssm, name: string): number | undefined => {
  const versions = store.versions(name);
  const [oldest] = versions;
  if (versions.length < MOST_VERSIONS || !oldest) return undefined;
  if (oldest.labels.length > 0)
    throw new AwsError(
      'ParameterMaxVersionLimitExceeded',
      `You attempted to create a new version of ${name} by calling the PutParameter API with the overwrite flag. Version ${oldest.version}, the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of the parameter, and try again.`,
    );
  return oldest.version;
};
