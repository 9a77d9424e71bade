import type { Operation } from '../../aws/service.ts';
import { describeMapping } from '../event-sources/describe.ts';
import type { Lambda } from '../state.ts';
import { onMapping } from './event-source-mapping.ts';

export const deleteEventSourceMapping = (lambda: Lambda): Operation => ({
  members: ['UUID'],
  permissions: ({ UUID }: { UUID: string }) => [onMapping(lambda, 'DeleteEventSourceMapping', UUID)],
  async run({ UUID }: { UUID: string }) {
    const mapping = await lambda.mappings.remove(UUID);
    return describeMapping(mapping, 'OK', 'Deleting');
  },
});
