import { randomUUID } from 'node:crypto';
import { AwsError } from '../../aws/error.ts';
import type { Principal } from '../../aws/principal.ts';
import type { Cloud } from '../../aws/service.ts';
import type { Clock } from '../../clock.ts';
import type { FoundFunction, Functions } from '../functions.ts';
import type { InvokeFunction } from './invoke.ts';
import { startAtLatest } from './latest.ts';
import type { Mapping } from './mapping.ts';
import type { StopReason } from './pause.ts';
import { requireRights } from './permissions.ts';
import { pollQueue } from './queue-poller.ts';
import { type MappingInput, readSettings } from './settings.ts';
import { sourceOf, startOf } from './source.ts';
import type { MappingStore } from './store.ts';
import type { StreamBatches } from './stream-batch.ts';
import { pollStream } from './stream-poller.ts';
import { openStream } from './stream-source.ts';

export type MappingsOptions = {
  clock: Clock;
  region: string;
  accountId: string;
  store: MappingStore;
  functions: Functions;
  invoke: InvokeFunction;
  cloud: () => Cloud;
  /** A function's role as Lambda takes it on. */
  principalOf: (found: FoundFunction) => Principal;
  toDestination: StreamBatches['toDestination'];
  onWrite: (tableArn: string, listener: () => void) => () => void;
  /** How often a stream is looked at though nothing told of a write, in milliseconds. */
  lookEvery: number;
};

type Poller = { stop(reason: StopReason): Promise<void> };

/** The account's event source mappings: kept in the database, each with a poller while it is enabled. */
export class Mappings {
  readonly #options: MappingsOptions;
  readonly #mappings = new Map<string, Mapping>();
  readonly #pollers = new Map<string, Poller>();
  readonly #results = new Map<string, string>();
  #started = false;

  constructor(options: MappingsOptions) {
    this.#options = options;
    for (const mapping of options.store.all()) this.#mappings.set(mapping.uuid, mapping);
  }

  /** Begins to read; before that, functions and sources may still be missing. Answers how many mappings there are. */
  start(): number {
    this.#started = true;
    for (const mapping of this.#mappings.values()) this.#poll(mapping);
    return this.#pollers.size;
  }

  /** Stops reading; what functions answer from now on counts for nothing and is done again by the next run. */
  close(): void {
    this.#started = false;
    for (const poller of this.#pollers.values()) void poller.stop('closing');
  }

  all(): Mapping[] {
    return [...this.#mappings.values()];
  }

  resultOf({ uuid }: Mapping): string {
    return this.#results.get(uuid) ?? 'No records processed';
  }

  /** Throws `ResourceNotFoundException`. */
  get(uuid: string): Mapping {
    const mapping = this.#mappings.get(uuid);
    if (mapping) return mapping;
    throw new AwsError('ResourceNotFoundException', 'The resource you requested does not exist.', 404);
  }

  /** Creates a mapping, or under a `uuid` that there is already brings it to what is said. */
  async create(input: MappingInput, uuid: string = randomUUID()): Promise<Mapping> {
    const { clock, functions, store } = this.#options;
    const sourceArn = input.EventSourceArn ?? '';
    const source = sourceOf(sourceArn);
    const found = functions.find(input.FunctionName ?? '');
    const startingPosition = startOf(source, input);
    this.#requireNew(uuid, sourceArn, found, source);
    const settings = readSettings(input, { source, isFifo: sourceArn.endsWith('.fifo') });
    await this.#check(sourceArn, source, found, settings.onFailure);
    const place = { uuid, sourceArn, source, functionArn: found.invokedArn, modifiedAt: clock.now() };
    const mapping: Mapping = { ...place, ...settings, ...(startingPosition && { startingPosition }) };
    const before = this.#mappings.get(uuid);
    await this.#stop(uuid);
    if (before?.sourceArn !== sourceArn) {
      store.forgetPositions(uuid);
      if (startingPosition === 'LATEST') await startAtLatest(this.#stream(mapping, found), store, uuid);
    }
    this.#put(mapping);
    return mapping;
  }

  async update(uuid: string, input: MappingInput): Promise<Mapping> {
    const before = this.get(uuid);
    const { source, sourceArn } = before;
    const found = this.#options.functions.find(input.FunctionName ?? before.functionArn);
    const settings = readSettings(input, { source, isFifo: sourceArn.endsWith('.fifo') }, before);
    await this.#check(sourceArn, source, found, settings.onFailure);
    await this.#stop(uuid);
    const { onFailure: _, maximumConcurrency: __, ...kept } = before;
    const modifiedAt = this.#options.clock.now();
    const mapping: Mapping = { ...kept, ...settings, functionArn: found.invokedArn, modifiedAt };
    this.#put(mapping);
    return mapping;
  }

  async remove(uuid: string): Promise<Mapping> {
    const mapping = this.get(uuid);
    this.#mappings.delete(uuid);
    await this.#stop(uuid);
    this.#options.store.remove(uuid);
    this.#results.delete(uuid);
    return mapping;
  }

  #put(mapping: Mapping): void {
    this.#options.store.put(mapping);
    this.#mappings.set(mapping.uuid, mapping);
    if (this.#started) this.#poll(mapping);
  }

  #requireNew(uuid: string, sourceArn: string, found: FoundFunction, source: Mapping['source']): void {
    const same = this.all().find((each) => each.sourceArn === sourceArn && each.functionArn === found.invokedArn);
    if (!same || same.uuid === uuid) return;
    const { name } = found.configuration;
    const which =
      source === 'queue'
        ? `An event source mapping with SQS arn (" ${sourceArn} ")`
        : `The event source arn (" ${sourceArn} ")`;
    const what = source === 'queue' ? 'already exists.' : 'provided mapping already exists.';
    const message = `${which} and function (" ${name} ") ${what} Please update or delete the existing mapping with UUID ${same.uuid}`;
    throw new AwsError('ResourceConflictException', message, 409, { Type: 'User' });
  }

  async #check(sourceArn: string, source: Mapping['source'], found: FoundFunction, onFailure?: string): Promise<void> {
    const { cloud, principalOf } = this.#options;
    await requireRights(cloud(), principalOf(found), { sourceArn, source, onFailure, found });
  }

  #stream(mapping: Mapping, found: FoundFunction) {
    return openStream(this.#options.cloud(), mapping.sourceArn, () => this.#options.principalOf(found));
  }

  #poll(mapping: Mapping): void {
    if (!mapping.enabled || this.#pollers.has(mapping.uuid)) return;
    const { clock, region, store, functions, invoke, cloud, principalOf, ...rest } = this.#options;
    const stopping = new AbortController();
    const { signal } = stopping;
    const tell = (uuid: string, result: string): void => void this.#results.set(uuid, result);
    // Asked anew at each call, because a role's rights change with its template.
    const principal = (): Principal => principalOf(functions.find(mapping.functionArn));
    const common = { clock, mapping, invoke, tell, signal };
    const running =
      mapping.source === 'queue'
        ? pollQueue({ ...common, cloud: cloud(), region, principal })
        : pollStream({ ...common, ...rest, store, stream: openStream(cloud(), mapping.sourceArn, principal) });
    this.#pollers.set(mapping.uuid, {
      stop: (reason) => {
        stopping.abort(reason);
        return running;
      },
    });
  }

  async #stop(uuid: string): Promise<void> {
    const poller = this.#pollers.get(uuid);
    this.#pollers.delete(uuid);
    await poller?.stop('changed');
  }
}
