import type { Attempt, Branch, Standing, Visit } from './model.ts';

/** A line of states that follow each other: the execution itself, a branch, an iteration. */
export class Thread {
  /** The Map or Parallel that this is a branch of. */
  readonly owner: VisitDraft | undefined;
  readonly index: number;
  variables: Readonly<Record<string, string>>;
  /** The state that was entered last. */
  current: VisitDraft | undefined;
  branch: Branch | undefined;
  /** A redrive goes on with it where it is. */
  resumed = false;

  constructor(owner: VisitDraft | undefined, index: number, variables: Readonly<Record<string, string>>) {
    this.owner = owner;
    this.index = index;
    this.variables = variables;
  }

  /** The nearest state around, from the inmost on, that `fits`. */
  climb(fits: (visit: VisitDraft) => boolean): VisitDraft | undefined {
    for (let thread: Thread | undefined = this; thread; thread = thread.owner?.thread) {
      if (thread.current && fits(thread.current)) return thread.current;
    }
    return undefined;
  }
}

/** Most states have no attempts and no branches. */
const NONE: readonly never[] = [];

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/** A visit that events are still added to. */
export class VisitDraft {
  readonly thread: Thread;
  readonly value: Mutable<Visit>;
  readonly attempts: Mutable<Attempt>[] = [];
  readonly events: number[];
  /** The branches or iterations of the latest attempt. */
  threads = new Map<number, Thread>();
  /** Nothing more comes: it was left, has failed for good, or was called off. */
  over = false;
  /** A redrive goes on with the branches that there are. */
  resumed = false;
  /** Its latest attempt has failed. */
  failing = false;
  /** An event has told that it was called off. */
  calledOff = false;
  #told: Visit | undefined;

  constructor(thread: Thread, value: Omit<Visit, 'attempts' | 'branches' | 'events' | 'assigned'>) {
    this.thread = thread;
    this.events = [value.id];
    this.value = { ...value, assigned: {}, attempts: [], branches: [], events: [] };
  }

  /** To be called when anything of it changes. */
  touch(): void {
    this.#told = undefined;
  }

  /** Takes an event as one of its own. */
  note(id: number): void {
    this.events.push(id);
    this.touch();
  }

  get attempt(): Mutable<Attempt> | undefined {
    return this.attempts.at(-1);
  }

  set(change: Partial<Visit>): void {
    Object.assign(this.value, change);
    this.touch();
  }

  begin(scheduledAt: number, standing: Attempt['standing'], more: Partial<Attempt> = {}): void {
    this.attempts.push({ number: this.attempts.length + 1, scheduledAt, standing, ...more });
    this.set({ standing });
  }

  /** Ends the attempt that is under way. */
  settle(endedAt: number, change: Partial<Attempt> & { standing: Attempt['standing'] }): void {
    const { attempt } = this;
    if (attempt && attempt.endedAt === undefined) Object.assign(attempt, { endedAt }, change);
    this.touch();
  }

  branchOf(thread: Thread, change: Partial<Branch> & { standing: Standing }, at: number): void {
    thread.branch = { index: thread.index, startedAt: at, ...thread.branch, ...change };
    this.touch();
  }

  /** The visit as it is now; the same object as long as nothing changes. */
  told(): Visit {
    if (this.#told) return this.#told;
    const attempts = this.attempts.length === 0 ? NONE : this.attempts.map((attempt) => ({ ...attempt }));
    this.#told = { ...this.value, attempts, branches: this.#branches(), events: this.events.slice() };
    return this.#told;
  }

  #branches(): readonly Branch[] {
    if (this.threads.size === 0) return NONE;
    const branches = [...this.threads.values()].flatMap(({ branch }) => branch ?? []);
    return branches.sort((one, other) => one.index - other.index);
  }
}
