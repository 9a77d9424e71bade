import { check, length, optional, required } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { validate } from '../language/validate.ts';
import { invalidArn, invalidDefinition, invalidName } from './errors.ts';

/** No white space, brackets, wildcards, control or other special characters. */
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\p{Cs}\uFFFE\uFFFF]+$/u;

export const nameRules = (name: unknown): string[] => required('name', name, [length(1, 80)]);

/** Throws `InvalidName` where AWS would not take the name of a machine, an activity or an execution. */
export const checkName = (name: unknown): string => {
  check(nameRules(name));
  if (typeof name !== 'string' || !NAME.test(name)) throw invalidName(name);
  return name;
};

/** Throws `InvalidArn`. */
export const checkRole = (roleArn: unknown): string => {
  if (typeof roleArn !== 'string' || !roleArn.startsWith('arn:')) throw invalidArn(roleArn);
  return roleArn;
};

/** Throws `InvalidDefinition` with everything that is wrong with a definition. */
export const checkDefinition = (core: Core, definition: unknown, type: 'STANDARD' | 'EXPRESS'): string => {
  const text = String(definition ?? '');
  const problems = validate(text, { type, cloud: core.cloud() });
  if (problems.length === 0) return text;
  throw invalidDefinition(problems);
};

/** How long the description of a version or an alias may be. */
export const descriptionRules = (description: unknown): string[] =>
  optional('description', description, [length(0, 256)]);

/** Throws `ValidationException` for a description of a version by a call that publishes none. */
export const checkVersionDescription = ({ publish, versionDescription }: Publishing): void => {
  check(optional('versionDescription', versionDescription, [length(0, 256)]));
  if (versionDescription !== undefined && versionDescription !== null && !publish) {
    throw new AwsError('ValidationException', 'Version description can only be set when publish is true');
  }
};

export type Publishing = { publish?: boolean; versionDescription?: string };
