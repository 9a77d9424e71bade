import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../json.ts';
import { isObject } from '../json.ts';

/** Whether an item of a list is taken; `root` is what `$` in the filter means. */
export type Filter = (item: Json, root: Json) => boolean;

/** What an operand gives: undefined where its path leads nowhere. */
type Operand = (item: Json, root: Json) => Json | RegExp | undefined;
type Comparison = (left: Json | undefined, right: Json | RegExp | undefined) => boolean;

/** Reads a path that begins with `@` or `$` and gives what it leads to; undefined where it is none. */
export type PathReader = (text: string) => ((value: Json) => Json | undefined) | undefined;

const ordered =
  (holds: (order: number) => boolean): Comparison =>
  (left, right) =>
    (typeof left === 'number' && typeof right === 'number') || (typeof left === 'string' && typeof right === 'string')
      ? holds(left < right ? -1 : left > right ? 1 : 0)
      : false;

const list = (value: Json | RegExp | undefined): Json[] => (Array.isArray(value) ? value : []);
const among = (value: Json | undefined, values: readonly Json[]): boolean =>
  values.some((each) => isDeepStrictEqual(each, value));
const sizeOf = (value: Json | undefined): number =>
  typeof value === 'string' || Array.isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : -1;

/** Operators as Jayway JsonPath, which AWS uses, documents them. Longer names come first. */
const OPERATORS: readonly (readonly [string, Comparison])[] = [
  ['==', (left, right) => isDeepStrictEqual(left, right)],
  ['!=', (left, right) => !isDeepStrictEqual(left, right)],
  ['<=', ordered((order) => order <= 0)],
  ['>=', ordered((order) => order >= 0)],
  ['=~', (left, right) => typeof left === 'string' && right instanceof RegExp && right.test(left)],
  ['<', ordered((order) => order < 0)],
  ['>', ordered((order) => order > 0)],
  ['subsetof', (left, right) => Array.isArray(left) && left.every((each) => among(each, list(right)))],
  ['noneof', (left, right) => Array.isArray(left) && !left.some((each) => among(each, list(right)))],
  ['anyof', (left, right) => Array.isArray(left) && left.some((each) => among(each, list(right)))],
  ['nin', (left, right) => !among(left, list(right))],
  ['in', (left, right) => among(left, list(right))],
  ['size', (left, right) => sizeOf(left) === right],
  ['empty', (left, right) => (sizeOf(left) === 0) === right],
];

/** Reads what stands between the brackets of `[?(…)]`; undefined where that is no filter. */
export const parseFilter = (text: string, readPath: PathReader): Filter | undefined => {
  const reader = new Reader(text, readPath);
  try {
    const filter = reader.either();
    return reader.atEnd() ? filter : undefined;
  } catch (error) {
    if (error instanceof NotAFilter) return undefined;
    throw error;
  }
};

class NotAFilter extends Error {
  override name = 'NotAFilter';
}

/** Reads a filter from left to right: `||` binds least, then `&&`, then `!` and parentheses. */
class Reader {
  #rest: string;
  readonly #readPath: PathReader;

  constructor(text: string, readPath: PathReader) {
    this.#rest = text.trim();
    this.#readPath = readPath;
  }

  atEnd(): boolean {
    return this.#rest === '';
  }

  either(): Filter {
    const parts = [this.#both()];
    while (this.#take('||')) parts.push(this.#both());
    return (item, root) => parts.some((part) => part(item, root));
  }

  #both(): Filter {
    const parts = [this.#one()];
    while (this.#take('&&')) parts.push(this.#one());
    return (item, root) => parts.every((part) => part(item, root));
  }

  #one(): Filter {
    if (!this.#rest.startsWith('!=') && this.#take('!')) {
      const negated = this.#one();
      return (item, root) => !negated(item, root);
    }
    if (this.#take('(')) {
      const inner = this.either();
      if (!this.#take(')')) throw new NotAFilter();
      return inner;
    }
    return this.#comparison();
  }

  #comparison(): Filter {
    const left = this.#operand();
    const [name, compare] = OPERATORS.find(([operator]) => this.#rest.startsWith(operator)) ?? [];
    if (name === undefined || !compare) return (item, root) => left(item, root) !== undefined;
    this.#take(name);
    const right = this.#operand();
    return (item, root) => {
      const value = left(item, root);
      return !(value instanceof RegExp) && compare(value, right(item, root));
    };
  }

  #operand(): Operand {
    const path = this.#match(/^[@$](?:\.\.?(?:\*|[^.[\]\s'"()?@,:*$!=<>~&|]+)|\[(?:[^\]'"]|'[^']*'|"[^"]*")*\])*/u);
    if (path !== undefined) {
      const read = this.#readPath(path);
      if (!read) throw new NotAFilter();
      return path.startsWith('@') ? (item) => read(item) : (_, root) => read(root);
    }
    const pattern = this.#match(/^\/(?:[^/\\]|\\.)*\/[imsu]*/);
    if (pattern !== undefined) {
      const end = pattern.lastIndexOf('/');
      const matcher = whole(pattern.slice(1, end), pattern.slice(end + 1));
      return () => matcher;
    }
    const literal = this.#literal();
    return () => literal;
  }

  #literal(): Json {
    if (this.#take('[')) {
      const items: Json[] = [];
      while (!this.#take(']')) {
        items.push(this.#literal());
        if (!this.#take(',') && !this.#rest.startsWith(']')) throw new NotAFilter();
      }
      return items;
    }
    const quoted = this.#match(/^(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/);
    if (quoted !== undefined) return quoted.slice(1, -1).replace(/\\(.)/g, '$1');
    const word = this.#match(/^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/);
    if (word === undefined) throw new NotAFilter();
    return JSON.parse(word) as Json;
  }

  #take(token: string): boolean {
    if (!this.#rest.startsWith(token)) return false;
    this.#rest = this.#rest.slice(token.length).trimStart();
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    const [found] = pattern.exec(this.#rest) ?? [];
    if (found !== undefined) this.#take(found);
    return found;
  }
}

/** A pattern that has to match a whole text, as Java's `matches` does. */
const whole = (source: string, flags: string): RegExp => {
  try {
    return new RegExp(`^(?:${source})$`, flags);
  } catch {
    throw new NotAFilter();
  }
};
