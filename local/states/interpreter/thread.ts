import type { Json, JsonObject } from '../language/json.ts';
import type { Details, Line } from '../store/line.ts';
import { NOTHING, type Recorded } from './replay.ts';
import type { Run } from './run.ts';
import type { Scope } from './scope.ts';
import type { Visit } from './visit.ts';

export type MapItem = { Index: number; Value: Json };

type Parts = {
  run: Run;
  path: string;
  scope: Scope;
  /** The event that its first one follows. */
  last: number;
  variables: JsonObject;
  /** The item of the innermost Map state around, for the context object. */
  mapItem?: MapItem | undefined;
  /** The Map state that this thread is an iteration of. */
  iterationOf?: string;
};

/** State types that AWS has an `…StateAborted` event for. */
const ABORTABLE = new Set(['Task', 'Wait', 'Map', 'Parallel']);

/** One line of states that follow each other: the execution itself, a branch, an iteration. */
export class Thread {
  readonly run: Run;
  readonly path: string;
  readonly scope: Scope;
  readonly mapItem: MapItem | undefined;
  readonly iterationOf: string | undefined;
  /** Branches or iterations of the state that is under way. */
  readonly children = new Set<Thread>();
  /** The event that the next one names as its previous. */
  last: number;
  variables: JsonObject;
  current: Visit | undefined;
  #over = false;
  readonly #recorded: Recorded;

  constructor({ run, path, scope, last, variables, mapItem, iterationOf }: Parts) {
    this.run = run;
    this.path = path;
    this.scope = scope;
    this.last = last;
    this.variables = variables;
    this.mapItem = mapItem;
    this.iterationOf = iterationOf;
    this.#recorded = path === '' ? NOTHING : run.replay.take(path);
  }

  /** The path of the nth state that this thread visits. */
  pathOf(index: number): string {
    return this.path === '' ? `${index}` : `${this.path}/${index}`;
  }

  /** Writes an event below this thread. Throws `Cancelled` once the thread was called off. */
  write(path: string, type: string, previous: number, details?: Details, memo?: JsonObject): Line {
    this.scope.check();
    return this.run.write(path, type, previous, details, memo);
  }

  note(path: string, type: string, memo: JsonObject): Line {
    this.scope.check();
    return this.run.note(path, type, memo);
  }

  /** Writes an event of the thread itself, such as the start of an iteration, unless it is recorded. */
  event(type: string, details?: JsonObject): Line {
    return this.#recorded.take(type) ?? this.write(this.path, type, this.last, details);
  }

  /** Calls off what is under way because a state of it or of a sibling failed, and tells the history so. */
  abort(previous: number, failed: boolean): void {
    if (this.#over) return;
    this.#over = true;
    if (!failed && this.iterationOf !== undefined && this.mapItem) {
      const details = { index: this.mapItem.Index, name: this.iterationOf };
      this.#told(this.#recorded, this.path, 'MapIterationAborted', previous, details);
    }
    for (const child of this.children) child.abort(previous, false);
    const { current } = this;
    if (current && ABORTABLE.has(current.state.Type)) {
      const memo = failed ? undefined : { sibling: true };
      this.#told(current.recorded, current.path, `${current.state.Type}StateAborted`, previous, undefined, memo);
    }
    this.scope.cancel();
  }

  #told(recorded: Recorded, path: string, type: string, previous: number, details?: JsonObject, memo?: JsonObject) {
    if (!recorded.take(type)) this.run.write(path, type, previous, details, memo);
  }
}
