import type { Service } from '../../aws/service.ts';
import { createInvalidation } from './actions/create-invalidation.ts';
import { describeFunction } from './actions/describe-function.ts';
import { describeKeyValueStore } from './actions/describe-key-value-store.ts';
import { getDistribution } from './actions/get-distribution.ts';
import { getFunction } from './actions/get-function.ts';
import { getInvalidation } from './actions/get-invalidation.ts';
import { listDistributions } from './actions/list-distributions.ts';
import { listFunctions } from './actions/list-functions.ts';
import { listInvalidations } from './actions/list-invalidations.ts';
import { listKeyValueStores } from './actions/list-key-value-stores.ts';
import { testFunction } from './actions/test-function.ts';
import { handle } from './rest.ts';
import type { Control } from './state.ts';

/** CloudFront's control plane: what templates made is shown, and invalidations are kept. */
export const cloudFrontService = (control: Control): Service => ({
  name: 'cloudfront',
  operations: {
    CreateInvalidation: createInvalidation(control),
    DescribeFunction: describeFunction(control),
    DescribeKeyValueStore: describeKeyValueStore(control),
    GetDistribution: getDistribution(control),
    GetFunction: getFunction(control),
    GetInvalidation: getInvalidation(control),
    ListDistributions: listDistributions(control),
    ListFunctions: listFunctions(control),
    ListInvalidations: listInvalidations(control),
    ListKeyValueStores: listKeyValueStores(control),
    TestFunction: testFunction(control),
  },
  handle,
});
