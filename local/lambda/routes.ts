/** How an operation travels over HTTP: names in braces are members of its input, as are those of the query. */
export type Route = {
  operation: string;
  method: string;
  path: string;
  query?: readonly string[];
  /** Default: 200. */
  status?: number;
};

const FUNCTION = '/2015-03-31/functions/{FunctionName}';
const ASYNC = '/2019-09-25/functions/{FunctionName}/event-invoke-config';
const MAPPINGS = '/2015-03-31/event-source-mappings';
const PAGES = ['Marker', 'MaxItems'];
const QUALIFIED = ['Qualifier'];

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html */
export const ROUTES: readonly Route[] = [
  {
    operation: 'ListFunctions',
    method: 'GET',
    path: '/2015-03-31/functions',
    query: [...PAGES, 'FunctionVersion', 'MasterRegion'],
  },
  { operation: 'GetFunction', method: 'GET', path: FUNCTION, query: QUALIFIED },
  { operation: 'GetFunctionConfiguration', method: 'GET', path: `${FUNCTION}/configuration`, query: QUALIFIED },
  { operation: 'ListVersionsByFunction', method: 'GET', path: `${FUNCTION}/versions`, query: PAGES },
  { operation: 'ListAliases', method: 'GET', path: `${FUNCTION}/aliases`, query: [...PAGES, 'FunctionVersion'] },
  { operation: 'GetAlias', method: 'GET', path: `${FUNCTION}/aliases/{Name}` },
  { operation: 'GetPolicy', method: 'GET', path: `${FUNCTION}/policy`, query: QUALIFIED },
  { operation: 'AddPermission', method: 'POST', path: `${FUNCTION}/policy`, query: QUALIFIED, status: 201 },
  {
    operation: 'RemovePermission',
    method: 'DELETE',
    path: `${FUNCTION}/policy/{StatementId}`,
    query: ['Qualifier', 'RevisionId'],
    status: 204,
  },
  { operation: 'PutFunctionConcurrency', method: 'PUT', path: '/2017-10-31/functions/{FunctionName}/concurrency' },
  {
    operation: 'DeleteFunctionConcurrency',
    method: 'DELETE',
    path: '/2017-10-31/functions/{FunctionName}/concurrency',
    status: 204,
  },
  { operation: 'GetFunctionConcurrency', method: 'GET', path: '/2019-09-30/functions/{FunctionName}/concurrency' },
  { operation: 'GetFunctionEventInvokeConfig', method: 'GET', path: ASYNC, query: QUALIFIED },
  { operation: 'PutFunctionEventInvokeConfig', method: 'PUT', path: ASYNC, query: QUALIFIED },
  { operation: 'UpdateFunctionEventInvokeConfig', method: 'POST', path: ASYNC, query: QUALIFIED },
  { operation: 'DeleteFunctionEventInvokeConfig', method: 'DELETE', path: ASYNC, query: QUALIFIED, status: 204 },
  { operation: 'ListFunctionEventInvokeConfigs', method: 'GET', path: `${ASYNC}/list`, query: PAGES },
  { operation: 'CreateEventSourceMapping', method: 'POST', path: MAPPINGS, status: 202 },
  {
    operation: 'ListEventSourceMappings',
    method: 'GET',
    path: MAPPINGS,
    query: [...PAGES, 'EventSourceArn', 'FunctionName'],
  },
  { operation: 'GetEventSourceMapping', method: 'GET', path: `${MAPPINGS}/{UUID}` },
  { operation: 'UpdateEventSourceMapping', method: 'PUT', path: `${MAPPINGS}/{UUID}`, status: 202 },
  { operation: 'DeleteEventSourceMapping', method: 'DELETE', path: `${MAPPINGS}/{UUID}`, status: 202 },
  { operation: 'GetAccountSettings', method: 'GET', path: '/2016-08-19/account-settings' },
  { operation: 'ListTags', method: 'GET', path: '/2017-03-31/tags/{Resource}' },
  {
    operation: 'GetFunctionRecursionConfig',
    method: 'GET',
    path: '/2024-08-31/functions/{FunctionName}/recursion-config',
  },
  {
    operation: 'PutFunctionRecursionConfig',
    method: 'PUT',
    path: '/2024-08-31/functions/{FunctionName}/recursion-config',
  },
];
