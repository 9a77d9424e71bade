import type { Api, Route } from '../model.ts';

/** The route of a key, such as `$connect`. */
export const routeOf = (api: Api, key: string): Route | undefined =>
  [...api.routes.values()].find((route) => route.key === key);

/**
 * The route that an API's route selection expression, such as `$request.body.action` or
 * `${request.body.kind}/${request.body.verb}`, finds for a message; `$default` where it finds none.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
 */
export const selectRoute = (api: Api, message: string): Route | undefined => {
  const key = evaluate(api.routeSelection, message);
  // The three predefined routes are not for messages to name.
  const named = key === undefined || key.startsWith('$') ? undefined : routeOf(api, key);
  return named ?? routeOf(api, '$default');
};

const evaluate = (expression: string, message: string): string | undefined => {
  const body = parse(message);
  const whole = /^\$request\.body\.([\w.[\]-]+)$/.exec(expression)?.[1];
  if (whole !== undefined) return valueAt(body, whole);
  let missing = false;
  const filled = expression.replace(/\$\{request\.body\.([\w.[\]-]+)\}/g, (_, path: string) => {
    const value = valueAt(body, path);
    missing ||= value === undefined;
    return value ?? '';
  });
  return missing ? undefined : filled;
};

const valueAt = (body: unknown, path: string): string | undefined => {
  let value = body;
  for (const name of path.replaceAll(/\[(\d+)\]/g, '.$1').split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
};

const parse = (message: string): unknown => {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
};
