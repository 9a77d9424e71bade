/** How an operation travels over HTTP: names in braces are members of its input, as are those of the query. */
export type Route = {
  operation: string;
  method: string;
  path: string;
  query?: readonly string[];
  /** The header that carries `IfMatch`, and what of the output is the body. */
  ifMatch?: boolean;
  /** The member of the output that is the body. */
  output: string;
  /** Default: 200. */
  status?: number;
};

const DISTRIBUTION = '/2020-05-31/distribution';
const FUNCTION = '/2020-05-31/function';
const PAGES = ['Marker', 'MaxItems'];

/** @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Operations_Amazon_CloudFront.html */
export const ROUTES: readonly Route[] = [
  {
    operation: 'CreateInvalidation',
    method: 'POST',
    path: `${DISTRIBUTION}/{DistributionId}/invalidation`,
    output: 'Invalidation',
    status: 201,
  },
  {
    operation: 'ListInvalidations',
    method: 'GET',
    path: `${DISTRIBUTION}/{DistributionId}/invalidation`,
    query: PAGES,
    output: 'InvalidationList',
  },
  {
    operation: 'GetInvalidation',
    method: 'GET',
    path: `${DISTRIBUTION}/{DistributionId}/invalidation/{Id}`,
    output: 'Invalidation',
  },
  { operation: 'ListDistributions', method: 'GET', path: DISTRIBUTION, query: PAGES, output: 'DistributionList' },
  { operation: 'GetDistribution', method: 'GET', path: `${DISTRIBUTION}/{Id}`, output: 'Distribution' },
  {
    operation: 'ListKeyValueStores',
    method: 'GET',
    path: '/2020-05-31/key-value-store',
    query: [...PAGES, 'Status'],
    output: 'KeyValueStoreList',
  },
  {
    operation: 'DescribeKeyValueStore',
    method: 'GET',
    path: '/2020-05-31/key-value-store/{Name}',
    output: 'KeyValueStore',
  },
  { operation: 'ListFunctions', method: 'GET', path: FUNCTION, query: [...PAGES, 'Stage'], output: 'FunctionList' },
  { operation: 'GetFunction', method: 'GET', path: `${FUNCTION}/{Name}`, query: ['Stage'], output: 'FunctionCode' },
  {
    operation: 'DescribeFunction',
    method: 'GET',
    path: `${FUNCTION}/{Name}/describe`,
    query: ['Stage'],
    output: 'FunctionSummary',
  },
  { operation: 'TestFunction', method: 'POST', path: `${FUNCTION}/{Name}/test`, ifMatch: true, output: 'TestResult' },
];
