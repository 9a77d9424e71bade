import type { Json, JsonObject } from '../language/json.ts';
import { textOf } from '../language/json-text.ts';
import type { Stage } from '../language/query-language.ts';

type Text = Stage | 'afterItemBatcher' | 'afterItemSelector' | 'afterItemsPointer' | 'input' | 'variables';
type Number = 'maxConcurrency' | 'toleratedFailureCount' | 'toleratedFailurePercentage';

/** What became of the data of a state under test, as `inspectionData` of TestState tells it. */
export class Inspection {
  readonly #data: JsonObject = {};

  /** Data are told as JSON text; a later value takes the place of an earlier one. */
  text(name: Text, value: Json): void {
    this.#data[name] = textOf(value);
  }

  number(name: Number, value: number | null): void {
    if (value !== null) this.#data[name] = value;
  }

  /** How an error was handled. */
  handled(details: { catchIndex: number } | { retryIndex: number; retryBackoffIntervalSeconds: number }): void {
    this.#data.errorDetails = details;
  }

  get data(): JsonObject {
    return this.#data;
  }
}
