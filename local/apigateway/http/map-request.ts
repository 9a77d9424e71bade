import { queryOf } from '../request.ts';
import { contextValues, type Exchange } from './exchange.ts';
import { fill, type Mapping, mapHeader, valueIn } from './mapping.ts';

const own = (values: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/** Values of `request.header.x`, `request.path`, `context.requestId`, `stageVariables.x` and the like. */
const lookupOf =
  (exchange: Exchange) =>
  (variable: string): string | undefined => {
    const { request, match, stage, path } = exchange;
    const [, kind = '', name = ''] =
      /^(request\.(?:header|querystring|path|body)|context|stageVariables)(?:\.(.+))?$/.exec(variable) ?? [];
    if (kind === 'request.header') return own(request.headers, name.toLowerCase());
    if (kind === 'request.querystring') {
      const values = queryOf(request.query).filter(([key]) => key === name);
      return values.length > 0 ? values.map(([, value]) => value).join(',') : undefined;
    }
    if (kind === 'request.path') return name === '' ? path : own(match.parameters, name);
    if (kind === 'request.body') return name === '' ? request.body.toString() : valueIn(request.body.toString(), name);
    return own(kind === 'context' ? contextValues(exchange) : stage.variables, name);
  };

const mapQuery = (query: string, { action, name }: Mapping, value: string | undefined): string => {
  if (action !== 'remove' && value === undefined) return query;
  const parameters = new URLSearchParams(query);
  if (action !== 'append') parameters.delete(name);
  if (action !== 'remove') parameters.append(name, value ?? '');
  return parameters.toString();
};

/** The exchange with the request as its integration's parameter mapping makes it; values are those of the client's request. */
export const mapRequest = (exchange: Exchange, steps: readonly Mapping[]): Exchange => {
  if (steps.length === 0) return exchange;
  const lookup = lookupOf(exchange);
  let { request, path } = exchange;
  for (const step of steps) {
    const value = fill(step.value, lookup);
    if (step.place === 'header') request = { ...request, headers: mapHeader(request.headers, step, value) };
    else if (step.place === 'querystring') request = { ...request, query: mapQuery(request.query, step, value) };
    else if (value !== undefined) path = value.startsWith('/') ? value : `/${value}`;
  }
  // The client's own spelling of headers no longer holds.
  const { rawHeaders: _, ...mapped } = request;
  return { ...exchange, request: mapped, path };
};
