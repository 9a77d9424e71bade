/** Work that ended because what it belonged to did: a failed sibling, a stopped execution, a closing engine. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}

type Inside = Scope | (() => void);

/** A part of an execution that can be called off as a whole, with everything that waits in it. */
export class Scope {
  readonly #parent: Scope | undefined;
  /** What is called off with it. Most scopes never hold more than one at a time, and need no set. */
  #first: Inside | undefined;
  #others: Set<Inside> | undefined;
  #cancelled = false;

  constructor(parent?: Scope) {
    this.#parent = parent;
    if (parent?.cancelled) this.#cancelled = true;
    else if (parent) parent.#hold(this);
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  cancel(): void {
    this.#end();
    if (this.#parent) this.#parent.#drop(this);
  }

  #end(): void {
    if (this.#cancelled) return;
    this.#cancelled = true;
    const [first, others] = [this.#first, this.#others];
    this.#first = undefined;
    this.#others = undefined;
    for (const each of [first, ...(others ?? [])]) {
      if (each instanceof Scope) each.#end();
      else each?.();
    }
  }

  #hold(inside: Inside): void {
    if (this.#first === undefined) this.#first = inside;
    else {
      this.#others ??= new Set();
      this.#others.add(inside);
    }
  }

  #drop(inside: Inside): void {
    if (this.#first === inside) this.#first = undefined;
    else this.#others?.delete(inside);
  }

  /** Calls `cancelled` if the scope is called off before `remove` is told the same. Throws `Cancelled` where it has been. */
  add(cancelled: () => void): void {
    this.check();
    this.#hold(cancelled);
  }

  remove(cancelled: () => void): void {
    this.#drop(cancelled);
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
        this.remove(cancel);
        cleanUp?.();
        how();
      };
      const cancel = (): void => settle(() => reject(new Cancelled()));
      this.#hold(cancel);
      cleanUp = start(
        (value) => settle(() => resolve(value)),
        (error) => settle(() => reject(error)),
      );
      if (settled) cleanUp();
    });
  }
}
