import type { Operation } from '../../aws/service.ts';
import { describeMapping } from '../event-sources/describe.ts';
import type { MappingInput } from '../event-sources/settings.ts';
import type { Lambda } from '../state.ts';
import { MAPPING_MEMBERS, onMapping } from './event-source-mapping.ts';

type Input = MappingInput & { UUID: string };

export const updateEventSourceMapping = (lambda: Lambda): Operation => ({
  members: [...MAPPING_MEMBERS, 'UUID'],
  differs: 'A batch under way is brought to its end before the change takes effect.',
  permissions: ({ UUID }: Input) => [onMapping(lambda, 'UpdateEventSourceMapping', UUID)],
  async run({ UUID, ...input }: Input) {
    const { mappings } = lambda;
    const before = mappings.get(UUID);
    const mapping = await mappings.update(UUID, input);
    const turned = mapping.enabled ? 'Enabling' : 'Disabling';
    const state = before.enabled === mapping.enabled ? 'Updating' : turned;
    return describeMapping(mapping, mappings.resultOf(mapping), state);
  },
});
