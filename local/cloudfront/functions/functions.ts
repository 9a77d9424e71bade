import { idOfArn } from '../key-value-store/state.ts';
import type { KeyValueStores } from '../key-value-store/store.ts';
import type { EdgeFunction } from './edge-function.ts';
import { EdgeFunctionError } from './errors.ts';
import { createHost } from './host.ts';
import { openSandbox, type Run } from './sandbox.ts';

export type Ran = { returned?: string; lines: readonly string[]; fault?: EdgeFunctionError };

type Deployed = { edgeFunction: EdgeFunction; run: Run | EdgeFunctionError };

/** The account's functions, each compiled once. */
export class EdgeFunctions {
  readonly #deployed = new Map<string, Deployed>();
  readonly #accountId: string;
  readonly #stores: KeyValueStores;
  #lines: string[] = [];

  constructor(accountId: string, stores: KeyValueStores) {
    this.#accountId = accountId;
    this.#stores = stores;
  }

  /** Takes a function in the place of one of the same name. Answers the fault of code that cannot be compiled. */
  deploy(edgeFunction: EdgeFunction): EdgeFunctionError | undefined {
    const run = this.#open(edgeFunction);
    this.#deployed.set(edgeFunction.name, { edgeFunction, run });
    return run instanceof EdgeFunctionError ? run : undefined;
  }

  remove(name: string): void {
    this.#deployed.delete(name);
  }

  get(name: string): EdgeFunction | undefined {
    return this.#deployed.get(name)?.edgeFunction;
  }

  byArn(arn: string): EdgeFunction | undefined {
    return this.all().find((edgeFunction) => edgeFunction.arn === arn);
  }

  all(): EdgeFunction[] {
    return [...this.#deployed.values()].map(({ edgeFunction }) => edgeFunction);
  }

  /** Runs a function on an event, as JSON. */
  run(name: string, event: string, now: number): Ran {
    const run = this.#deployed.get(name)?.run;
    const lines: string[] = [];
    this.#lines = lines;
    try {
      if (run instanceof EdgeFunctionError) throw run;
      if (!run) throw new EdgeFunctionError(name, 'FunctionExecutionError', 'There is no such function.');
      const returned = run(event, now);
      return { lines, ...(returned === undefined ? {} : { returned }) };
    } catch (error) {
      if (error instanceof EdgeFunctionError) return { lines, fault: error };
      throw error;
    }
  }

  #open(edgeFunction: EdgeFunction): Run | EdgeFunctionError {
    const own = edgeFunction.stores.flatMap((arn) => idOfArn(this.#accountId, arn) ?? []);
    const host = createHost(this.#stores, own, (line) => this.#lines.push(line));
    try {
      return openSandbox(edgeFunction, host);
    } catch (error) {
      if (error instanceof EdgeFunctionError) return error;
      throw error;
    }
  }
}
