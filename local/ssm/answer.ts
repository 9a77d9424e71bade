import { createHash } from 'node:crypto';
import { DEFAULT_KEY, type Parameter } from './parameter.ts';
import { parameterArn, type Ssm, seconds } from './state.ts';

/** A value as it is given out: that of a SecureString only where its decryption is asked for. */
const shown = ({ type, name, version, value }: Parameter, decrypted: boolean | undefined): string =>
  type === 'SecureString' && decrypted !== true
    ? createHash('sha512').update(`${name}:${version}:${value}`).digest('base64')
    : value;

/** A `Parameter` of an answer. */
export const parameterAnswer = (ssm: Ssm, parameter: Parameter, decrypted?: boolean, selector?: string): object => ({
  Name: parameter.name,
  Type: parameter.type,
  Value: shown(parameter, decrypted),
  Version: parameter.version,
  ...(selector === undefined ? {} : { Selector: selector }),
  LastModifiedDate: seconds(parameter.modifiedAt),
  ARN: parameterArn(ssm, parameter.name),
  DataType: parameter.dataType,
});

/** What is told of a parameter without its value. */
export const metadataAnswer = (parameter: Parameter): object => ({
  Name: parameter.name,
  Type: parameter.type,
  ...(parameter.type === 'SecureString' ? { KeyId: DEFAULT_KEY } : {}),
  LastModifiedDate: seconds(parameter.modifiedAt),
  LastModifiedUser: parameter.modifiedBy,
  ...(parameter.description === undefined ? {} : { Description: parameter.description }),
  ...(parameter.allowedPattern === undefined ? {} : { AllowedPattern: parameter.allowedPattern }),
  Version: parameter.version,
  Tier: parameter.tier,
  Policies: [],
  DataType: parameter.dataType,
});

/** A version in a parameter's history. */
export const historyAnswer = (parameter: Parameter, decrypted?: boolean): object => ({
  ...metadataAnswer(parameter),
  Value: shown(parameter, decrypted),
  Labels: parameter.labels,
});
