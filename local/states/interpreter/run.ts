import type { Core } from '../core.ts';
import type { Definition } from '../language/definition.ts';
import type { Json, JsonObject } from '../language/json.ts';
import { readText } from '../language/json-text.ts';
import type { ExecutionRow } from '../store/executions.ts';
import { type Details, HistoryLine, type Line } from '../store/line.ts';
import type { History } from './history.ts';
import { Replay } from './replay.ts';
import { Rest } from './rest.ts';
import { Scope } from './scope.ts';

/** Most events that a Standard execution's history may hold. */
const LONGEST_HISTORY = 25_000;

/** One execution while it runs. */
export class Run {
  readonly core: Core;
  readonly row: ExecutionRow;
  readonly definition: Definition;
  readonly scope = new Scope();
  readonly replay: Replay;
  readonly rest: Rest;
  /** The clock's time, in milliseconds since the epoch. */
  readonly now: () => number;
  readonly #history: History;
  #lastId: number;
  #sub = 0;
  #input: Json | undefined;
  #context: JsonObject | undefined;

  constructor(core: Core, row: ExecutionRow, definition: Definition, history: History, lines: readonly Line[] = []) {
    this.core = core;
    this.row = row;
    this.definition = definition;
    this.#history = history;
    this.replay = new Replay(lines);
    this.rest = new Rest(this);
    this.now = () => core.clock.now();
    this.#lastId = lines.at(-1)?.id ?? 0;
    this.#sub = lines.at(-1)?.sub ?? 0;
  }

  /** The number of the latest event. */
  get lastId(): number {
    return this.#lastId;
  }

  get input(): Json {
    this.#input ??= readText(this.row.input);
    return this.#input;
  }

  /** The time from which the execution's own TimeoutSeconds count. */
  get beganAt(): number {
    return this.row.redriven_at ?? this.row.started_at;
  }

  /** Adds an event to the history. Throws where the execution was called off or has reached AWS's limit. */
  write(path: string, type: string, previous: number, details?: Details, memo?: JsonObject): Line {
    this.scope.check();
    if (this.#lastId >= LONGEST_HISTORY - 1 && this.row.type === 'STANDARD') throw new HistoryFull();
    this.#lastId += 1;
    this.#sub = 0;
    return this.#append(path, type, previous, details, memo);
  }

  /** Adds a line that only the interpreter reads. */
  note(path: string, type: string, memo: JsonObject): Line {
    this.scope.check();
    this.#sub += 1;
    return this.#append(path, type, 0, undefined, memo);
  }

  /** Adds the event that ends the execution, whatever else has happened to it. */
  writeEnd(type: string, previous: number, details: JsonObject): Line {
    this.#lastId += 1;
    this.#sub = 0;
    return this.#append('', type, previous, details);
  }

  /** Returns when all that was written is kept: to be called before anything outside learns of it. */
  flush(also?: () => void): void {
    this.#history.flush(also);
  }

  /** As `flush`, together with what other executions have written; undefined where nothing has to be waited for. */
  kept(): Promise<void> | undefined {
    return this.#history.kept();
  }

  /** The parts of the context object that do not change. */
  get context(): JsonObject {
    this.#context ??= this.#contextOf();
    return this.#context;
  }

  #contextOf(): JsonObject {
    const { arn, name, type, role_arn, started_at, machine_arn, redrive_count, redriven_at } = this.row;
    return {
      Execution: {
        Id: arn,
        Input: this.input,
        Name: name,
        RoleArn: role_arn,
        StartTime: new Date(started_at).toISOString(),
        ...(type === 'STANDARD' ? { RedriveCount: redrive_count } : {}),
        ...(redriven_at === null ? {} : { RedriveTime: new Date(redriven_at).toISOString() }),
      },
      StateMachine: { Id: machine_arn, Name: machine_arn.split(':').at(6) ?? '' },
    };
  }

  #append(path: string, type: string, previous: number, details?: Details, memo?: JsonObject): Line {
    const place = { id: this.#lastId, sub: this.#sub, path, type, previous, at: Math.floor(this.core.clock.now()) };
    // Nobody replays an Express execution.
    const line = new HistoryLine(place, details, this.row.type === 'EXPRESS' ? undefined : memo);
    this.#history.append(line);
    return line;
  }
}

/** The execution has as many events as AWS lets it have, and fails. */
export class HistoryFull extends Error {
  override name = 'HistoryFull';
}
