import type * as z from 'zod';

/** The input does not fit its contract; the message names each field and what was expected. Terminal. */
export class InvalidInputError extends Error {
  override name = 'InvalidInputError';
  /** The first field at fault; empty where the whole input is. */
  readonly field: string;

  constructor(message: string, field: string, options?: ErrorOptions) {
    super(message, options);
    this.field = field;
  }
}

/** Parses what comes from outside. Throws `InvalidInputError`. */
export const parse = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new InvalidInputError(problems.join('; '), field, { cause: parsed.error });
};
