import { type LookUp, parameterValue } from '../assembly/dynamic-references.ts';
import type { Template, TemplateParameter } from '../assembly/read-assembly.ts';
import { invalid } from './errors.ts';

export type GivenParameter = { ParameterKey?: string; ParameterValue?: string; UsePreviousValue?: string | boolean };

/**
 * The value of every parameter of a template: given, that of before, or its default.
 * Throws `ValidationError` where one is missing, unknown or not as the template wants it.
 */
export const parameterValues = (
  { Parameters = {} }: Template,
  given: readonly GivenParameter[],
  previous: Readonly<Record<string, string>> = {},
  lookUp?: LookUp,
): Record<string, string> => {
  const unknown = given.map(({ ParameterKey = '' }) => ParameterKey).filter((name) => !Object.hasOwn(Parameters, name));
  if (unknown.length > 0) throw invalid(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const values: Record<string, string> = {};
  const missing: string[] = [];
  for (const [name, declared] of Object.entries(Parameters)) {
    const { ParameterValue, UsePreviousValue } = given.find(({ ParameterKey }) => ParameterKey === name) ?? {};
    const before = String(UsePreviousValue) === 'true' ? previous[name] : undefined;
    const value = ParameterValue ?? before ?? declared.Default;
    if (value === undefined) missing.push(name);
    else {
      values[name] = Array.isArray(value) ? value.join(',') : String(value);
      if (declared.Type.startsWith('AWS::SSM::')) checkStored(declared.Type, values[name], lookUp);
      else check(name, values[name], declared);
    }
  }
  if (missing.length > 0) throw invalid(`Parameters: [${missing.join(', ')}] must have values`);
  return values;
};

/** Throws `ValidationError` where Parameter Store has no such parameter. */
const checkStored = (type: string, value: string, lookUp: LookUp | undefined): void => {
  try {
    parameterValue(type, value, lookUp);
  } catch (cause) {
    throw invalid((cause as Error).message);
  }
};

const check = (name: string, value: string, declared: TemplateParameter): void => {
  const { Type, AllowedValues, AllowedPattern, ConstraintDescription } = declared;
  const items = Type === 'CommaDelimitedList' || Type.startsWith('List<') ? value.split(',') : [value];
  const refuse = (constraint: string) =>
    invalid(`Parameter ${name} failed to satisfy constraint: ${ConstraintDescription ?? constraint}`);
  if (AllowedValues && !items.every((item) => AllowedValues.map(String).includes(item.trim()))) {
    throw ConstraintDescription ? refuse('') : invalid(`Parameter '${name}' must be one of AllowedValues`);
  }
  if (Type === 'Number' || Type === 'List<Number>') {
    if (!items.every((item) => item.trim() !== '' && Number.isFinite(Number(item))))
      throw invalid(`Parameter '${name}' must be a number`);
    const [least, most] = [bound(declared.MinValue, -Infinity), bound(declared.MaxValue, Infinity)];
    if (items.some((item) => Number(item) < least)) throw refuse(`must be a number not less than ${least}`);
    if (items.some((item) => Number(item) > most)) throw refuse(`must be a number not greater than ${most}`);
  }
  if (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(value))
    throw refuse(`must match pattern ${AllowedPattern}`);
  const [shortest, longest] = [bound(declared.MinLength, 0), bound(declared.MaxLength, Infinity)];
  if (value.length < shortest) throw refuse(`must contain at least ${shortest} characters`);
  if (value.length > longest) throw refuse(`must contain at most ${longest} characters`);
};

const bound = (value: number | string | undefined, otherwise: number): number =>
  value === undefined ? otherwise : Number(value);
