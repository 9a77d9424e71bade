import { AwsError } from '../../aws/error.ts';
import type { FrontDoorRequest, Service } from '../../aws/service.ts';
import { readBody, written } from './body.ts';
import { ROUTES, type Route } from './routes.ts';
import { invalidArgument } from './state.ts';

const routes = ROUTES.map((route) => ({
  ...route,
  names: [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  pattern: new RegExp(`^${route.path.replace(/\{\w+\}/g, '([^/]+)')}/?$`),
}));

/** Members of the output that travel as headers. */
const HEADERS: Readonly<Record<string, string>> = { ETag: 'etag', Location: 'location', ContentType: 'content-type' };

/** Maps CloudFront's REST protocol to its operations. */
export const handle: NonNullable<Service['handle']> = async (request, context, cloud) => {
  const { method, rawPath, headers } = request;
  const route = routes.find((each) => each.method === method && each.pattern.test(rawPath));
  // Such as `?WithTags`, which makes another operation of the same path.
  if (!route || isOther(request, route)) {
    const message = `The embedded runtime has no CloudFront operation for ${method} ${rawPath}.`;
    throw new AwsError('UnknownOperationException', message, 404);
  }
  const values = (route.pattern.exec(rawPath) ?? []).slice(1);
  const named = Object.fromEntries(route.names.map((name, index) => [name, decoded(values[index] ?? '')]));
  const input = {
    ...readBody(route.operation, request),
    ...queryOf(request, route),
    ...named,
    ...(route.ifMatch && headers['if-match'] !== undefined ? { IfMatch: headers['if-match'] } : {}),
  };
  const output = await cloud.call('cloudfront', route.operation, input, context.principal, context);
  const body = output[route.output];
  const said = Object.entries(HEADERS).flatMap(([member, header]) =>
    output[member] === undefined ? [] : [[header, String(output[member])]],
  );
  return {
    status: route.status ?? 200,
    headers: { 'content-type': 'text/xml', ...Object.fromEntries(said) },
    body: Buffer.isBuffer(body) ? body : written(route.output, body),
  };
};

const isOther = ({ url }: FrontDoorRequest, { query = [] }: Route): boolean =>
  [...url.searchParams.keys()].some((name) => !query.includes(name));

const queryOf = ({ url }: FrontDoorRequest, { query = [] }: Route): Record<string, unknown> =>
  Object.fromEntries(
    query.flatMap((name) => {
      const value = url.searchParams.get(name);
      return value === null ? [] : [[name, name === 'MaxItems' ? Number(value) : value]];
    }),
  );

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidArgument(`The path has a part that is not valid: ${text}.`);
  }
};
