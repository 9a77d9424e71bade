/** Workers that wait for a task, first come first served. */
export class Polls {
  readonly #waiting = new Map<string, Set<() => boolean>>();
  readonly #closing = new Set<() => void>();

  /** Calls `take` whenever the activity has a task, until it answers that it took one; the answer takes it back. */
  wait(activityArn: string, take: () => boolean, closed: () => void): () => void {
    const waiting = this.#waiting.get(activityArn) ?? new Set();
    this.#waiting.set(activityArn, waiting.add(take));
    this.#closing.add(closed);
    return () => {
      this.#closing.delete(closed);
      waiting.delete(take);
      if (waiting.size === 0) this.#waiting.delete(activityArn);
    };
  }

  /** Tells that an activity has one more task. */
  offer(activityArn: string): void {
    for (const take of [...(this.#waiting.get(activityArn) ?? [])]) if (take()) return;
  }

  /** Sends everybody away. */
  close(): void {
    for (const closed of [...this.#closing]) closed();
  }
}
