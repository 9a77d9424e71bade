import type { Line } from '../store/line.ts';

/** Marks a planned new attempt of a state; its memo is a `RetryMemo`. Only the interpreter sees it. */
export const RETRY = 'Retry';
export const REDRIVEN = 'ExecutionRedriven';

/** `due` in milliseconds since the epoch. */
export type RetryMemo = { retrier: number; due: number };

/** What the history holds of one path, to be taken line by line in place of doing it again. */
export class Recorded {
  readonly entered: Line | undefined;
  readonly exited: Line | undefined;
  /** A sibling had failed, and this state was told so: it goes no further. */
  readonly aborted: boolean;
  /** New attempts that were planned, since the last redrive. */
  readonly retries: readonly RetryMemo[];
  /** How many attempts were planned in all. */
  readonly attempts: number;
  #lines: Line[];

  constructor(lines: readonly Line[] = [], redrivenAt = 0) {
    this.entered = lines.find(({ type }) => type.endsWith('StateEntered'));
    this.exited = lines.find(({ type }) => type.endsWith('StateExited'));
    const ended = this.exited !== undefined || lines.some(({ type }) => type === 'MapIterationSucceeded');
    const valid = ended ? lines : lines.filter((line) => line.id >= redrivenAt);
    this.aborted = valid.some(({ type, memo }) => type.endsWith('StateAborted') && memo !== null);
    const retries = valid.filter(({ type }) => type === RETRY);
    this.retries = retries.map(({ memo }) => JSON.parse(memo ?? '{}') as RetryMemo);
    this.attempts = lines.filter(({ type }) => type === RETRY).length;
    const last = retries.at(-1);
    const since = last ? valid.slice(valid.indexOf(last) + 1) : valid;
    this.#lines = since.filter((line) => line !== this.entered && line !== this.exited);
  }

  /** Whether every line has been taken. */
  get done(): boolean {
    return this.#lines.length === 0;
  }

  /** The type of the next line, where there is one. */
  get next(): string | undefined {
    return this.#lines[0]?.type;
  }

  /** The next line, where it is of this type. */
  take(type: string): Line | undefined {
    return this.#lines[0]?.type === type ? this.#lines.shift() : undefined;
  }
}

/** What is recorded of a path that nothing is recorded of. */
export const NOTHING = new Recorded();

/** The lines of one execution by path. */
export class Replay {
  readonly #paths = new Map<string, Line[]>();
  readonly #redrivenAt: number;

  constructor(lines: readonly Line[] = []) {
    for (const line of lines) {
      const known = this.#paths.get(line.path);
      if (known) known.push(line);
      else this.#paths.set(line.path, [line]);
    }
    this.#redrivenAt = lines.findLast(({ type }) => type === REDRIVEN)?.id ?? 0;
  }

  /** Takes what is recorded of a path; a second call finds nothing. */
  take(path: string): Recorded {
    const lines = this.#paths.size === 0 ? undefined : this.#paths.get(path);
    if (!lines) return NOTHING;
    this.#paths.delete(path);
    return new Recorded(lines, this.#redrivenAt);
  }
}
