import type { Api, Route } from '../model.ts';
import { decoded } from '../request.ts';

export type Match = { route: Route; parameters: Record<string, string> };

/** The method and path of a route key; `$default` has neither. */
export const partsOf = (key: string): { method: string; path: string } | undefined => {
  const [method = '', path] = key.split(' ');
  return path === undefined ? undefined : { method, path };
};

/**
 * The route for a request: a full match before one with variables, those before a greedy one, `$default` last; a named method
 * before `ANY`. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export const findRoute = ({ routes }: Api, method: string, path: string): Match | undefined => {
  let best: (Match & { rank: string }) | undefined;
  for (const route of routes.values()) {
    const wanted = partsOf(route.key);
    const found = wanted ? matchRoute(wanted, method, path) : route.key === '$default' && { parameters: {}, rank: '' };
    if (found && (!best || found.rank > best.rank)) best = { route, ...found };
  }
  return best && { route: best.route, parameters: best.parameters };
};

type Found = { parameters: Record<string, string>; rank: string };

const matchRoute = (wanted: { method: string; path: string }, method: string, path: string): Found | undefined => {
  if (wanted.method !== method && wanted.method !== 'ANY') return undefined;
  const found = matchPath(wanted.path, path);
  return found && { ...found, rank: `${found.rank}${wanted.method === 'ANY' ? '.' : '/'}` };
};

/** A rank has a digit for every part, so that of two patterns the one that is exact for longer is the greater text. */
const matchPath = (pattern: string, path: string): Found | undefined => {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const parameters: Record<string, string> = {};
  let rank = '';
  for (const [index, part] of wanted.entries()) {
    const [, variable, greedy] = /^\{([^{}+]+)(\+?)\}$/.exec(part) ?? [];
    const value = given[index];
    if (value === undefined || (variable !== undefined && value === '')) return undefined;
    if (variable !== undefined && greedy) {
      parameters[variable] = decoded(given.slice(index).join('/'));
      return { parameters, rank: `${rank}1` };
    }
    if (variable !== undefined) parameters[variable] = decoded(value);
    else if (part !== value && part !== decoded(value)) return undefined;
    rank += variable === undefined ? '3' : '2';
  }
  return given.length === wanted.length ? { parameters, rank } : undefined;
};
