import { AwsError } from '../aws/error.ts';
import type { FrontDoorRequest, FrontDoorResponse, Service } from '../aws/service.ts';
import { ROUTES, type Route } from './routes.ts';

const INVOKE = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

const routes = ROUTES.map((route) => ({
  ...route,
  names: [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  pattern: new RegExp(`^${route.path.replace(/\{\w+\}/g, '([^/]+)')}/?$`),
}));

/** Maps Lambda's REST protocol to its operations. */
export const handle: NonNullable<Service['handle']> = async (request, context, cloud) => {
  const call = (operation: string, input: object) => cloud.call('lambda', operation, input, context.principal, context);
  // As received: a function may be named by its ARN, whose colons and slashes may be encoded.
  const path = request.rawPath;
  const [, name] = (request.method === 'POST' && INVOKE.exec(path)) || [];
  if (name !== undefined) return invoked(await call('Invoke', invocation(request, name)));
  const route = routes.find(({ method, pattern }) => method === request.method && pattern.test(path));
  if (!route) {
    const message = `The embedded runtime has no Lambda operation for ${request.method} ${path}.`;
    throw new AwsError('UnknownOperationException', message, 404);
  }
  const values = (route.pattern.exec(path) ?? []).slice(1);
  const named = Object.fromEntries(route.names.map((each, index) => [each, decodeURIComponent(values[index] ?? '')]));
  const output = await call(route.operation, { ...body(request), ...query(request, route), ...named });
  const { status = 200 } = route;
  if (status === 204) return { status };
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(output) };
};

const query = ({ url }: FrontDoorRequest, { query: names = [] }: Route): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => optional(name, url.searchParams.get(name))));

const body = ({ body: bytes }: FrontDoorRequest): object => {
  if (bytes.length === 0) return {};
  try {
    const read: unknown = JSON.parse(bytes.toString());
    if (typeof read === 'object' && read !== null) return read;
  } catch {
    // Told below.
  }
  throw new AwsError('InvalidRequestContentException', 'Could not parse request body into json.');
};

const optional = (name: string, value: string | null | undefined): [string, string][] => (value ? [[name, value]] : []);

const invocation = ({ headers, body: bytes, url }: FrontDoorRequest, name: string): object => ({
  FunctionName: decodeURIComponent(name),
  ...Object.fromEntries([
    ...optional('Qualifier', url.searchParams.get('Qualifier')),
    ...optional('InvocationType', headers['x-amz-invocation-type']),
    ...optional('LogType', headers['x-amz-log-type']),
    ...optional('ClientContext', headers['x-amz-client-context']),
    ...optional('DurableExecutionName', headers['x-amz-durable-execution-name']),
    ...optional('TenantId', headers['x-amz-tenant-id']),
  ]),
  Payload: bytes.toString(),
});

const invoked = (output: Record<string, unknown>): FrontDoorResponse => {
  const { StatusCode, Payload, FunctionError, LogResult, ExecutedVersion } = output;
  return {
    status: Number(StatusCode),
    headers: {
      'content-type': 'application/json',
      ...(FunctionError ? { 'x-amz-function-error': String(FunctionError) } : {}),
      ...(LogResult ? { 'x-amz-log-result': String(LogResult) } : {}),
      ...(ExecutedVersion ? { 'x-amz-executed-version': String(ExecutedVersion) } : {}),
    },
    body: typeof Payload === 'string' ? Payload : '',
  };
};
