import type { State } from '../language/definition.ts';
import type { Json, JsonObject } from '../language/json.ts';
import type { Frame } from '../language/query-language.ts';
import type { Visit } from './visit.ts';

/** What a query may read at this moment of a visit. The context object is made for the first query that reads it. */
export class VisitFrame implements Frame {
  readonly state: State;
  readonly input: Json;
  readonly variables: Readonly<JsonObject>;
  readonly now: () => number;
  readonly result?: Json;
  readonly errorOutput?: Json;
  readonly inspect: Frame['inspect'];
  readonly #visit: Visit;
  #context: JsonObject | undefined;

  constructor(visit: Visit, { state, input, variables, context, now, result, errorOutput, inspect }: Partial<Frame>) {
    this.#visit = visit;
    this.#context = context;
    this.state = state ?? visit.state;
    this.input = input === undefined ? visit.input : input;
    this.variables = variables ?? visit.thread.variables;
    this.now = now ?? visit.run.now;
    if (result !== undefined) this.result = result;
    if (errorOutput !== undefined) this.errorOutput = errorOutput;
    this.inspect = inspect;
  }

  get context(): JsonObject {
    this.#context ??= this.#visit.context();
    return this.#context;
  }
}
