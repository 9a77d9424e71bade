import { length } from '../aws/constraints.ts';
import { AwsError } from '../aws/error.ts';
import { list, needed, structure, text } from '../aws/input-shape.ts';
import { DEFAULT_KEY, type Parameter } from './parameter.ts';
import type { ParameterStore } from './store.ts';

export type Filter = { Key: string; Option?: string; Values?: string[] };

export const FILTERS = list(
  structure({
    Key: needed(text(length(1, 132))),
    Option: text(length(1, 10)),
    Values: list(text(length(1, 1024)), length(1, 50)),
  }),
);

type Read = (parameter: Parameter) => readonly string[];

const READS: Readonly<Record<string, Read>> = {
  Name: ({ name }) => [name, name.replace(/^\//, '')],
  Type: ({ type }) => [type],
  KeyId: ({ type }) => (type === 'SecureString' ? [DEFAULT_KEY] : []),
  Label: ({ labels }) => labels,
  Tier: ({ tier }) => [tier],
  DataType: ({ dataType }) => [dataType],
};

const OPTIONS: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  Equals: (value, wanted) => value === wanted,
  BeginsWith: (value, wanted) => value.startsWith(wanted),
  Contains: (value, wanted) => value.includes(wanted),
};

/** Whether a path holds a parameter: at once below it, or anywhere. */
export const isBelow = (path: string, name: string, recursive: boolean): boolean => {
  const start = path.endsWith('/') ? path : `${path}/`;
  if (start === '/' && !name.startsWith('/')) return recursive || !name.includes('/');
  return name.startsWith(start) && (recursive || !name.slice(start.length).includes('/'));
};

/**
 * What parameters must be to pass all filters, of which `keys` are known to the operation.
 * Throws `InvalidFilterKey`, `InvalidFilterOption` and `InvalidFilterValue`.
 */
export const passing = (store: ParameterStore, filters: readonly Filter[], keys: readonly string[]) => {
  const tests = filters.map((filter) => testOf(store, filter, keys));
  return (parameter: Parameter): boolean => tests.every((test) => test(parameter));
};

const testOf = (store: ParameterStore, { Key, Option, Values = [] }: Filter, keys: readonly string[]) => {
  if (!keys.includes(Key.startsWith('tag:') ? 'tag:' : Key))
    throw new AwsError(
      'InvalidFilterKey',
      `The following filter key is not valid: ${Key}. Valid filter keys include: [${keys.join(', ')}]`,
    );
  if (Key === 'Path') {
    if (Option !== undefined && Option !== 'Recursive' && Option !== 'OneLevel')
      throw wrongOption(Option, 'Recursive, OneLevel');
    const wrong = Values.find((path) => !path.startsWith('/'));
    if (wrong !== undefined || Values.length === 0)
      throw new AwsError('ValidationException', 'The parameter path must begin with a forward slash.');
    return ({ name }: Parameter) => Values.some((path) => isBelow(path, name, Option === 'Recursive'));
  }
  const compare = OPTIONS[Option ?? 'Equals'];
  if (!compare || (Option === 'Contains' && Key !== 'Name')) throw wrongOption(Option, 'Equals, BeginsWith');
  if (Key.startsWith('tag:')) {
    const read = ({ name }: Parameter) => store.tags(name).filter((tag) => tag.Key === Key.slice('tag:'.length));
    if (Values.length === 0) return (parameter: Parameter) => read(parameter).length > 0;
    return (parameter: Parameter) =>
      read(parameter).some(({ Value }) => Values.some((wanted) => compare(Value, wanted)));
  }
  if (Values.length === 0)
    throw new AwsError('InvalidFilterValue', `The following filter values are missing for filter key ${Key}`);
  const read = READS[Key] ?? (() => []);
  return (parameter: Parameter) => read(parameter).some((value) => Values.some((wanted) => compare(value, wanted)));
};

const wrongOption = (option: string | undefined, valid: string): AwsError =>
  new AwsError(
    'InvalidFilterOption',
    `The following filter option is not valid: ${option}. Valid options include: [${valid}]`,
  );
