import { invalidPattern, regexOf, type Wanted } from './compare.ts';

/** The words, operators and values of a structured pattern, read one after the other. */
export class Tokens {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get done(): boolean {
    this.#space();
    return this.#at >= this.#text.length;
  }

  /** Reads what matches, which must stand right here; undefined where it does not. */
  take(expression: RegExp): string | undefined {
    this.#space();
    const found = new RegExp(expression.source, `${expression.flags}y`);
    found.lastIndex = this.#at;
    const match = found.exec(this.#text);
    if (!match) return undefined;
    this.#at += match[0].length;
    return match[0];
  }

  /** As `take`. Throws `InvalidParameterException` where it does not stand here. */
  need(expression: RegExp, what: string): string {
    const taken = this.take(expression);
    if (taken === undefined) throw invalidPattern(`expected ${what} at "${this.#text.slice(this.#at, this.#at + 20)}"`);
    return taken;
  }

  /** A value to compare with: quoted, bare, or a regular expression. */
  value(bare: RegExp): Wanted {
    const regex = this.take(/%(?:[^%\\]|\\.)*%/);
    if (regex !== undefined) return { text: '', quoted: false, regex: regexOf(regex.slice(1, -1)) };
    const quoted = this.take(/"(?:[^"\\]|\\.)*"/);
    if (quoted !== undefined) return { text: unquoted(quoted), quoted: true };
    return { text: this.need(bare, 'a value'), quoted: false };
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }
}

export const unquoted = (text: string): string => text.slice(1, -1).replace(/\\(.)/g, '$1');
