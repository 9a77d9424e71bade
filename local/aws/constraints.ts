import { AwsError } from './error.ts';

/** Says what a value that is given must be and is not. */
export type Rule = (value: unknown) => string | undefined;

export const length =
  (least: number, most: number): Rule =>
  (value) => {
    const size = (value as string | readonly unknown[]).length;
    if (size < least) return `Member must have length greater than or equal to ${least}`;
    return size > most ? `Member must have length less than or equal to ${most}` : undefined;
  };

export const between =
  (least: number, most: number): Rule =>
  (value) => {
    if (Number(value) < least) return `Member must have value greater than or equal to ${least}`;
    return Number(value) > most ? `Member must have value less than or equal to ${most}` : undefined;
  };

/** The pattern as AWS writes it, which it shows to whoever breaks it. */
export const matching = (pattern: string): Rule => {
  const expression = new RegExp(pattern);
  return (value) =>
    expression.test(String(value)) ? undefined : `Member must satisfy regular expression pattern: ${pattern}`;
};

export const oneOf =
  (values: readonly string[]): Rule =>
  (value) =>
    values.includes(String(value)) ? undefined : `Member must satisfy enum value set: [${values.join(', ')}]`;

/** What a member breaks, in AWS's words; a member that is not given breaks nothing. `shape` names the items of a list. */
export const optional = (place: string, value: unknown, rules: readonly Rule[], shape = ''): string[] => {
  if (value === undefined || value === null) return [];
  return rules.flatMap((rule) => {
    const broken = rule(value);
    return broken === undefined
      ? []
      : [`Value '${shown(value, shape)}' at '${place}' failed to satisfy constraint: ${broken}`];
  });
};

/** As `optional`, for a member that must be given. */
export const required = (place: string, value: unknown, rules: readonly Rule[] = [], shape = ''): string[] =>
  value === undefined || value === null
    ? [`Value null at '${place}' failed to satisfy constraint: Member must not be null`]
    : optional(place, value, rules, shape);

/** Throws `ValidationException` with all that the members of an input break. */
export const check = (...broken: readonly (readonly string[])[]): void => {
  const all = broken.flat();
  if (all.length === 0) return;
  const counted = all.length === 1 ? '1 validation error' : `${all.length} validation errors`;
  throw new AwsError('ValidationException', `${counted} detected: ${all.join('; ')}`);
};

/** A value as AWS prints it, which is as Java does. */
const shown = (value: unknown, shape: string): string => {
  if (Array.isArray(value)) return `[${value.map((item) => shown(item, shape)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(([key, member]) => `${key}=${shown(member, '')}`);
  return `${shape}(${members.join(', ')})`;
};
