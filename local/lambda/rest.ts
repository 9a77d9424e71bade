import { AwsError } from '../aws/error.ts';
import type { FrontDoorRequest, FrontDoorResponse, Service } from '../aws/service.ts';

type Route = { method: string; path: RegExp; operation: string };

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html */
const ROUTES: readonly Route[] = [
  { method: 'POST', path: /^\/2015-03-31\/functions\/([^/]+)\/invocations$/, operation: 'Invoke' },
  { method: 'GET', path: /^\/2015-03-31\/functions\/?$/, operation: 'ListFunctions' },
  { method: 'GET', path: /^\/2015-03-31\/functions\/([^/]+)$/, operation: 'GetFunction' },
  { method: 'GET', path: /^\/2015-03-31\/functions\/([^/]+)\/configuration$/, operation: 'GetFunctionConfiguration' },
  { method: 'GET', path: /^\/2015-03-31\/functions\/([^/]+)\/aliases$/, operation: 'ListAliases' },
];

/** Maps Lambda's REST protocol to its operations. */
export const handle: NonNullable<Service['handle']> = async (request, context, cloud) => {
  const path = request.url.pathname;
  const route = ROUTES.find(({ method, path: pattern }) => method === request.method && pattern.test(path));
  if (!route) {
    throw new AwsError(
      'UnknownOperationException',
      `The embedded runtime has no Lambda operation for ${request.method} ${path}.`,
      404,
    );
  }
  const [, name] = route.path.exec(path) ?? [];
  const input = {
    ...(name === undefined ? {} : { FunctionName: decodeURIComponent(name) }),
    ...optional('Qualifier', request.url.searchParams.get('Qualifier')),
    ...(route.operation === 'Invoke' ? invocation(request) : {}),
  };
  const output = await cloud.call('lambda', route.operation, input, context.principal, context);
  return route.operation === 'Invoke'
    ? invoked(output)
    : { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(output) };
};

const optional = (name: string, value: string | null | undefined): Record<string, string> =>
  value ? { [name]: value } : {};

const invocation = ({ headers, body }: FrontDoorRequest): Record<string, unknown> => ({
  ...optional('InvocationType', headers['x-amz-invocation-type']),
  ...optional('LogType', headers['x-amz-log-type']),
  Payload: body.toString(),
});

const invoked = ({
  StatusCode,
  Payload,
  FunctionError,
  LogResult,
  ExecutedVersion,
}: Record<string, unknown>): FrontDoorResponse => ({
  status: Number(StatusCode),
  headers: {
    'content-type': 'application/json',
    ...(FunctionError ? { 'x-amz-function-error': String(FunctionError) } : {}),
    ...(LogResult ? { 'x-amz-log-result': String(LogResult) } : {}),
    ...(ExecutedVersion ? { 'x-amz-executed-version': String(ExecutedVersion) } : {}),
  },
  body: typeof Payload === 'string' ? Payload : '',
});
