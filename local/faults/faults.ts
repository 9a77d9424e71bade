import { AwsError } from '../aws/error.ts';
import type { Permission } from '../aws/service.ts';
import { matchesWildcard } from '../aws/wildcard.ts';
import { type Clock, until } from '../clock.ts';
import { knownError } from './known-errors.ts';

/** What goes wrong on demand. */
export type Fault = {
  id: string;
  service: string;
  /** One operation, or `*` for all of the service's. */
  operation: string;
  /** AWS's error code; without one, calls are only slow. */
  error?: string;
  /** HTTP status and words of the error, where they are not those that the service is known for. */
  status?: number;
  message?: string;
  /** How many of the calls are struck, above 0 and at most 1. */
  rate: number;
  /** Milliseconds that a struck call waits first. */
  latency: number;
  /** How many calls are struck at most. */
  times?: number;
  /** Only calls that touch a resource whose ARN is like this. */
  resource?: string;
  /** How many calls it has struck. */
  struck: number;
};

export type FaultsOptions = {
  clock: Clock;
  /** A number in [0, 1). */
  random?: () => number;
  /** Told when the list has changed. */
  onChange?: (faults: readonly Fault[]) => void;
};

/** Faults on demand. They live in memory: a new start has none. */
export class Faults {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #onChange: (faults: readonly Fault[]) => void;
  readonly #faults = new Map<string, Fault>();
  #count = 0;

  constructor({ clock, random = Math.random, onChange = () => {} }: FaultsOptions) {
    this.#clock = clock;
    this.#random = random;
    this.#onChange = onChange;
  }

  add(fault: Omit<Fault, 'id' | 'struck'>): Fault {
    const added = { ...fault, id: `fault-${++this.#count}`, struck: 0 };
    this.#faults.set(added.id, added);
    this.#onChange(this.list());
    return added;
  }

  /** Takes one fault off; answers whether it was there. */
  remove(id: string): boolean {
    const removed = this.#faults.delete(id);
    if (removed) this.#onChange(this.list());
    return removed;
  }

  list(): Fault[] {
    return [...this.#faults.values()];
  }

  /** Does to one call what the faults ask for: nothing, a wait, an `AwsError`. The first fault that strikes is the only one. */
  strike(service: string, operation: string, touched: readonly Permission[]): Promise<void> | undefined {
    if (this.#faults.size === 0) return undefined;
    const fault = this.list().find((each) => speaksOf(each, service, operation, touched) && this.#random() < each.rate);
    if (!fault) return undefined;
    fault.struck++;
    if (fault.times !== undefined && fault.struck >= fault.times) this.remove(fault.id);
    return this.#suffer(fault);
  }

  async #suffer({ service, error, status, message, latency }: Fault): Promise<void> {
    if (latency > 0) await until(this.#clock, this.#clock.now() + latency);
    if (error === undefined) return;
    const known = knownError(service, error);
    throw new AwsError(error, message ?? known?.message ?? 'A fault on demand.', status ?? known?.status ?? 400);
  }
}

const speaksOf = (fault: Fault, service: string, operation: string, touched: readonly Permission[]): boolean =>
  fault.service === service &&
  (fault.operation === '*' || fault.operation === operation) &&
  (fault.resource === undefined || touched.some(({ resource }) => matchesWildcard(fault.resource ?? '', resource)));
