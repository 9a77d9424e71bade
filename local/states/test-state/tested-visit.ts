import type { Thread } from '../interpreter/thread.ts';
import { type Outcome, Visit } from '../interpreter/visit.ts';
import type { State } from '../language/definition.ts';
import type { Json, JsonObject } from '../language/json.ts';
import type { Frame } from '../language/query-language.ts';
import type { Inspection } from './inspection.ts';

/** A visit to a state under test: it is looked at on its way, and its context object is the test's. */
export class TestedVisit extends Visit {
  readonly inspection: Inspection;
  readonly #context: JsonObject;

  constructor(thread: Thread, name: string, state: State, inspection: Inspection, context: JsonObject) {
    super(thread, name, state, 0);
    this.inspection = inspection;
    this.#context = context;
  }

  /** The same visit as that of another state: one around this one, which takes its error. */
  of(state: State): TestedVisit {
    if (state === this.state) return this;
    const visit = new TestedVisit(this.thread, this.name, state, this.inspection, this.#context);
    visit.input = this.input;
    return visit;
  }

  /** Tells the variables that the state leaves behind. */
  tellVariables(assigned: JsonObject = {}): void {
    const variables = { ...this.thread.variables, ...assigned };
    if (Object.keys(variables).length > 0) this.inspection.text('variables', variables);
  }

  override frame(more: Partial<Frame> = {}): Frame {
    return super.frame({ ...more, inspect: (stage, value) => this.inspection.text(stage, value) });
  }

  override context(more: JsonObject = {}): JsonObject {
    return { ...this.#context, ...more };
  }

  override async outcome(result: Json, ...rest: [holder?: State, next?: string]): Promise<Outcome> {
    if (this.state.Type === 'Task') this.inspection.text('result', result);
    return await super.outcome(result, ...rest);
  }
}
