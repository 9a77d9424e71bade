import type { Row } from './row.ts';

/** Newest first; those that began in the same millisecond by their ARN, so that no two ever change places. */
const order = (one: Row, other: Row): number =>
  other.startedAt - one.startedAt || (one.arn < other.arn ? -1 : one.arn > other.arn ? 1 : 0);

/** The executions that are known, kept in order; tells whoever listens at most once a frame. */
export class RowStore {
  readonly #rows = new Map<string, Row>();
  readonly #listeners = new Set<() => void>();
  #sorted: readonly Row[] = [];
  #stale = false;
  #telling = false;
  readonly #later: (tell: () => void) => void;

  constructor(later: (tell: () => void) => void = (tell) => void requestAnimationFrame(tell)) {
    this.#later = later;
  }

  get(arn: string): Row | undefined {
    return this.#rows.get(arn);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Adds rows, or what is newly known of them; what is undefined stays as it was. */
  put(rows: readonly (Partial<Row> & Pick<Row, 'arn'>)[]): void {
    let changed = false;
    for (const row of rows) {
      const former = this.#rows.get(row.arn);
      if (former === undefined && row.startedAt === undefined) continue;
      if (
        former &&
        Object.entries(row).every(([key, value]) => value === undefined || former[key as keyof Row] === value)
      )
        continue;
      const known = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
      this.#rows.set(row.arn, { ...(former ?? BLANK), ...known, arn: row.arn } as Row);
      changed = true;
    }
    if (changed) this.#tell();
  }

  /** All rows, newest first; the same array until something changes. */
  rows = (): readonly Row[] => {
    if (this.#stale) {
      this.#sorted = [...this.#rows.values()].sort(order);
      this.#stale = false;
    }
    return this.#sorted;
  };

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    this.#later(() => {
      this.#telling = false;
      this.#stale = true;
      for (const listener of this.#listeners) listener();
    });
  }
}

const BLANK = { express: false, redriveCount: 0, standing: 'running', workflow: '', name: '' } as const;
