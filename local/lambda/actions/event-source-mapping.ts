import type { Permission } from '../../aws/service.ts';
import type { Mapping } from '../event-sources/mapping.ts';
import type { Lambda } from '../state.ts';

/** What a caller of the actions on mappings may set. */
export const MAPPING_MEMBERS = [
  'BatchSize',
  'BisectBatchOnFunctionError',
  'DestinationConfig',
  'Enabled',
  'FilterCriteria',
  'FunctionName',
  'FunctionResponseTypes',
  'MaximumBatchingWindowInSeconds',
  'MaximumRecordAgeInSeconds',
  'MaximumRetryAttempts',
  'ParallelizationFactor',
  'ScalingConfig',
  'TumblingWindowInSeconds',
];

export const mappingArn = ({ functionArn, uuid }: Mapping): string =>
  `${functionArn.split(':').slice(0, 5).join(':')}:event-source-mapping:${uuid}`;

/** The right to do something with one mapping, whose function policies may name. Throws `ResourceNotFoundException`. */
export const onMapping = ({ mappings }: Lambda, action: string, uuid: string): Permission => {
  const mapping = mappings.get(uuid);
  return {
    action: `lambda:${action}`,
    resource: mappingArn(mapping),
    context: { 'lambda:FunctionArn': [mapping.functionArn] },
  };
};
