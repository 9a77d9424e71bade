/** A schema of the SDK: a number for a scalar, an array for a shape, a function or a pair that leads to one. */
export type Schema = number | (() => Schema) | readonly unknown[];

/** What the SDK's clients put first in the array of a shape. */
const KIND = { simple: 0, list: 1, map: 2, structure: 3, union: 4, operation: 9 } as const;

type Send = (command: object) => Promise<object>;

export type Client = { send: Send; destroy(): void };

export type ApiOperation = {
  name: string;
  /** The members of its input with their schemas. */
  members: ReadonlyMap<string, Schema>;
  /** The members that must be given. */
  required: readonly string[];
  /** The SDK's command for an input. */
  command(input: object): object;
};

/** One API of AWS: what its service is called, its operations, and the client that speaks it. */
export type Api = {
  title: string;
  operations: ReadonlyMap<string, ApiOperation>;
  client(options: object): Client;
};

/** Reads an API from the exports of its client, which describe each operation as `<Name>$`. */
export const apiOf = (
  title: string,
  module: object,
  Client: new (options: never) => { send: unknown; destroy(): void },
): Api => {
  const exported = module as Readonly<Record<string, unknown>>;
  const operations = Object.values(exported).flatMap((value) => {
    if (!Array.isArray(value) || value[0] !== KIND.operation) return [];
    const name = String(value[2]);
    const Command = exported[`${name}Command`] as new (input: object) => object;
    const input = shapeOf(value[4] as Schema);
    const names = (Array.isArray(input) ? (input[4] ?? []) : []) as string[];
    const schemas = (Array.isArray(input) ? (input[5] ?? []) : []) as Schema[];
    const required = names.slice(0, Array.isArray(input) ? Number(input[6] ?? 0) : 0);
    const members = new Map(names.map((member, index) => [member, schemas[index] ?? 0]));
    return [{ name, members, required, command: (given: object) => new Command(given) }];
  });
  return {
    title,
    operations: new Map(operations.sort(byName).map((operation) => [operation.name, operation])),
    client: (options) => new Client(options as never) as Client,
  };
};

const byName = (one: ApiOperation, other: ApiOperation): number => (one.name < other.name ? -1 : 1);

/** The shape that a schema leads to, past references and the traits of a member. */
const shapeOf = (schema: Schema): Schema => {
  if (typeof schema === 'function') return shapeOf(schema());
  // A member's schema stands with its traits: `[schema, traits]`.
  if (Array.isArray(schema) && schema.length === 2) return shapeOf(schema[0] as Schema);
  return schema;
};

/** The names of the header or query that carries a member; none where it travels in the body. */
export const wireNames = (schema: Schema | undefined): string[] => {
  const [, traits] = Array.isArray(schema) ? schema : [];
  const { httpHeader, httpQuery } = (typeof traits === 'object' ? traits : {}) as Record<string, string | undefined>;
  return [httpHeader, httpQuery].filter((name) => name !== undefined);
};

/** Scalars of the SDK's schemas; 64 is a list of what is added to it, 128 a map of it to texts. */
const SCALAR = {
  number: 1,
  truth: 2,
  moments: [4, 5, 6, 7],
  document: 15,
  bytes: 21,
  bigInteger: 17,
  bigDecimal: 19,
  stream: 42,
} as const;

/** A value that a client takes for a member: the least that travels. `text` stands for every text in it. */
export const sampleOf = (schema: Schema, text: string, depth = 0): unknown => {
  const shape = shapeOf(schema);
  if (typeof shape === 'number') return scalar(shape, text);
  const [kind, , , , first, second] = shape as readonly unknown[];
  if (depth > 4) return {};
  if (kind === KIND.simple) return sampleOf(first as Schema, text, depth);
  if (kind === KIND.list) return [sampleOf(first as Schema, text, depth + 1)];
  if (kind === KIND.map) return { [text]: sampleOf(second as Schema, text, depth + 1) };
  const names = first as readonly string[];
  const schemas = second as readonly Schema[];
  const needed = kind === KIND.union ? 1 : Math.max(1, Number((shape as readonly unknown[])[6] ?? 0));
  return Object.fromEntries(
    names.slice(0, needed).map((name, index) => [name, sampleOf(schemas[index] ?? 0, text, depth + 1)]),
  );
};

const scalar = (type: number, text: string): unknown => {
  if (type >= 128) return { [text]: scalar(type - 128, text) };
  if (type >= 64) return [scalar(type - 64, text)];
  if (type === SCALAR.number || type === SCALAR.bigInteger || type === SCALAR.bigDecimal) return 1;
  if (type === SCALAR.truth) return true;
  if (type === SCALAR.bytes || type === SCALAR.stream) return Buffer.from(text);
  if (SCALAR.moments.some((moment) => moment === type)) return new Date(0);
  return text;
};
