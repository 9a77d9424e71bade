import { AwsError } from '../aws/error.ts';
import type { Service } from '../aws/service.ts';
import { COLLECTIONS, lookingOperations } from './actions/look.ts';
import type { Apis } from './model.ts';
import { decoded } from './request.ts';

type Route = { operation: string; path: RegExp; names: readonly string[] };

/** `/v2/apis/{ApiId}/routes` as a pattern and the names of its parts. */
const routeOf = (operation: string, template: string): Route => ({
  operation,
  path: new RegExp(`^/v2/apis${template.replaceAll(/\{\w+\}/g, '([^/]+)')}/?$`),
  names: [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
});

const ROUTES: readonly Route[] = [
  routeOf('GetApis', ''),
  routeOf('GetApi', '/{ApiId}'),
  ...COLLECTIONS.flatMap(({ path, id, one, all }) => [
    routeOf(all, `/{ApiId}${path}`),
    routeOf(one, `/{ApiId}${path}/{${id}}`),
  ]),
];

/** The API Gateway V2 API, as far as it looks at APIs. */
export const managementService = (apis: Apis): Service => ({
  name: 'apigatewayv2',
  signingName: 'apigateway',
  operations: lookingOperations(apis),
  async handle({ method, rawPath, url }, context, cloud) {
    const route = method === 'GET' ? ROUTES.find(({ path }) => path.test(rawPath)) : undefined;
    if (!route) {
      const message = `The embedded runtime has no API Gateway operation for ${method} ${rawPath}; APIs are made and changed by templates.`;
      throw new AwsError('UnknownOperationException', message, 404);
    }
    const values = route.path.exec(rawPath)?.slice(1) ?? [];
    const input = {
      ...Object.fromEntries(route.names.map((name, index) => [name, decoded(values[index] ?? '')])),
      ...optional('MaxResults', url.searchParams.get('maxResults')),
      ...optional('NextToken', url.searchParams.get('nextToken')),
    };
    const output = await cloud.call('apigatewayv2', route.operation, input, context.principal, context);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(output) };
  },
});

const optional = (name: string, value: string | null): Record<string, string> =>
  value === null ? {} : { [name]: value };
