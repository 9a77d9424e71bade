import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, LIMIT, NEXT_TOKEN } from '../shapes.ts';
import type { Logs } from '../state.ts';
import { logsPage } from './page.ts';

const SHAPE = { nextToken: NEXT_TOKEN, limit: LIMIT(50) };

type Input = { nextToken?: string; limit?: number };

export const describeResourcePolicies = ({ policies }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  permissions: () => [{ action: 'logs:DescribeResourcePolicies', resource: '*' }],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    const { items, more } = logsPage('policies', policies.all(), input.limit ?? 50, input.nextToken);
    return { resourcePolicies: items, ...more };
  },
});
