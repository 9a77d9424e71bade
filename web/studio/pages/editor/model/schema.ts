/** What the API tells of a field: JSON Schema, with the editor that it wants. */
export type Schema = {
  type?: string;
  editor?: string;
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  anyOf?: readonly Schema[];
  required?: readonly string[];
  enum?: readonly string[];
  const?: unknown;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  /** Of a reference: the type of item that it may refer to. */
  of?: string;
  /** Of an asset: what it has to be. */
  kind?: 'picture' | 'film' | 'captions';
};

/** A type of content, as `GET /content-types` tells it. */
export type TypeDescription = {
  type: string;
  words: string;
  /** The field that names an item. */
  name: string;
  /** What must be there in public. */
  required: readonly string[];
  /** What the address of its page begins with; none has no page of its own. */
  section?: string;
  schema: Schema;
};

export type Kind =
  | 'line'
  | 'paragraph'
  | 'markdown'
  | 'lines'
  | 'text'
  | 'choice'
  | 'language'
  | 'address'
  | 'number'
  | 'yes-no'
  | 'slugs'
  | 'reference'
  | 'asset'
  | 'captions'
  | 'time'
  | 'opening'
  | 'day'
  | 'destination'
  | 'countries'
  | 'list'
  | 'group'
  | 'raw';

const BY_EDITOR: Readonly<Record<string, Kind>> = {
  ...{ line: 'line', paragraph: 'paragraph', markdown: 'markdown', lines: 'lines', plain: 'text', locale: 'language' },
  ...{ slugs: 'slugs', reference: 'reference', asset: 'asset', captions: 'captions', time: 'time', opening: 'opening' },
  ...{ day: 'day', url: 'address', destination: 'destination' },
};

const COUNTRY = '^[A-Z]{2}$';

/** By which editor a field is written: the one that it wants, else what its shape allows. */
export const kindOf = (schema: Schema): Kind => {
  const wanted = schema.editor === undefined ? undefined : BY_EDITOR[schema.editor];
  if (wanted) return wanted;
  if (schema.enum) return 'choice';
  if (schema.type === 'string') return 'text';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'boolean') return 'yes-no';
  if (schema.type === 'array') return schema.items?.pattern === COUNTRY ? 'countries' : schema.items ? 'list' : 'raw';
  if (schema.properties) return 'group';
  const { propertyNames, additionalProperties } = schema;
  const isText = typeof additionalProperties === 'object' && additionalProperties.type === 'string';
  return propertyNames?.editor === 'locale' && isText ? 'paragraph' : 'raw';
};

/** Whether a field has a text a language. */
export const isLocalised = (schema: Schema): boolean => ['line', 'paragraph', 'markdown'].includes(kindOf(schema));

/** The most letters of a text. */
export const limitOf = ({ maxLength, additionalProperties }: Schema): number | undefined =>
  maxLength ?? (typeof additionalProperties === 'object' ? additionalProperties.maxLength : undefined);

export type Section = { id: string; fields: readonly [string, Schema][] };

/** Fields that every type has; they stand last. */
const LAST = ['slugs', 'embargoUntil', 'alsoAsked'];

const standsAlone = (schema: Schema): boolean => ['list', 'group', 'raw'].includes(kindOf(schema));

/** A type's fields in sections: what it is first, then each list and group of its own, then its address. */
export const sectionsOf = ({ properties = {} }: Schema): Section[] => {
  const all = Object.entries(properties);
  const main = all.filter(([name, schema]) => !LAST.includes(name) && !standsAlone(schema));
  const apart = all.filter(([name, schema]) => !LAST.includes(name) && standsAlone(schema));
  const last = all.filter(([name]) => LAST.includes(name));
  return [
    ...(main.length > 0 ? [{ id: 'main', fields: main }] : []),
    ...apart.map((field) => ({ id: field[0], fields: [field] })),
    ...(last.length > 0 ? [{ id: 'address', fields: last }] : []),
  ];
};

/** The schema of the field at a path; undefined where the type has none there. */
export const schemaAt = (schema: Schema | undefined, path: readonly (string | number)[]): Schema | undefined => {
  const [key, ...rest] = path;
  if (schema === undefined || key === undefined) return schema;
  if (typeof key === 'number') return schemaAt(schema.items, rest);
  const { additionalProperties } = schema;
  return schemaAt(
    schema.properties?.[key] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined),
    rest,
  );
};

/** What a new element of a list begins with. */
export const freshOf = (schema: Schema): unknown => {
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'array') return [];
  if (schema.type === 'string') return '';
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 0;
  if (schema.type === 'boolean') return false;
  const wanted = (schema.required ?? []).flatMap((name) => {
    const member = schema.properties?.[name];
    // What has to be chosen is left out until it is.
    if (!member || ['reference', 'asset', 'time', 'day', 'address', 'countries'].includes(kindOf(member))) return [];
    return [[name, freshOf(member)] as const];
  });
  return Object.fromEntries(wanted);
};
