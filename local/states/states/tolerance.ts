import type { Visit } from '../interpreter/visit.ts';
import { QueryError, StateError } from '../language/state-error.ts';

/** Told of each iteration that failed: answers the error that the whole Map fails with, or undefined to go on. */
export type Tolerance = (error: StateError) => StateError | undefined;

/** How many of `total` iterations may fail. Without a tolerance the first failure is the Map's own. */
export const toleranceOf = async (visit: Visit, total: number): Promise<Tolerance> => {
  const count = await visit.language.number('ToleratedFailureCount', visit.frame());
  const percentage = await visit.language.number('ToleratedFailurePercentage', visit.frame());
  if (count !== undefined && count < 0)
    throw new QueryError('States.Runtime', 'ToleratedFailureCount cannot be negative.');
  if (percentage !== undefined && (percentage < 0 || percentage > 100)) {
    throw new QueryError('States.Runtime', 'ToleratedFailurePercentage must be between 0 and 100.');
  }
  const threshold = Math.max(count ?? 0, ((percentage ?? 0) / 100) * total);
  let failed = 0;
  return (error) => {
    failed += 1;
    if (failed <= threshold) return undefined;
    if (!count && !percentage) return error;
    return new StateError(
      'States.ExceedToleratedFailureThreshold',
      'The specified tolerated failure threshold was exceeded',
    );
  };
};
