import type { Catcher, Rule, State } from './definition.ts';
import type { Json, JsonObject } from './json.ts';

/** What becomes of a state's data on its way, by the names that TestState has for it. */
export type Stage =
  | 'afterArguments'
  | 'afterInputPath'
  | 'afterItemsPath'
  | 'afterParameters'
  | 'afterResultPath'
  | 'afterResultSelector'
  | 'result';

/** What a query may read at one moment of a state's visit. */
export type Frame = {
  state: State;
  input: Json;
  result?: Json;
  errorOutput?: Json;
  variables: Readonly<JsonObject>;
  context: JsonObject;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Hears of each stage that the data comes to, where somebody wants to know. */
  inspect?: ((stage: Stage, value: Json) => void) | undefined;
};

export type NumberField =
  | 'TimeoutSeconds'
  | 'HeartbeatSeconds'
  | 'Seconds'
  | 'MaxConcurrency'
  | 'ToleratedFailureCount'
  | 'ToleratedFailurePercentage'
  | 'MaxItems'
  | 'MaxItemsPerBatch'
  | 'MaxInputBytesPerBatch';

/** A field within a field of a state: `at` is what AWS's messages call it, such as `ItemReader/ReaderConfig`. */
export type Inner = { holder: object; at: string };

/**
 * How the fields of a state are read: the difference between JSONata and JSONPath, and nothing else of the two. Where
 * most states are, a value need not be a promise: a turn of the queue is what costs there.
 */
export interface QueryLanguage {
  /** What a Task sends and the branches of Parallel receive. */
  arguments(frame: Frame): Json | Promise<Json>;
  /** The result of a Pass state. */
  passed(frame: Frame): Json | Promise<Json>;
  /** What the state passes on; `result` of the frame is what it did. */
  output(holder: State | Rule, frame: Frame): Json | Promise<Json>;
  /** The variables that a state, rule or catcher assigns, or undefined for none. */
  assign(holder: State | Rule | Catcher, frame: Frame): Promise<JsonObject | undefined>;
  /** What a catcher passes on; the frame has `errorOutput`. */
  caught(catcher: Catcher, frame: Frame): Promise<Json>;
  /** A number of the state itself or of a field within it. */
  number(field: NumberField, frame: Frame, inner?: Inner): number | undefined | Promise<number | undefined>;
  /** A payload template that stands in the field `at`, such as `ItemReader/Arguments`. */
  filled(template: Json, at: string, frame: Frame): Promise<Json>;
  text(field: 'Error' | 'Cause', frame: Frame): Promise<string | undefined>;
  role(frame: Frame): Promise<string | undefined>;
  /** When a Wait ends, in milliseconds since the epoch, given when it began. */
  until(began: number, frame: Frame): Promise<number>;
  items(frame: Frame): Promise<Json[]>;
  /** The input of one iteration; the frame's context has `Map.Item`. */
  item(value: Json, frame: Frame): Json | Promise<Json>;
  choose(frame: Frame): Promise<Rule | undefined>;
  /** Whether what began with these fields cannot be computed again with the same outcome. */
  volatile(state: State): boolean;
}
