/** Operations that may leave records in a table's stream. */
const WRITES =
  /^(?:PutItem|UpdateItem|DeleteItem|BatchWriteItem|TransactWriteItems|ExecuteStatement|ExecuteTransaction|BatchExecuteStatement)$/;

/** Tells who waits for a table's stream that there may be something new in it. */
export type Writes = {
  /** Calls `listener` after each write to the table; answers what ends that. */
  onWrite(tableArn: string, listener: () => void): () => void;
};

/** Notes who waits; `told` is called with each operation that was carried out and the ARNs that it touched. */
export const createWrites = (): Writes & { told(operation: string, resources: () => readonly string[]): void } => {
  const listeners = new Map<string, Set<() => void>>();
  return {
    onWrite(tableArn, listener) {
      const those = listeners.get(tableArn) ?? new Set();
      listeners.set(tableArn, those.add(listener));
      return () => {
        those.delete(listener);
        if (those.size === 0) listeners.delete(tableArn);
      };
    },
    told(operation, resources) {
      if (listeners.size === 0 || !WRITES.test(operation)) return;
      for (const arn of new Set(resources())) for (const listener of listeners.get(arn) ?? []) listener();
    },
  };
};
