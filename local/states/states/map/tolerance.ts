import type { Visit } from '../../interpreter/visit.ts';
import { QueryError } from '../../language/state-error.ts';

/** How many items may fail, as a count and in percent of all; null for what is not given. */
export type Tolerance = { count: number | null; percentage: number | null };

/** The error, and its cause, of a Map of which more items failed than it tolerates. */
export const EXCEEDED = [
  'States.ExceedToleratedFailureThreshold',
  'The specified tolerated failure threshold was exceeded',
] as const;

/** What a Map state tolerates. Throws `States.Runtime` for values that AWS does not take. */
export const toleranceOf = async (visit: Visit): Promise<Tolerance> => {
  const count = await visit.language.number('ToleratedFailureCount', visit.frame());
  const percentage = await visit.language.number('ToleratedFailurePercentage', visit.frame());
  if (count !== undefined && count < 0)
    throw new QueryError('States.Runtime', 'ToleratedFailureCount cannot be negative.');
  if (percentage !== undefined && (percentage < 0 || percentage > 100)) {
    throw new QueryError('States.Runtime', 'ToleratedFailurePercentage must be between 0 and 100.');
  }
  return { count: count ?? null, percentage: percentage ?? null };
};

/** Whether `failed` of `total` items are more than either value allows; where neither is given, none may fail. */
export const exceeds = ({ count, percentage }: Tolerance, failed: number, total: number): boolean => {
  if (count === null && percentage === null) return failed > 0;
  return (count !== null && failed > count) || (percentage !== null && failed * 100 > percentage * total);
};

/** How many iterations or children may run at a time; 0 for as many as the service allows. */
export const concurrencyOf = async (visit: Visit): Promise<number> => {
  const declared = (await visit.language.number('MaxConcurrency', visit.frame())) ?? 0;
  if (declared < 0) throw new QueryError('States.Runtime', 'MaxConcurrency cannot be negative.');
  return declared;
};
