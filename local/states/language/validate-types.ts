import type { QueryLanguageName, State } from './definition.ts';
import type { Report } from './diagnostic.ts';
import { isObject } from './json.ts';

type Shape = { name: string; fits(value: unknown): boolean };

const STRING: Shape = { name: 'STRING', fits: (value) => typeof value === 'string' };
const NULLABLE: Shape = { name: 'STRING', fits: (value) => value === null || typeof value === 'string' };
const BOOLEAN: Shape = { name: 'BOOLEAN', fits: (value) => typeof value === 'boolean' };
const OBJECT: Shape = { name: 'OBJECT', fits: isObject };
const OBJECTS: Shape = { name: 'ARRAY', fits: (value) => Array.isArray(value) && value.every(isObject) };
const NUMBER: Shape = { name: 'NUMBER', fits: (value) => typeof value === 'number' };
const LIST: Shape = { name: 'ARRAY', fits: Array.isArray };

const shapes = (shape: Shape, ...fields: string[]): Record<string, Shape> =>
  Object.fromEntries(fields.map((field) => [field, shape]));

/** What the value of each field has to be. Fields that take any value are not here. */
const FIELDS: Readonly<Record<string, Shape>> = {
  ...shapes(STRING, 'Comment', 'Next', 'Default', 'Resource', 'Label', 'Error', 'Cause', 'Timestamp', 'ItemsPath'),
  ...shapes(STRING, 'SecondsPath', 'TimestampPath', 'TimeoutSecondsPath', 'HeartbeatSecondsPath', 'ErrorPath'),
  ...shapes(STRING, 'CausePath', 'MaxConcurrencyPath', 'ToleratedFailureCountPath', 'ToleratedFailurePercentagePath'),
  ...shapes(NULLABLE, 'InputPath', 'OutputPath', 'ResultPath'),
  ...shapes(BOOLEAN, 'End'),
  ...shapes(OBJECT, 'Assign', 'Credentials', 'ItemProcessor', 'Iterator', 'ItemReader', 'ItemBatcher', 'ResultWriter'),
  ...shapes(OBJECTS, 'Retry', 'Catch', 'Choices', 'Branches'),
  ...shapes(NUMBER, 'Seconds', 'TimeoutSeconds', 'HeartbeatSeconds', 'MaxConcurrency'),
  ...shapes(NUMBER, 'ToleratedFailureCount', 'ToleratedFailurePercentage'),
  ...shapes(LIST, 'Items'),
};

/** Fields whose value may be a JSONata expression in place of what it gives. */
const COMPUTED = new Set<Shape>([NUMBER, LIST]);

/** Checks that fields hold what they can hold, and answers whether the rest of the state can be looked at. */
export const checkTypes = (state: State, language: QueryLanguageName, at: string, report: Report): boolean => {
  let fit = true;
  const check = (value: unknown, shape: Shape, place: string): void => {
    if (shape.fits(value) || (language === 'JSONata' && COMPUTED.has(shape) && typeof value === 'string')) return;
    fit = false;
    report(`Expected value of type [${shape.name}]`, place);
  };
  for (const [field, value] of Object.entries(state)) {
    const shape = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
    if (shape) check(value, shape, `${at}/${field}`);
  }
  for (const field of ['Retry', 'Catch'] as const) {
    if (!fit) break;
    for (const [index, { ErrorEquals }] of (state[field] ?? []).entries()) {
      const names: Shape = {
        name: 'ARRAY',
        fits: (value) => Array.isArray(value) && value.every(STRING.fits),
      };
      if (ErrorEquals !== undefined) check(ErrorEquals, names, `${at}/${field}[${index}]/ErrorEquals`);
    }
  }
  return fit;
};
