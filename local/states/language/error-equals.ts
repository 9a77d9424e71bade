/** Names that no wildcard stands for: the definition itself is wrong, trying again cannot help. */
const OUTSIDE_ALL = new Set(['States.Runtime']);

/**
 * Whether a retrier or catcher that lists `names` takes an error. `States.TaskFailed` stands for every error but a timeout.
 * AWS documents that `States.ALL` does not take `States.DataLimitExceeded`, yet recorded executions show that it does.
 */
export const errorEquals = (names: readonly string[], error: string | undefined): boolean =>
  names.some(
    (name) =>
      name === error ||
      (name === 'States.ALL' && !OUTSIDE_ALL.has(error ?? '')) ||
      (name === 'States.TaskFailed' && error !== 'States.Timeout' && !OUTSIDE_ALL.has(error ?? '')),
  );
