import { length, oneOf } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, needed, text, truth } from '../../aws/input-shape.ts';
import type { CallContext, Operation } from '../../aws/service.ts';
import { DEFAULT_KEY, PARAMETER_TYPES } from '../parameter.ts';
import { type PutInput, putParameter as put } from '../put.ts';
import { NAME, TAGS } from '../shapes.ts';
import { parameterArn, type Ssm } from '../state.ts';

const SHAPE = {
  Name: needed(NAME),
  Value: needed(text()),
  Type: text(oneOf(PARAMETER_TYPES)),
  Description: text(length(0, 1024)),
  KeyId: text(length(1, 256)),
  Overwrite: truth(),
  AllowedPattern: text(length(0, 1024)),
  Tags: TAGS,
  Tier: text(oneOf(['Standard', 'Advanced', 'Intelligent-Tiering'])),
  DataType: text(length(0, 128)),
};

/** Makes a parameter, or a new version of one. */
export const putParameter = (ssm: Ssm): Operation => ({
  members: Object.keys(SHAPE),
  differs:
    'There is no KMS here: a SecureString takes the default key alias/aws/ssm only, and stands in the database as it is. Data types are text and aws:ssm:integration; parameter policies are refused.',
  permissions: ({ Name }: PutInput) => [{ action: 'ssm:PutParameter', resource: parameterArn(ssm, String(Name)) }],
  run(input: PutInput, { principal }: CallContext) {
    checkInput(SHAPE, input);
    const { KeyId = DEFAULT_KEY, DataType = 'text', Value } = input;
    if (Value === '') throw new AwsError('ValidationException', 'Parameter value must have at least 1 character.');
    if (KeyId !== DEFAULT_KEY)
      throw new AwsError('InvalidKeyId', `The embedded runtime has no key ${KeyId}: leave KeyId out.`);
    if (DataType !== 'text' && DataType !== 'aws:ssm:integration')
      throw new AwsError(
        'ValidationException',
        `The following data type is not supported: ${DataType} (Data type names are all lowercase.)`,
      );
    const { version, tier } = put(ssm, input, principal.arn);
    return { Version: version, Tier: tier };
  },
});
