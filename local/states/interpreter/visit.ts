import { type Catcher, type Rule, STATE_TYPES, type State, type StateType } from '../language/definition.ts';
import type { Json, JsonObject } from '../language/json.ts';
import { readText } from '../language/json-text.ts';
import { languageOf } from '../language/language-of.ts';
import type { Frame, QueryLanguage } from '../language/query-language.ts';
import { QueryError, StateError } from '../language/state-error.ts';
import { type Details, detailsOf, type Line } from '../store/line.ts';
import { VisitFrame } from './frame.ts';
import type { Recorded } from './replay.ts';
import type { Run } from './run.ts';
import { Scope } from './scope.ts';
import { Entered, Exited } from './telling.ts';
import type { Thread } from './thread.ts';

/** State types that can be retried, and so know how often they were. */
const RETRIED = new Set(['Map', 'Parallel', 'Task']);

/** How a state ended well. */
export type Outcome = { output: Json; next?: string; assigned?: JsonObject };

/** One visit to a state, from entering it to leaving it, all attempts included. */
export class Visit {
  readonly thread: Thread;
  readonly name: string;
  readonly state: State;
  readonly path: string;
  readonly language: QueryLanguage;
  readonly recorded: Recorded;
  input: Json = null;
  retryCount = 0;
  /** Counts every attempt ever, redriven ones included: it names the paths of branches and iterations. */
  attempt = 0;
  /** Why the branches or iterations of the present attempt were called off. */
  calledOff: StateError | undefined;
  #enteredId = 0;
  #enteredAt = 0;
  #before = 0;
  #scope: Scope | undefined;
  #trying = true;

  constructor(thread: Thread, name: string, state: State, index: number) {
    this.thread = thread;
    this.name = name;
    this.state = state;
    this.path = thread.pathOf(index);
    this.language = languageOf(state, thread.run.definition);
    this.recorded = thread.run.replay.take(this.path);
    this.attempt = this.recorded.attempts;
  }

  get run(): Run {
    return this.thread.run;
  }

  /** Enters the state; what was recorded as its input stays its input. */
  enter(input: Json): void {
    this.#before = this.thread.last;
    const { entered } = this.recorded;
    const line =
      entered ??
      this.thread.write(this.path, ENTERED[this.state.Type], this.thread.last, new Entered(this.name, input));
    this.input = entered ? readText(String(detailsOf(line).input)) : input;
    this.#enteredId = line.id;
    this.#enteredAt = line.at;
    this.thread.last = line.id;
    this.thread.current = this;
  }

  /** What belongs to the present attempt; made when something does. */
  get scope(): Scope {
    this.#scope ??= new Scope(this.thread.scope);
    if (!this.#trying) this.#scope.cancel();
    return this.#scope;
  }

  beginAttempt(): void {
    this.#trying = true;
    this.#scope = undefined;
    this.calledOff = undefined;
  }

  /** Ends what belongs to the present attempt. */
  endAttempt(): void {
    this.#trying = false;
    this.#scope?.cancel();
  }

  get enteredAt(): number {
    return this.#enteredAt;
  }

  /** Leaves the state, with its variables assigned. */
  exit({ output, next, assigned }: Outcome): void {
    const details = new Exited(this.name, output, assigned);
    const memo = next === undefined ? undefined : { next };
    this.left(this.thread.write(this.path, EXITED[this.state.Type], this.thread.last, details, memo), assigned);
  }

  /** Takes over what a line says about leaving the state. */
  left(line: Line, assigned: JsonObject | undefined): void {
    this.thread.last = line.id;
    this.thread.current = undefined;
    if (assigned) this.thread.variables = { ...this.thread.variables, ...assigned };
  }

  /** The recorded event of this type, where it comes next in the history. */
  replayed(type: string): Line | undefined {
    const line = this.recorded.take(type);
    if (line && line.sub === 0) this.thread.last = line.id;
    return line;
  }

  /** Writes an event, or takes it from the history. An event `aside` is nobody's previous event. */
  event(type: string, details?: Details, memo?: JsonObject, aside = false): Line {
    const line = this.recorded.take(type) ?? this.thread.write(this.path, type, this.thread.last, details, memo);
    if (!aside) this.thread.last = line.id;
    return line;
  }

  /** A value that is settled once, however often the state is replayed. `needed` tells where it can be computed again. */
  async settled<T extends Json>(type: string, needed: boolean, compute: () => Promise<T>): Promise<T> {
    const known = this.recorded.take(type);
    if (known) return (JSON.parse(known.memo ?? '{}') as { value: T }).value;
    const value = await compute();
    if (needed) this.thread.note(this.path, type, { value });
    return value;
  }

  frame(more: Partial<Frame> = {}): Frame {
    return new VisitFrame(this, more);
  }

  /** `$states.context` at this moment. */
  context(more: JsonObject = {}): JsonObject {
    const { mapItem } = this.thread;
    return {
      ...this.run.context,
      State: {
        Name: this.name,
        EnteredTime: new Date(this.#enteredAt).toISOString(),
        ...(RETRIED.has(this.state.Type) ? { RetryCount: this.retryCount } : {}),
      },
      ...(mapItem ? { Map: { Item: mapItem } } : {}),
      ...more,
    };
  }

  /** Calls off the threads of the present attempt because one of them failed, and tells the history so. */
  callOff(failed: Thread, error: StateError): void {
    this.calledOff = error;
    failed.abort(failed.last, true);
    for (const other of this.thread.children) if (other !== failed) other.abort(failed.last, false);
    this.thread.last = failed.last;
    this.scope.cancel();
  }

  /** Waits for all threads; where they are called off, throws why, not that. */
  async together<T>(threads: Promise<T>[]): Promise<T[]> {
    try {
      return await this.run.rest.together(threads);
    } catch (error) {
      throw this.calledOff ?? error;
    }
  }

  /** What a state, or the rule of a Choice, passes on and assigns, given what the state did. */
  async outcome(result: Json, holder: State | Rule = this.state, next = holder.Next): Promise<Outcome> {
    const frame = this.frame({ result });
    const assigned = holder.Assign === undefined ? undefined : await this.language.assign(holder, frame);
    const output = this.language.output(holder, frame);
    return { output: output instanceof Promise ? await output : output, next, assigned };
  }

  async caught(catcher: Catcher, error: StateError): Promise<Outcome> {
    const frame = this.frame({ errorOutput: error.output });
    const assigned = await this.language.assign(catcher, frame);
    return { output: await this.language.caught(catcher, frame), next: catcher.Next, assigned };
  }

  /** Turns a query that failed into the error of the state, and tells the history where AWS does. */
  failed(error: unknown): unknown {
    if (!(error instanceof QueryError)) return error;
    const place = `An error occurred while executing the state '${this.name}' (entered at the event id #${this.#enteredId}).`;
    const cause = `${place} ${error.message}`;
    if (error.error === 'States.QueryEvaluationError') {
      const previous =
        this.thread.last === this.#enteredId && error.location !== 'Timestamp' ? this.#before : this.thread.last;
      const location: JsonObject = error.location === undefined ? {} : { location: error.location };
      const details = { cause, error: error.error, ...location, state: this.name };
      const line =
        this.recorded.take('EvaluationFailed') ?? this.thread.write(this.path, 'EvaluationFailed', previous, details);
      this.thread.last = line.id;
    }
    return new StateError(error.error, cause);
  }
}

const typed = (suffix: string): Readonly<Record<StateType, string>> =>
  Object.fromEntries(STATE_TYPES.map((type) => [type, `${type}${suffix}`])) as Record<StateType, string>;

const ENTERED = typed('StateEntered');
const EXITED = typed('StateExited');
