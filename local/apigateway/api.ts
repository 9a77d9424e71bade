export type Authorizer = {
  id: string;
  name: string;
  issuer: string;
  audience: readonly string[];
  identitySource: string;
};

export type Integration = { id: string; functionArn: string; timeoutMs: number };

export type Route = {
  key: string;
  method: string;
  path: string;
  integrationId: string;
  authorizerId?: string;
  scopes: readonly string[];
};

export type Stage = {
  name: string;
  throttle?: { rate: number; burst: number };
  accessLog?: { group: string; format: string };
};

export type Cors = {
  origins: readonly string[];
  methods: readonly string[];
  headers: readonly string[];
  exposed: readonly string[];
  credentials: boolean;
  maxAge?: number;
};

/** One HTTP API with all that its template gives it. */
export type Api = {
  id: string;
  name: string;
  cors?: Cors;
  routes: Route[];
  integrations: Map<string, Integration>;
  authorizers: Map<string, Authorizer>;
  stages: Map<string, Stage>;
};

export type Match = { route: Route; parameters: Record<string, string> };

/**
 * The route for a request: a full match before one with variables, those before a greedy one, `$default` last; a named method
 * before `ANY`. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export const findRoute = (routes: readonly Route[], method: string, path: string): Match | undefined => {
  let best: (Match & { score: number }) | undefined;
  for (const route of routes) {
    if (route.key === '$default') {
      if (!best) best = { route, parameters: {}, score: -1 };
      continue;
    }
    if (route.method !== method && route.method !== 'ANY') continue;
    const found = matchPath(route.path, path);
    if (!found) continue;
    const score = found.score * 2 + (route.method === 'ANY' ? 0 : 1);
    if (!best || score > best.score) best = { route, parameters: found.parameters, score };
  }
  return best && { route: best.route, parameters: best.parameters };
};

const matchPath = (
  pattern: string,
  path: string,
): { parameters: Record<string, string>; score: number } | undefined => {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const parameters: Record<string, string> = {};
  let score = 0;
  for (const [index, part] of wanted.entries()) {
    const greedy = /^\{(\w+)\+\}$/.exec(part)?.[1];
    if (greedy) {
      if (given.length <= index || given[index] === '') return undefined;
      parameters[greedy] = decode(given.slice(index).join('/'));
      return { parameters, score };
    }
    const value = given[index];
    if (value === undefined) return undefined;
    const variable = /^\{(\w+)\}$/.exec(part)?.[1];
    if (variable) {
      if (value === '') return undefined;
      parameters[variable] = decode(value);
      score += 1;
    } else if (part === value) score += 1000;
    else return undefined;
  }
  return given.length === wanted.length ? { parameters, score } : undefined;
};

const decode = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
