import { between, check, optional, required } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { LONG_ARN, mapRunOf } from './map-run-input.ts';
import { operation } from './operation.ts';

export type UpdateMapRunInput = {
  mapRunArn?: string;
  maxConcurrency?: number;
  toleratedFailureCount?: number;
  toleratedFailurePercentage?: number;
};

/** Changes how many children of a map run that is under way may run at a time, and how many may fail; it holds at once. */
export const updateMapRun = (core: Core) =>
  operation<UpdateMapRunInput>('UpdateMapRun', 'mapRunArn', (input) => {
    const { maxConcurrency, toleratedFailureCount, toleratedFailurePercentage } = input;
    check(
      required('mapRunArn', input.mapRunArn, LONG_ARN),
      optional('maxConcurrency', maxConcurrency, [between(0, Number.MAX_SAFE_INTEGER)]),
      optional('toleratedFailureCount', toleratedFailureCount, [between(0, Number.MAX_SAFE_INTEGER)]),
      optional('toleratedFailurePercentage', toleratedFailurePercentage, [between(0, 100)]),
    );
    const row = mapRunOf(core, input.mapRunArn);
    if (row.status !== 'RUNNING')
      throw new AwsError('ValidationException', `Map Run is ${row.status} and cannot be updated: '${row.arn}'`);
    core.mapRuns.update(row, {
      ...(maxConcurrency === undefined ? {} : { max_concurrency: maxConcurrency }),
      ...(toleratedFailureCount === undefined ? {} : { tolerated_count: toleratedFailureCount }),
      ...(toleratedFailurePercentage === undefined ? {} : { tolerated_percentage: toleratedFailurePercentage }),
    });
    core.pumps.get(row.key)?.();
    return {};
  });
