import { length, type Rule } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import type { MapRunRow } from '../store/map-runs.ts';
import { checkArn } from './arns.ts';
import { resourceNotFound } from './errors.ts';

/** What an ARN of a map run must be. */
export const LONG_ARN: readonly Rule[] = [length(1, 2000)];

/** The map run that an ARN names. Throws `InvalidArn` or `ResourceNotFound`. */
export const mapRunOf = (core: Core, arn: unknown): MapRunRow => {
  checkArn(arn, 'mapRun');
  const row = core.mapRuns.byArn(arn);
  if (!row) throw resourceNotFound(arn);
  return row;
};
