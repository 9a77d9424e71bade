import * as z from 'zod';
import { kindWanted } from '../model/asset-kind.ts';
import { CONTENT_TYPES, type ContentType, descriptionOf } from '../model/item.ts';
import { typeWanted } from '../model/type-wanted.ts';

export const ListTypesInput = z.strictObject({});

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/**
 * Says with each reference what it may refer to: `of` is a type of item, `kind` what an asset has to be. `field` is the path of
 * names that leads to it, without places in lists.
 */
const withTargets = (schema: Schema, type: ContentType, field: string): Schema => {
  const { properties, items, editor } = schema;
  const name = field.split('.').at(-1) ?? '';
  if (editor === 'reference') return { ...schema, of: typeWanted(name) };
  if (editor === 'asset' || editor === 'captions') return { ...schema, kind: kindWanted(type, `${field}.asset`) };
  if (isSchema(items)) return { ...schema, items: withTargets(items, type, field) };
  if (!isSchema(properties)) return schema;
  const entries = Object.entries(properties).map(([key, value]) => [
    key,
    isSchema(value) ? withTargets(value, type, field === '' ? key : `${field}.${key}`) : value,
  ]);
  return { ...schema, properties: Object.fromEntries(entries) };
};

const describe = (type: ContentType) => {
  const { schema, name, required, section, words } = descriptionOf(type);
  // Rules beside the shape, such as that a time exists, are checked where an item is kept.
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return { type, words, name, required, ...(section ? { section } : {}), schema: withTargets(shape, type, '') };
};

/**
 * Every type of content as JSON Schema, with what an editor has to know beside it: the field that names an item, what must be there
 * in public, and with each field the kind of editor that it wants.
 */
export const createListTypes = () => {
  const types = CONTENT_TYPES.map(describe);
  return async (_: z.output<typeof ListTypesInput>) => ({ types });
};
