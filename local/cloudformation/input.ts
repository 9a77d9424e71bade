import { invalid } from './errors.ts';
import type { GivenParameter } from './parameters.ts';

type Tag = { Key: string; Value: string };

/** What requests about stacks carry; every value is a text. */
export type StackInput = {
  StackName?: string;
  TemplateBody?: string;
  Parameters?: GivenParameter[] | '';
  Capabilities?: string[] | '';
  Tags?: Tag[] | '';
  OnFailure?: string;
  DisableRollback?: string;
  EnableTerminationProtection?: string;
  UsePreviousTemplate?: string;
  RetainResources?: string[] | '';
  [other: string]: unknown;
};

/** A list of a request; an empty one arrives as an empty text. */
export const listOf = <T>(value: T[] | '' | undefined): T[] => (Array.isArray(value) ? value : []);

/** Throws `ValidationError` for a name that no stack may have. */
export const checkStackName = (name: string | undefined): string => {
  if (name === undefined || name === '')
    throw invalid(
      "1 validation error detected: Value null at 'stackName' failed to satisfy constraint: Member must not be null",
    );
  const constraint = (text: string) =>
    invalid(`1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: ${text}`);
  if (!/^[a-zA-Z][-a-zA-Z0-9]*$/.test(name))
    throw constraint('Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*');
  if (name.length > 128) throw constraint('Member must have length less than or equal to 128');
  return name;
};
