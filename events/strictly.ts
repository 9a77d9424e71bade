import * as z from 'zod';

/** The same schema, refusing fields that it does not name, in nested objects and lists of objects too. */
export const strictly = <Schema extends z.ZodType>(schema: Schema): Schema => rebuild(schema) as Schema;

const rebuild = (schema: z.core.$ZodType): z.core.$ZodType => {
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries(schema.shape).map(([name, field]) => [name, rebuild(field)]);
    return z.strictObject(Object.fromEntries(shape));
  }
  if (schema instanceof z.ZodArray) {
    return schema.element instanceof z.ZodObject ? z.array(rebuild(schema.element)) : schema;
  }
  if (schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodObject)
    return z.optional(rebuild(schema.unwrap()));
  return schema;
};
