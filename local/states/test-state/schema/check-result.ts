import { isObject, type Json } from '../../language/json.ts';
import { invalid } from '../refusals.ts';
import { modelOf, type Shape } from './api-models.ts';
import { type Limit, limitOf } from './limits.ts';
import { schemaOf } from './schema-of.ts';

const refused = (what: string) => invalid(`Mock result schema validation error: ${what}`);

/**
 * Holds a mocked result against what the API of the resource answers. A `strict` check also misses what is required;
 * members that the API does not know are nobody's business. Throws `ValidationException`.
 */
export const checkResult = (resource: string, result: Json, strict: boolean): void => {
  const schema = schemaOf(resource);
  if (!schema) return;
  const model = modelOf(schema.service);
  const operation = model?.operations[schema.operation];
  if (!model || !operation) {
    const what = `${schema.service}:${schema.operation}`;
    throw invalid(`The runtime has no schema of ${what} to check the mock against; set fieldValidationMode to NONE`);
  }
  const check = (value: Json, given: Shape, field: string): void => {
    const shape = given.shape === undefined ? given : (model.shapes[given.shape] ?? given);
    const { type = 'string' } = shape;
    if (type === 'structure') checkStructure(value, shape, field);
    else if (type === 'list') {
      if (!Array.isArray(value)) throw refused(`Field '${field}' must be an array`);
      for (const item of value) check(item, shape.member ?? {}, field);
    } else if (type === 'map') {
      if (!isObject(value)) throw refused(`Field '${field}' must be an object`);
      for (const item of Object.values(value)) check(item, shape.value ?? {}, field);
    } else checkScalar(value, type, field, limitOf(schema, field));
  };
  const checkStructure = (value: Json, { members = {}, required = [], document }: Shape, field: string): void => {
    if (document) return;
    if (!isObject(value)) {
      throw field === ''
        ? invalid('Mocked result must be a JSON object.')
        : refused(`Field '${field}' must be an object`);
    }
    const names = Object.fromEntries(Object.keys(members).map((member) => [upperCamel(member), member]));
    const missing = strict ? required.map(upperCamel).find((member) => !Object.hasOwn(value, member)) : undefined;
    if (missing !== undefined) throw refused(`Required field '${missing}' is missing`);
    for (const [name, member] of Object.entries(value)) {
      const known = Object.hasOwn(names, name) ? names[name] : undefined;
      if (known !== undefined) check(member, members[known] ?? {}, name);
    }
  };
  if (operation.output) check(result, operation.output, '');
};

/** Step Functions writes every member upper camel case. */
const upperCamel = (member: string): string => member.charAt(0).toUpperCase() + member.slice(1);

/** What a scalar of the API is in JSON. Moments and bytes are text, also where a task's real result has something else. */
const JSON_TYPES: Readonly<Record<string, 'boolean' | 'number' | 'string'>> = {
  boolean: 'boolean',
  double: 'number',
  float: 'number',
  integer: 'number',
  long: 'number',
};

const checkScalar = (value: Json, type: string, field: string, limit: Limit = {}): void => {
  const expected = JSON_TYPES[type] ?? 'string';
  if (typeof value !== expected) throw refused(`Field '${field}' must be a ${expected}`);
  const { values, least, most, shortest, longest } = limit;
  if (typeof value === 'string') {
    if (values && !values.includes(value)) throw refused(`Field '${field}' is not an expected value`);
    if (shortest !== undefined && value.length < shortest)
      throw refused(`Field '${field}' is smaller than the minimum length`);
    if (longest !== undefined && value.length > longest) throw refused(`Field '${field}' exceeds the maximum length`);
  }
  if (typeof value === 'number') {
    if (least !== undefined && value < least) throw refused(`Field '${field}' is less than the minimum value`);
    if (most !== undefined && value > most) throw refused(`Field '${field}' exceeds the maximum value`);
  }
};
