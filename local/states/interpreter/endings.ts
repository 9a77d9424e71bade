import type { ExecutionRow, ExecutionStore } from '../store/executions.ts';

/** Tells who waits for an execution that it has ended. */
export class Endings {
  readonly #executions: ExecutionStore;
  readonly #waiting = new Map<string, Set<(row: ExecutionRow) => void>>();

  constructor(executions: ExecutionStore) {
    this.#executions = executions;
  }

  /** Calls `ended` once the execution is over, at once where it is; the answer takes the request back. */
  when(arn: string, ended: (row: ExecutionRow) => void): () => void {
    const row = this.#executions.byArn(arn);
    if (row && row.status !== 'RUNNING') {
      ended(row);
      return () => {};
    }
    return this.await(arn, ended);
  }

  /** As `when`, for an execution that has just begun. */
  await(arn: string, ended: (row: ExecutionRow) => void): () => void {
    const waiting = this.#waiting.get(arn) ?? new Set();
    this.#waiting.set(arn, waiting.add(ended));
    return () => {
      waiting.delete(ended);
      if (waiting.size === 0) this.#waiting.delete(arn);
    };
  }

  ended(row: ExecutionRow): void {
    const waiting = this.#waiting.get(row.arn);
    if (!waiting) return;
    for (const ended of [...waiting]) ended(row);
    this.#waiting.delete(row.arn);
  }
}
