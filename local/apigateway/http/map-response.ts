import type { ApiResponse } from '../answer.ts';
import { contextValues, type Exchange } from './exchange.ts';
import { fill, type Mapping, mapHeader, valueIn } from './mapping.ts';

const own = (values: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/** An answer as the mapping for its status makes it. */
export const mapResponse = (
  response: ApiResponse,
  exchange: Exchange,
  byStatus: Readonly<Record<string, readonly Mapping[]>>,
): ApiResponse => {
  const lookup = (variable: string): string | undefined => {
    const [, kind, name = ''] =
      /^(response\.header|response\.body|context|stageVariables)(?:\.(.+))?$/.exec(variable) ?? [];
    if (kind === 'response.header') return own(response.headers, name.toLowerCase());
    if (kind === 'response.body')
      return name === '' ? response.body.toString() : valueIn(response.body.toString(), name);
    return own(kind === 'context' ? contextValues(exchange) : exchange.stage.variables, name);
  };
  let mapped = response;
  const steps = Object.hasOwn(byStatus, String(response.status)) ? (byStatus[response.status] ?? []) : [];
  for (const step of steps) {
    const value = fill(step.value, lookup);
    if (step.place === 'header') mapped = { ...mapped, headers: mapHeader(mapped.headers, step, value) };
    else if (/^[2-5]\d\d$/.test(value ?? '')) mapped = { ...mapped, status: Number(value) };
  }
  return mapped;
};
