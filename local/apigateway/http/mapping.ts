/** One step of a parameter mapping: `append:header.x-own`, `overwrite:path`, `remove:querystring.page`, `overwrite:statuscode`. */
export type Mapping = {
  action: 'append' | 'overwrite' | 'remove';
  place: 'header' | 'querystring' | 'path' | 'statuscode';
  name: string;
  value: string;
};

const DESTINATION =
  /^(?:(append|overwrite|remove):(header|querystring)\.([\w.!#$%&'*+^`|~-]+)|(overwrite):(path|statuscode))$/;

/** Headers that API Gateway keeps to itself. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html */
const RESERVED =
  /^(access-control-.*|apigw-.*|authorization|connection|content-(encoding|length|location)|forwarded|keep-alive|origin|proxy-.*|te|trailers?|transfer-encoding|upgrade|x-amz-.*|x-amzn-.*|x-forwarded-(for|host|proto)|via)$/i;

const PLACES = { request: ['header', 'querystring', 'path'], response: ['header', 'statuscode'] };

const SOURCE =
  /\$(?:request|response)\.(?:header|querystring|path|body)(?:\.[\w.[\]-]+)?|\$(?:context|stageVariables)\.\w[\w.]*\w|\$\w/g;

/** Reads one step. Throws for what API Gateway would refuse, by name. */
export const readMapping = (side: 'request' | 'response', destination: string, value: string): Mapping => {
  const [, action, place, name = '', alone, whole] = DESTINATION.exec(destination) ?? [];
  const found = place ?? whole;
  if (found === undefined || !PLACES[side].includes(found))
    throw new Error(`Invalid mapping expression specified: ${destination} of a ${side}`);
  if (found === 'header' && RESERVED.test(name)) throw new Error(`Operations on header ${name} are restricted`);
  for (const [variable] of value.matchAll(SOURCE))
    if (
      !/^\$(request|response|context|stageVariables)/.test(variable) ||
      (side === 'request' && variable.startsWith('$response'))
    )
      throw new Error(`Invalid mapping expression specified: ${value}`);
  return { action: (action ?? alone) as Mapping['action'], place: found as Mapping['place'], name, value };
};

/** Fills the variables of a value in, alone or as `${…}`; undefined where one has no value, which leaves the step out. */
export const fill = (value: string, lookup: (variable: string) => string | undefined): string | undefined => {
  if (value.startsWith('$') && !value.startsWith('${')) return lookup(value.slice(1));
  let missing = false;
  const filled = value.replace(/\$\{([^}]+)\}/g, (_, variable: string) => {
    const found = lookup(variable);
    missing ||= found === undefined;
    return found ?? '';
  });
  return missing ? undefined : filled;
};

/** The value at a path such as `user.names[0]` of a JSON text; objects and lists as JSON. */
export const valueIn = (text: string, path: string): string | undefined => {
  try {
    let value: unknown = JSON.parse(text);
    for (const name of path
      .replaceAll(/\[(\d+)\]/g, '.$1')
      .split('.')
      .filter(Boolean)) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
      value = (value as Record<string, unknown>)[name];
    }
    return typeof value === 'string' ? value : JSON.stringify(value);
  } catch {
    return undefined;
  }
};

const changed = (before: string | undefined, { action }: Mapping, value: string | undefined): string | undefined => {
  if (action === 'remove') return undefined;
  if (value === undefined) return before;
  return action === 'append' && before !== undefined ? `${before},${value}` : value;
};

/** Headers after a step; names go by their lower case. */
export const mapHeader = (
  headers: Readonly<Record<string, string>>,
  step: Mapping,
  value: string | undefined,
): Record<string, string> => {
  const { [step.name.toLowerCase()]: before, ...rest } = headers;
  const after = changed(before, step, value);
  return after === undefined ? rest : { ...rest, [step.name.toLowerCase()]: after };
};
