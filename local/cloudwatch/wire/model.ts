import { createRequire } from 'node:module';

/** A shape of an API model as the AWS SDK writes it. */
export type ModelShape = {
  type?: string;
  shape?: string;
  members?: Readonly<Record<string, ModelShape>>;
  member?: ModelShape;
};

type Model = {
  operations: Readonly<Record<string, { input?: ModelShape }>>;
  shapes: Readonly<Record<string, ModelShape>>;
};

const model = createRequire(import.meta.url)('aws-sdk/apis/monitoring-2010-08-01.min.json') as Model;

/** The input of an operation with the types that its model gives it; forms carry nothing but texts. */
export const typed = (operation: string, input: unknown): Record<string, unknown> =>
  read(model.operations[operation]?.input, input) as Record<string, unknown>;

const read = (shape: ModelShape | undefined, value: unknown): unknown => {
  const known = shape?.shape === undefined ? shape : { ...model.shapes[shape.shape], ...shape };
  switch (known?.type) {
    case 'structure':
      if (typeof value !== 'object' || value === null) return {};
      return Object.fromEntries(
        Object.entries(value).map(([name, member]) => [name, read(known.members?.[name], member)]),
      );
    case 'list':
      return Array.isArray(value) ? value.map((item) => read(known.member, item)) : value === '' ? [] : value;
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return Number(value);
    case 'boolean':
      return value === 'true' || value === true;
    case 'timestamp':
      return new Date(String(value));
    default:
      return value;
  }
};
