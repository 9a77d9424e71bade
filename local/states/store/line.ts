import type { JsonObject } from '../language/json.ts';

/** One line of an execution's history. `sub` above 0 marks a line that only the interpreter reads. */
export type Line = {
  id: number;
  sub: number;
  path: string;
  type: string;
  previous: number;
  at: number;
  /** JSON text, for those who need it as text. */
  details: string | null;
  memo: string | null;
  /** The details themselves, where the line has them at hand. */
  fields?(): JsonObject;
};

/** Details that are put into words for those who read them; small, because an event that is kept keeps them. */
export abstract class Telling {
  abstract tell(): JsonObject;
}

/** What an event tells. */
export type Details = JsonObject | Telling;

type Place = { id: number; sub: number; path: string; type: string; previous: number; at: number };

/** A line as it was written or read. It becomes text when it is stored or logged; the values in it never change. */
export class HistoryLine implements Line {
  readonly id: number;
  readonly sub: number;
  readonly path: string;
  readonly type: string;
  readonly previous: number;
  readonly at: number;
  readonly #details: Details | undefined;
  readonly #memo: JsonObject | undefined;

  constructor(
    { id, sub, path, type, previous, at }: Place,
    details: Details | undefined,
    memo: JsonObject | undefined,
  ) {
    this.id = id;
    this.sub = sub;
    this.path = path;
    this.type = type;
    this.previous = previous;
    this.at = at;
    this.#details = details;
    this.#memo = memo;
  }

  get details(): string | null {
    return this.#details === undefined ? null : JSON.stringify(this.fields());
  }

  get memo(): string | null {
    return this.#memo === undefined ? null : JSON.stringify(this.#memo);
  }

  fields(): JsonObject {
    return this.#details instanceof Telling ? this.#details.tell() : (this.#details ?? {});
  }
}

/** The details of an event as they were written. */
export const detailsOf = (line: Line): JsonObject =>
  line.fields?.() ?? (JSON.parse(line.details ?? '{}') as JsonObject);
