import type { Operation } from '../../aws/service.ts';
import { ACCOUNT_CONCURRENCY } from '../concurrency.ts';
import type { Lambda } from '../state.ts';

/** Sizes of code that Lambda takes, in bytes. @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const SIZES = { TotalCodeSize: 75 * 2 ** 30, CodeSizeUnzipped: 250 * 2 ** 20, CodeSizeZipped: 50 * 2 ** 20 };

export const getAccountSettings = ({ functions }: Lambda): Operation => ({
  members: [],
  differs: 'The code of functions counts as 0 bytes: it is read where it was built.',
  permissions: () => [{ action: 'lambda:GetAccountSettings', resource: '*' }],
  run() {
    const all = functions.all();
    const reserved = all.reduce((sum, { reservedConcurrency = 0 }) => sum + reservedConcurrency, 0);
    return {
      AccountLimit: {
        ...SIZES,
        ConcurrentExecutions: ACCOUNT_CONCURRENCY,
        UnreservedConcurrentExecutions: ACCOUNT_CONCURRENCY - reserved,
      },
      AccountUsage: { TotalCodeSize: 0, FunctionCount: all.length },
    };
  },
});
