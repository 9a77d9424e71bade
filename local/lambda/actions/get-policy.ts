import type { Operation } from '../../aws/service.ts';
import { revisionOf } from '../revision.ts';
import type { Lambda } from '../state.ts';
import { missing, type Named, onFunction } from './named.ts';

export const getPolicy = (lambda: Lambda): Operation => ({
  members: ['FunctionName', 'Qualifier'],
  permissions: (input: Named) => [onFunction(lambda, 'GetPolicy', input)],
  run({ FunctionName, Qualifier }: Named) {
    const Statement = lambda.functions.policies.of(lambda.functions.find(FunctionName, Qualifier).invokedArn);
    if (Statement.length === 0) throw missing();
    const Policy = JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement });
    return { Policy, RevisionId: revisionOf(Policy) };
  },
});
