import type { Json, JsonObject } from '../language/json.ts';
import { textOf } from '../language/json-text.ts';
import { Telling } from '../store/line.ts';

/** What is told of entering a state. */
export class Entered extends Telling {
  readonly #name: string;
  readonly #input: Json;

  constructor(name: string, input: Json) {
    super();
    this.#name = name;
    this.#input = input;
  }

  tell(): JsonObject {
    return { input: textOf(this.#input), inputDetails: { truncated: false }, name: this.#name };
  }
}

/** What is told of leaving a state. */
export class Exited extends Telling {
  readonly #name: string;
  readonly #output: Json;
  readonly #assigned: JsonObject | undefined;

  constructor(name: string, output: Json, assigned: JsonObject | undefined) {
    super();
    this.#name = name;
    this.#output = output;
    this.#assigned = assigned;
  }

  tell(): JsonObject {
    const variables = Object.entries(this.#assigned ?? {}).map(([name, value]) => [name, JSON.stringify(value)]);
    return {
      ...(variables.length > 0
        ? { assignedVariables: Object.fromEntries(variables), assignedVariablesDetails: { truncated: false } }
        : {}),
      name: this.#name,
      output: textOf(this.#output),
      outputDetails: { truncated: false },
    };
  }
}
