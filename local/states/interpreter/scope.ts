/** Work that ended because what it belonged to did: a failed sibling, a stopped execution, a closing engine. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}

/** A part of an execution that can be called off as a whole, with everything that waits in it. */
export class Scope {
  readonly #parent: Scope | undefined;
  readonly #waiting = new Set<() => void>();
  #cancelled = false;

  readonly #cancel = (): void => {
    if (this.#cancelled) return;
    this.#cancelled = true;
    for (const cancel of [...this.#waiting]) cancel();
    this.#waiting.clear();
  };

  constructor(parent?: Scope) {
    this.#parent = parent;
    if (parent?.cancelled) this.#cancelled = true;
    else if (parent) parent.#waiting.add(this.#cancel);
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  cancel(): void {
    this.#cancel();
    this.release();
  }

  /** Lets the parent forget a scope that has come to its end. */
  release(): void {
    if (this.#parent) this.#parent.#waiting.delete(this.#cancel);
  }

  /** Throws `Cancelled` where the scope has been called off. */
  check(): void {
    if (this.#cancelled) throw new Cancelled();
  }

  /** Settles as `start` says, or rejects with `Cancelled`; whatever comes first, `start`'s own return value cleans up. */
  wait<T>(start: (resolve: (value: T) => void, reject: (error: unknown) => void) => () => void): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#cancelled) return reject(new Cancelled());
      let cleanUp: (() => void) | undefined;
      let settled = false;
      const settle = (how: () => void): void => {
        if (settled) return;
        settled = true;
        this.#waiting.delete(cancel);
        cleanUp?.();
        how();
      };
      const cancel = (): void => settle(() => reject(new Cancelled()));
      this.#waiting.add(cancel);
      cleanUp = start(
        (value) => settle(() => resolve(value)),
        (error) => settle(() => reject(error)),
      );
      if (settled) cleanUp();
    });
  }
}
