import type { Operation } from '../../aws/service.ts';
import { describeMapping } from '../event-sources/describe.ts';
import type { MappingInput } from '../event-sources/settings.ts';
import type { Lambda } from '../state.ts';
import { MAPPING_MEMBERS } from './event-source-mapping.ts';

export const createEventSourceMapping = ({ functions, mappings }: Lambda): Operation => ({
  members: [...MAPPING_MEMBERS, 'EventSourceArn', 'StartingPosition'],
  withoutEffect: { Tags: 'nothing reads the tags of mappings' },
  differs: 'Reads SQS queues and DynamoDB streams; tumbling windows are refused.',
  permissions: ({ FunctionName }: MappingInput) => [
    {
      action: 'lambda:CreateEventSourceMapping',
      resource: '*',
      context: { 'lambda:FunctionArn': [functions.find(FunctionName ?? '').invokedArn] },
    },
  ],
  async run(input: MappingInput) {
    const mapping = await mappings.create(input);
    return describeMapping(mapping, mappings.resultOf(mapping), 'Creating');
  },
});
