import type { Path } from './paths.ts';
import { isLocalised, kindOf, type Schema } from './schema.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every text of an item that some language has and this one has not, in the order of the form. */
export const missingIn = (locale: string, schema: Schema, data: unknown): Path[] => {
  const missing: Path[] = [];
  const visit = (at: Schema, value: unknown, path: Path): void => {
    if (isLocalised(at)) {
      if (!isObject(value)) return;
      const filled = Object.values(value).some((text) => typeof text === 'string' && text.trim() !== '');
      const own = value[locale];
      if (filled && !(typeof own === 'string' && own.trim() !== '')) missing.push([...path, locale]);
    } else if (Array.isArray(value) && at.items) {
      const items = at.items;
      for (const [index, each] of value.entries()) visit(items, each, [...path, index]);
    } else if (isObject(value) && at.properties && kindOf(at) !== 'reference') {
      for (const [name, member] of Object.entries(at.properties)) visit(member, value[name], [...path, name]);
    }
  };
  visit(schema, data, []);
  return missing;
};
