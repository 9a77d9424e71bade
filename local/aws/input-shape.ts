import { check, type Rule } from './constraints.ts';
import { AwsError } from './error.ts';

/** Says what a value breaks, in AWS's words, with the place where it stands in the input. */
export type Check = (place: string, value: unknown) => string[];

/** The members of an input or of a structure in it. */
export type Shape = Readonly<Record<string, Check>>;

const given = (value: unknown): boolean => value !== undefined && value !== null;

/** A scalar of one JSON type. Throws `SerializationException` for a value of another, as the services' parsers do. */
const scalar =
  (type: 'string' | 'number' | 'boolean', name: string) =>
  (...rules: readonly Rule[]): Check =>
  (place, value) => {
    if (!given(value)) return [];
    if (typeof value !== type) throw new AwsError('SerializationException', `${place} must be a ${name}`, 400);
    return broken(place, value, rules);
  };

export const text = scalar('string', 'string');
export const integer = scalar('number', 'number');
export const truth = scalar('boolean', 'boolean');

/** A moment: seconds since the epoch, a date in text, or, in process, a Date. */
export const moment = (): Check => (place, value) => {
  if (!given(value)) return [];
  if (Number.isNaN(momentOf(value))) throw new AwsError('SerializationException', `${place} must be a timestamp`, 400);
  return [];
};

/** The milliseconds of a member that is a `moment`. */
export const momentOf = (value: unknown): number => {
  if (typeof value === 'number') return value * 1000;
  return value instanceof Date ? value.getTime() : Date.parse(String(value));
};

/** A list of items. */
export const list =
  (item: Check, ...rules: readonly Rule[]): Check =>
  (place, value) => {
    if (!given(value)) return [];
    if (!Array.isArray(value)) throw new AwsError('SerializationException', `${place} must be a list`, 400);
    return [
      ...broken(place, value, rules),
      ...value.flatMap((each, index) => item(`${place}.${index + 1}.member`, each)),
    ];
  };

/** A map of text to items. */
export const map =
  (item: Check, ...rules: readonly Rule[]): Check =>
  (place, value) => {
    if (!given(value)) return [];
    if (!isObject(value)) throw new AwsError('SerializationException', `${place} must be a map`, 400);
    const entries = Object.entries(value);
    return [
      ...broken(place, entries, rules),
      ...entries.flatMap(([key, each]) => item(`${place}.${key}.member`, each)),
    ];
  };

/** A structure. Throws `ValidationException` for a member that the runtime does not honour: nothing is left out unsaid. */
export const structure =
  (members: Shape): Check =>
  (place, value) => {
    if (!given(value)) return [];
    if (!isObject(value)) throw new AwsError('SerializationException', `${place} must be a structure`, 400);
    const unknown = Object.keys(value).find((member) => given(value[member]) && !Object.hasOwn(members, member));
    if (unknown !== undefined) {
      const message = `The embedded runtime does not do ${unknown} of ${place}; leave it out.`;
      throw new AwsError('ValidationException', message, 400);
    }
    return Object.entries(members).flatMap(([member, each]) => each(`${place}.${lowerFirst(member)}`, value[member]));
  };

/** A member that must be given. */
export const needed =
  (each: Check): Check =>
  (place, value) =>
    given(value)
      ? each(place, value)
      : [`Value null at '${place}' failed to satisfy constraint: Member must not be null`];

/** Throws `ValidationException` with all that an input breaks, `SerializationException` for a value of a wrong type. */
export const checkInput = (shape: Shape, input: Readonly<Record<string, unknown>>): void =>
  check(...Object.entries(shape).map(([member, each]) => each(lowerFirst(member), input[member])));

const broken = (place: string, value: unknown, rules: readonly Rule[]): string[] =>
  rules.flatMap((rule) => {
    const why = rule(value);
    return why === undefined ? [] : [`Value '${shown(value)}' at '${place}' failed to satisfy constraint: ${why}`];
  });

const shown = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
