import type { DatabaseSync } from 'node:sqlite';

type Override = { value: unknown; over: string };

/**
 * What callers of the API set on functions that templates declare. It stands, restarts included, until the template says
 * something else than it said when it was overridden; deploying what has not changed undoes nothing, as in an account.
 */
export class Overrides {
  readonly #known = new Map<string, Override>();
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(`CREATE TABLE IF NOT EXISTS lambda_overrides (
      kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, over TEXT NOT NULL, PRIMARY KEY (kind, key)) STRICT`);
    for (const { kind, key, value, over } of database.prepare('SELECT * FROM lambda_overrides').all())
      this.#known.set(`${kind}\n${key}`, { value: JSON.parse(String(value)), over: String(over) });
  }

  /** What is in force where the template says `declared`; undefined stands for nothing at all. */
  resolve<T>(kind: string, key: string, declared: T | undefined): T | undefined {
    const override = this.#known.get(`${kind}\n${key}`);
    if (!override) return declared;
    if (override.over === text(declared)) return (override.value ?? undefined) as T | undefined;
    this.#forget(kind, key);
    return declared;
  }

  /** Sets a value over what the template declares; undefined takes away what it does. */
  set(kind: string, key: string, value: unknown, declared: unknown): void {
    const over = text(declared);
    if (text(value) === over) {
      this.#forget(kind, key);
      return;
    }
    this.#known.set(`${kind}\n${key}`, { value: value ?? null, over });
    this.#database
      .prepare('INSERT OR REPLACE INTO lambda_overrides VALUES (?, ?, ?, ?)')
      .run(kind, key, text(value), over);
  }

  /** The keys of a kind that have an override. */
  keys(kind: string): string[] {
    return [...this.#known.keys()].flatMap((each) =>
      each.startsWith(`${kind}\n`) ? [each.slice(kind.length + 1)] : [],
    );
  }

  #forget(kind: string, key: string): void {
    if (!this.#known.delete(`${kind}\n${key}`)) return;
    this.#database.prepare('DELETE FROM lambda_overrides WHERE kind = ? AND key = ?').run(kind, key);
  }

  /** Forgets all that was set on a function; keys begin with its name. */
  forget(name: string): void {
    for (const each of [...this.#known.keys()]) {
      const [kind = '', key = ''] = each.split('\n');
      if (key === name || key.startsWith(`${name}:`)) this.#forget(kind, key);
    }
  }
}

const text = (value: unknown): string => JSON.stringify(value ?? null);
