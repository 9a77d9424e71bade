import type { Operation } from '../../aws/service.ts';
import { describeMapping } from '../event-sources/describe.ts';
import type { Lambda } from '../state.ts';
import { onMapping } from './event-source-mapping.ts';

export const getEventSourceMapping = (lambda: Lambda): Operation => ({
  members: ['UUID'],
  permissions: ({ UUID }: { UUID: string }) => [onMapping(lambda, 'GetEventSourceMapping', UUID)],
  run({ UUID }: { UUID: string }) {
    const mapping = lambda.mappings.get(UUID);
    return describeMapping(mapping, lambda.mappings.resultOf(mapping));
  },
});
