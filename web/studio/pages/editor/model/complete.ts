import { kindOf, type Schema } from './schema.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part that lacks what it cannot be without: a credit without its person. */
export type Incomplete = { path: readonly (string | number)[]; missing: string };

/**
 * The data as the API takes it: a part that is not whole yet, such as a credit whose person is still to be chosen, is left out and
 * named, so that the rest can be kept meanwhile.
 */
export const complete = (schema: Schema, data: unknown): { data: unknown; left: readonly Incomplete[] } => {
  const left: Incomplete[] = [];
  const visit = (at: Schema, value: unknown, path: readonly (string | number)[]): unknown => {
    if (Array.isArray(value)) {
      if (!at.items) return value;
      const items = at.items;
      const elements = value.flatMap((each, index) => {
        const whole = visit(items, each, [...path, index]);
        return whole === undefined ? [] : [whole];
      });
      if (elements.length >= (at.minItems ?? 0)) return same(elements, value) ? value : elements;
      left.push({ path, missing: '' });
      return undefined;
    }
    if (at.type === 'string' && value === '' && (at.pattern !== undefined || at.enum !== undefined)) {
      left.push({ path, missing: '' });
      return undefined;
    }
    if (!isObject(value) || !at.properties) return value;
    const before = left.length;
    const whole: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(value)) {
      const member = at.properties[name];
      const kept = member ? visit(member, each, [...path, name]) : each;
      if (kept !== undefined) whole[name] = kept;
    }
    Object.assign(whole, empties(at, whole));
    const missing = (at.required ?? []).find((name) => whole[name] === undefined);
    if (missing !== undefined || isHalf(at, whole)) {
      left.length = before;
      left.push({ path, missing: missing ?? '' });
      return undefined;
    }
    return Object.keys(whole).length === Object.keys(value).length && same(Object.values(whole), Object.values(value))
      ? value
      : whole;
  };
  const kept = visit({ ...schema, required: [] }, data, []);
  return { data: isObject(kept) ? { ...empties(schema, kept), ...kept } : empties(schema, {}), left };
};

const same = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);

/** A text in no language yet is a text. */
const canBeEmpty = (schema: Schema | undefined): boolean =>
  schema !== undefined && schema.type === 'object' && schema.additionalProperties !== false && !schema.properties;

const empties = (schema: Schema, value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    (schema.required ?? [])
      .filter((name) => value[name] === undefined && canBeEmpty(schema.properties?.[name]))
      .map((name) => [name, {}]),
  );

/** One of several forms, none of which is there yet. */
const isHalf = (schema: Schema, value: Record<string, unknown>): boolean => {
  const has = (name: string): boolean => value[name] !== undefined;
  const kind = kindOf(schema);
  if (kind === 'destination') return !has('ref') && !has('url');
  if (kind === 'captions') return !has('asset') && !has('url');
  return kind === 'opening' && !has('day') && !(has('at') && has('zone'));
};
