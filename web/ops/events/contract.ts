import { Validator } from '@cfworker/json-schema';
import { faultWords } from './fault-words.ts';

/** JSON Schema, as far as the contracts of events go. */
export type Schema = {
  type?: string | string[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  format?: string;
  description?: string;
  minLength?: number;
  minimum?: number;
};

/** A field of a contract beside what an event has there. */
export type ContractField = {
  path: string;
  /** `string (uuid)`, `list of string`. */
  type: string;
  required: boolean;
  description?: string;
  /** What the event has, as JSON; undefined where it has nothing. */
  value?: string;
  /** Why it does not fit. */
  fault?: string;
};

/** The schema of an event's detail, of what this console was built with; undefined where there is none of that name and version. Throws where it cannot be loaded. */
export const loadContract = async (detailType: string, version: number): Promise<Schema | undefined> => {
  if (!/^[A-Za-z]+$/.test(detailType) || !Number.isInteger(version)) return undefined;
  try {
    const loaded: { default: Schema } = await import(`../../../events/json-schema/${detailType}.v${version}.json`);
    return loaded.default;
  } catch (error) {
    if (NOT_THERE.test(String(error))) return undefined;
    throw error;
  }
};

/** What the import of a file that the build does not have throws; what did not come over the network throws otherwise. */
const NOT_THERE = /not found in bundle|Unknown variable dynamic import/;

/** `string (uuid)`, `list of string`, `"ready" or "incomplete"`. */
export const typeWords = ({ type, format, items, enum: values, const: only, anyOf, oneOf }: Schema): string => {
  if (only !== undefined) return JSON.stringify(only);
  if (values) return values.map((value) => JSON.stringify(value)).join(' or ');
  const either = anyOf ?? oneOf;
  if (either) return either.map(typeWords).join(' or ');
  if (items) return `list of ${typeWords(items)}`;
  const named = [type ?? 'anything'].flat().join(' or ');
  return format ? `${named} (${format})` : named;
};

type Fault = { path: string; says: string };

/** What of a value does not fit, each fault by the path of its member, such as `data.items.0.itemId`. */
export const faultsOf = (schema: Schema, value: unknown): Fault[] => {
  const { errors } = new Validator(schema as ConstructorParameters<typeof Validator>[0], '2020-12', false).validate(
    value,
  );
  return errors
    .map(({ instanceLocation, keyword, error }) => ({
      path: instanceLocation.replace(/^#\/?/, '').split('/').map(decodePointer).join('.'),
      keyword,
      says: error,
    }))
    .filter(({ keyword }) => !GATHERING.has(keyword))
    .map(({ path, keyword, says }) => ({ path, says: faultWords(keyword, says) }));
};

/** These say only that something below does not fit, which is said there. */
const GATHERING = new Set([
  'properties',
  'items',
  'prefixItems',
  'allOf',
  'anyOf',
  'oneOf',
  'additionalProperties',
  '$ref',
]);

const decodePointer = (part: string): string => decodeURIComponent(part).replace(/~1/g, '/').replace(/~0/g, '~');

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Every field of a contract beside the event's own, in the contract's order, and after them what the contract does not know. */
export const fieldsOf = (schema: Schema, value: unknown): ContractField[] => {
  const faults = faultsOf(schema, value);
  const faultAt = (path: string): string | undefined =>
    faults.find((fault) => fault.path === path || fault.path.startsWith(`${path}.`))?.says;
  const walk = (at: string, { properties = {}, required = [] }: Schema, found: unknown): ContractField[] => {
    const own = isObject(found) ? found : {};
    const known = Object.entries(properties).flatMap(([name, field]): ContractField[] => {
      const path = at === '' ? name : `${at}.${name}`;
      const has = Object.hasOwn(own, name);
      if (field.properties && (has ? isObject(own[name]) : required.includes(name)))
        return walk(path, field, own[name]);
      const isMissing = !has && required.includes(name);
      const fault = isMissing ? 'It is missing.' : faultAt(path);
      return [
        {
          ...{ path, type: typeWords(field), required: required.includes(name) },
          ...(field.description && { description: field.description }),
          ...(has && { value: JSON.stringify(own[name]) }),
          ...(fault && { fault }),
        },
      ];
    });
    const more = Object.keys(own).filter((name) => !Object.hasOwn(properties, name));
    return [
      ...known,
      ...more.map((name) => ({
        ...{ path: at === '' ? name : `${at}.${name}`, type: '', required: false, value: JSON.stringify(own[name]) },
        fault: 'The contract has no such field.',
      })),
    ];
  };
  return walk('', schema, value);
};
