/** Where a text stops being JSON, and how AWS says so: its words are those of the reader that it uses, Jackson. */
export type JsonProblem = { message: string; location: string };

/** What is wrong with a text that `JSON.parse` refuses. */
export const jsonProblem = (text: string): JsonProblem => {
  try {
    new Reader(text).read();
  } catch (error) {
    if (error instanceof Stopped)
      return { message: `${error.message}\n at ${error.location}`, location: error.location };
    throw error;
  }
  const location = place(text, 0);
  return { message: `The text is not JSON\n at ${location}`, location };
};

/** Most of a text that Jackson shows, in characters. */
const SHOWN = 500;
const VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

const place = (text: string, at: number): string => {
  const before = text.slice(0, at);
  const cut = text.length > SHOWN ? `[truncated ${text.length - SHOWN} chars]` : '';
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  return `[Source: (String)"${text.slice(0, SHOWN)}"${cut}; line: ${line}, column: ${column}]`;
};

class Stopped extends Error {
  override name = 'Stopped';
  readonly location: string;

  constructor(message: string, location: string) {
    super(message);
    this.location = location;
  }
}

const WHITE = /[ \t\r\n]*/y;
const IDENTIFIER = /[\p{ID_Continue}$]*/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERALS = ['null', 'true', 'false'];

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    if (this.#peek() === undefined) throw this.#stop('No content to map due to end-of-input');
    this.#value();
    if (this.#peek() === undefined) return;
    this.#token();
    throw this.#stop('Trailing token found after the value');
  }

  #value(): void {
    const next = this.#peek();
    if (next === '{') this.#list('Object', '}', () => this.#member());
    else if (next === '[') this.#list('Array', ']', () => this.#value());
    else if (next === '"') this.#string('Unexpected end-of-input: was expecting closing quote for a string value');
    else if (next !== undefined && /[-\d]/.test(next)) this.#number();
    else this.#token();
  }

  /** What stands between brackets, separated by commas. */
  #list(kind: 'Object' | 'Array', close: string, item: () => void): void {
    const start = place(this.#text, this.#at);
    const between = `Unexpected end-of-input within/between ${kind} entries`;
    const unclosed = `Unexpected end-of-input: expected close marker for ${kind} (start marker at ${start})`;
    this.#at += 1;
    if (this.#peek() === undefined) throw this.#stop(unclosed);
    if (this.#peek() === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      item();
      const next = this.#peek();
      if (next === undefined) throw this.#stop(unclosed);
      this.#at += 1;
      if (next === close) return;
      if (next !== ',') throw this.#unexpected(next, `was expecting comma to separate ${kind} entries`);
      if (this.#peek() === undefined) throw this.#stop(between);
    }
  }

  #member(): void {
    const between = 'Unexpected end-of-input within/between Object entries';
    const first = this.#peek() ?? '';
    if (first !== '"') {
      this.#at += 1;
      throw this.#unexpected(first, 'was expecting double-quote to start field name');
    }
    this.#string('Unexpected end-of-input in field name');
    const colon = this.#peek();
    if (colon === undefined) throw this.#stop(between);
    this.#at += 1;
    if (colon !== ':') throw this.#unexpected(colon, 'was expecting a colon to separate field name and value');
    if (this.#peek() === undefined) throw this.#stop(between);
    this.#value();
  }

  #string(unclosed: string): void {
    for (this.#at += 1; ; this.#at += 1) {
      const next = this.#text[this.#at];
      if (next === undefined) throw this.#stop(unclosed);
      if (next === '"') break;
      if (next === '\\') this.#escape(unclosed);
      else if (next < ' ') {
        this.#at += 1;
        const code = next.charCodeAt(0);
        const remedy = 'has to be escaped using backslash to be included in string value';
        throw this.#stop(`Illegal unquoted character ((CTRL-CHAR, code ${code})): ${remedy}`);
      }
    }
    this.#at += 1;
  }

  #escape(unclosed: string): void {
    this.#at += 1;
    const escaped = this.#text[this.#at];
    if (escaped === undefined) throw this.#stop(unclosed);
    if (escaped === 'u') {
      for (let digit = 0; digit < 4; digit++) {
        this.#at += 1;
        const hex = this.#text[this.#at] ?? '';
        if (!/[\da-fA-F]/.test(hex)) {
          this.#at += 1;
          throw this.#unexpected(hex, 'expected a hex-digit for character escape sequence');
        }
      }
    } else if (!'"\\/bfnrt'.includes(escaped)) {
      this.#at += 1;
      throw this.#stop(`Unrecognized character escape '${escaped}' (code ${escaped.charCodeAt(0)})`);
    }
  }

  #number(): void {
    const number = this.#match(NUMBER);
    const next = this.#text[this.#at];
    if (number !== '' && !(next !== undefined && /[\d.eE]/.test(next))) return;
    // After a lone minus, a point or an exponent the odd one is what should have been a digit.
    this.#at += number === '' || !/\d/.test(next ?? '') ? 2 : 1;
    if (/\d/.test(next ?? '') && number !== '') throw this.#stop('Invalid numeric value: Leading zeroes not allowed');
    const odd = this.#text[this.#at - 1] ?? '';
    throw this.#unexpected(odd, 'in numeric value: expected digit (0-9) to follow');
  }

  /** Reads a word that is one of JSON's. */
  #token(): void {
    const first = this.#text[this.#at] ?? '';
    const word = this.#match(IDENTIFIER);
    if (LITERALS.includes(word)) return;
    if (word !== '') throw this.#stop(`Unrecognized token '${word}': was expecting ${VALUES}`);
    this.#at += 1;
    throw this.#unexpected(first, `expected a valid value ${VALUES}`);
  }

  /** The next character that is no white space. */
  #peek(): string | undefined {
    this.#match(WHITE);
    return this.#text[this.#at];
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [matched = ''] = pattern.exec(this.#text) ?? [];
    this.#at += matched.length;
    return matched;
  }

  #unexpected(character: string, expected: string): Stopped {
    if (character === '') return this.#stop('Unexpected end-of-input in a value');
    return this.#stop(`Unexpected character ('${character}' (code ${character.charCodeAt(0)})): ${expected}`);
  }

  #stop(message: string): Stopped {
    return new Stopped(message, place(this.#text, this.#at));
  }
}
