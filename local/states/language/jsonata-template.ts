import type { Bindings } from './expression.ts';
import { compile, expressionText } from './expression.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { QueryError } from './state-error.ts';

const EVALUATION = 'States.QueryEvaluationError';

/**
 * Fills a JSON template: strings of the form `{% … %}` become what they evaluate to, the rest stays as it is.
 * `field` names the place in AWS's messages, such as `Arguments/Payload`. Throws `QueryError`.
 */
export const fill = async (template: Json, field: string, bindings: Bindings): Promise<Json> => {
  if (typeof template === 'string') {
    const text = expressionText(template);
    return text === undefined ? template : await evaluateText(text, field, bindings);
  }
  if (Array.isArray(template)) {
    const items: Json[] = [];
    for (const [index, item] of template.entries()) items.push(await fill(item, `${field}[${index}]`, bindings));
    return items;
  }
  if (!isObject(template)) return template;
  const filled: JsonObject = {};
  for (const [key, value] of Object.entries(template)) filled[key] = await fill(value, `${field}/${key}`, bindings);
  return filled;
};

/** Whether filling a template twice can give two values. */
export const isVolatile = (template: Json | undefined): boolean => {
  if (typeof template !== 'string')
    return typeof template === 'object' && Object.values(template ?? {}).some(isVolatile);
  const text = expressionText(template);
  return text !== undefined && compile(text).volatile;
};

const evaluateText = async (text: string, field: string, bindings: Bindings): Promise<Json> => {
  const where = `The JSONata expression '${text}' specified for the field '${field}'`;
  let value: unknown;
  try {
    value = await compile(text).evaluate(bindings);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const said = code ? `${code}: ${message}` : message;
    throw new QueryError(EVALUATION, `${where} threw an error during evaluation. ${said}`, field);
  }
  if (value === undefined) throw new QueryError(EVALUATION, `${where} returned nothing (undefined).`, field);
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function') throw unsupported(where, field);
    return value as Json;
  }
  // jsonata's functions are objects or functions with these marks; its sequences are arrays with hidden members.
  if ('_jsonata_lambda' in value || '_jsonata_function' in value) throw unsupported(where, field);
  return JSON.parse(JSON.stringify(value)) as Json;
};

const unsupported = (where: string, field: string): QueryError =>
  new QueryError(EVALUATION, `${where} returned an unsupported result type.`, field);
