import { REGION } from '../../identity.ts';
import type { Mapping } from './mapping.ts';

/** A mapping as the API describes it; `state` where it is between two. */
export const describeMapping = (mapping: Mapping, result: string, state?: string): object => {
  const { uuid, functionArn, source } = mapping;
  const account = functionArn.split(':')[4];
  return {
    UUID: uuid,
    BatchSize: mapping.batchSize,
    MaximumBatchingWindowInSeconds: mapping.windowSeconds,
    EventSourceArn: mapping.sourceArn,
    FunctionArn: functionArn,
    LastModified: mapping.modifiedAt / 1000,
    State: state ?? (mapping.enabled ? 'Enabled' : 'Disabled'),
    StateTransitionReason: source === 'stream' ? 'User action' : 'USER_INITIATED',
    FunctionResponseTypes: mapping.reportFailures ? ['ReportBatchItemFailures'] : [],
    EventSourceMappingArn: `arn:aws:lambda:${functionArn.split(':')[3] ?? REGION}:${account}:event-source-mapping:${uuid}`,
    ...(mapping.filters.length > 0 && {
      FilterCriteria: { Filters: mapping.filters.map((Pattern) => ({ Pattern })) },
    }),
    ...(source === 'stream'
      ? {
          StartingPosition: mapping.startingPosition,
          ParallelizationFactor: mapping.parallelization,
          BisectBatchOnFunctionError: mapping.bisect,
          MaximumRetryAttempts: mapping.maximumRetries,
          MaximumRecordAgeInSeconds: mapping.maximumAgeSeconds,
          TumblingWindowInSeconds: 0,
          LastProcessingResult: result,
          DestinationConfig: { OnFailure: mapping.onFailure === undefined ? {} : { Destination: mapping.onFailure } },
        }
      : mapping.maximumConcurrency !== undefined && {
          ScalingConfig: { MaximumConcurrency: mapping.maximumConcurrency },
        }),
  };
};
