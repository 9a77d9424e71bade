/** No entry takes it, not even by its name: the definition itself is wrong, trying again cannot help. */
export const RUNTIME = 'States.Runtime';

/**
 * Whether a retrier or catcher that lists `names` takes an error. `States.TaskFailed` stands for every error but a timeout.
 * AWS documents that `States.ALL` does not take `States.DataLimitExceeded`, yet recorded executions show that it does.
 */
export const errorEquals = (names: readonly string[], error: string | undefined): boolean =>
  error !== RUNTIME &&
  names.some(
    (name) => name === error || name === 'States.ALL' || (name === 'States.TaskFailed' && error !== 'States.Timeout'),
  );
