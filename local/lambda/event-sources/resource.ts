import { createHash } from 'node:crypto';
import type { Resource, ResourceType } from '../../assembly/resource-type.ts';
import { mappingArn } from '../actions/event-source-mapping.ts';
import type { Mappings } from './mappings.ts';
import type { MappingInput } from './settings.ts';

export const eventSourceMappingResource = (mappings: Mappings): ResourceType => ({
  type: 'AWS::Lambda::EventSourceMapping',
  honoured: [
    'BatchSize',
    'BisectBatchOnFunctionError',
    'DestinationConfig.OnFailure',
    'Enabled',
    'EventSourceArn',
    'FilterCriteria',
    'FunctionName',
    'FunctionResponseTypes',
    'MaximumBatchingWindowInSeconds',
    'MaximumRecordAgeInSeconds',
    'MaximumRetryAttempts',
    'ParallelizationFactor',
    'ScalingConfig.MaximumConcurrency',
    'StartingPosition',
  ],
  withoutEffect: { Tags: 'nothing reads the tags of mappings' },
  async create(resource) {
    const mapping = await mappings.create(resource.properties as MappingInput, uuidOf(resource));
    return { ref: mapping.uuid, attributes: { Id: mapping.uuid, EventSourceMappingArn: mappingArn(mapping) } };
  },
  async remove(_resource, { ref }) {
    if (mappings.all().some(({ uuid }) => uuid === ref)) await mappings.remove(ref);
  },
});

/** The same at every start, so that a mapping goes on where it was. */
const uuidOf = ({ stackName, logicalId }: Resource): string => {
  const hex = createHash('sha256').update(`${stackName}/${logicalId}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
};
