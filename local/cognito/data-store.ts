import type { DatabaseSync } from 'node:sqlite';

type Key = string | string[];
type Json = Record<string, unknown>;

/** Names that end so hold dates, which JSON turns to text. */
const DATE = /Date$/;

const revive = (key: string, value: unknown): unknown =>
  DATE.test(key) && typeof value === 'string' ? new Date(value) : value;

/** One document of cognito-local, kept in SQLite and written whole at each change, so that no crash leaves half of it. */
class DataStore {
  readonly #root: Json;
  readonly #save: (root: Json) => void;

  constructor(root: Json, save: (root: Json) => void) {
    this.#root = root;
    this.#save = save;
  }

  async getRoot(): Promise<Json> {
    return this.#root;
  }

  async get(_context: unknown, key: Key, fallback?: unknown): Promise<unknown> {
    const found = [key].flat().reduce<unknown>((at, name) => (at as Json | undefined)?.[name], this.#root);
    return found ?? fallback ?? null;
  }

  async set(_context: unknown, key: Key, value: unknown): Promise<void> {
    const path = [key].flat();
    const last = path.pop() ?? '';
    this.#parent(path)[last] = value;
    this.#save(this.#root);
  }

  async delete(_context: unknown, key: Key): Promise<void> {
    const path = [key].flat();
    const last = path.pop() ?? '';
    delete this.#parent(path)[last];
    this.#save(this.#root);
  }

  #parent(path: readonly string[]): Json {
    return path.reduce<Json>((at, name) => {
      at[name] ??= {};
      return at[name] as Json;
    }, this.#root);
  }
}

/** Makes the documents that cognito-local asks for, in its own interface. */
export const createDataStoreFactory = (database: DatabaseSync) => {
  database.exec('CREATE TABLE IF NOT EXISTS cognito_documents (id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT');
  const select = database.prepare('SELECT document FROM cognito_documents WHERE id = ?');
  const upsert = database.prepare('INSERT OR REPLACE INTO cognito_documents VALUES (?, ?)');
  const all = database.prepare('SELECT id FROM cognito_documents ORDER BY id');
  const remove = database.prepare('DELETE FROM cognito_documents WHERE id = ?');
  return {
    /** The documents that are kept. */
    ids: (): string[] => all.all().map(({ id }) => String(id)),
    remove: (id: string): void => void remove.run(id),
    async create(_context: unknown, id: string, defaults: object): Promise<DataStore> {
      const row = select.get(id) as { document: string } | undefined;
      const root: Json = { ...structuredClone(defaults), ...(row ? JSON.parse(row.document, revive) : {}) };
      const save = (changed: Json): void => void upsert.run(id, JSON.stringify(changed));
      if (!row) save(root);
      return new DataStore(root, save);
    },
  };
};
