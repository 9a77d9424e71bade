import { AwsError } from '../aws/error.ts';
import { openDatabase } from '../database.ts';
import type { FunctionConfiguration } from './configuration.ts';
import { parse } from './function-name.ts';
import { InvokePolicies } from './invoke-policies.ts';
import { Overrides } from './overrides.ts';

/** Where asynchronous invocations go that have ended, and how often they are tried first. */
export type AsyncSettings = {
  retries: number;
  maxAgeSeconds: number;
  onFailure?: string;
  onSuccess?: string;
  /** Milliseconds since the epoch. */
  modifiedAt?: number;
};

export type FunctionAlias = { name: string; version: string; description: string };

/** What a caller named: the function, and the version or alias it asked for. */
export type FoundFunction = {
  configuration: FunctionConfiguration;
  qualifier?: string;
  version: string;
  invokedArn: string;
};

const DEFAULT_ASYNC: AsyncSettings = { retries: 2, maxAgeSeconds: 6 * 3600 };

/** The functions of the account with their versions, aliases, permissions and settings. */
export class Functions {
  readonly #place: { accountId: string; region: string };
  readonly #overrides: Overrides;
  readonly #declared = new Map<string, FunctionConfiguration>();
  readonly #functions = new Map<string, FunctionConfiguration>();
  readonly #versions = new Set<string>();
  readonly #aliases = new Map<string, FunctionAlias>();
  readonly #policies: InvokePolicies;
  readonly #async = new Map<string, AsyncSettings>();

  constructor(place: { accountId: string; region: string }, overrides = new Overrides(openDatabase(':memory:'))) {
    this.#place = place;
    this.#overrides = overrides;
    this.#policies = new InvokePolicies(overrides);
  }

  put(configuration: FunctionConfiguration): void {
    const { name } = configuration;
    const { reservedConcurrency: declared, recursionAllowed: recursive, ...rest } = configuration;
    const reservedConcurrency = this.#overrides.resolve('concurrency', name, declared);
    const recursionAllowed = this.#overrides.resolve('recursion', name, recursive);
    this.#declared.set(name, configuration);
    this.#functions.set(name, {
      ...rest,
      ...(reservedConcurrency === undefined ? {} : { reservedConcurrency }),
      ...(recursionAllowed === undefined ? {} : { recursionAllowed }),
    });
  }

  /** Reserves concurrency over what the template says; undefined takes the reservation away. */
  setConcurrency(name: string, reserved: number | undefined): void {
    const declared = this.#declared.get(name);
    if (!declared) return;
    this.#overrides.set('concurrency', name, reserved, declared.reservedConcurrency);
    this.put(declared);
  }

  setRecursion(name: string, allowed: boolean): void {
    const declared = this.#declared.get(name);
    if (!declared) return;
    this.#overrides.set('recursion', name, allowed, declared.recursionAllowed);
    this.put(declared);
  }

  all(): FunctionConfiguration[] {
    return [...this.#functions.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  putVersion(functionName: string, version: string): void {
    this.#versions.add(`${functionName}:${version}`);
  }

  versionsOf(functionName: string): string[] {
    return after(functionName, this.#versions);
  }

  putAlias(functionName: string, alias: string, version: string, description = ''): void {
    this.#aliases.set(`${functionName}:${alias}`, { name: alias, version, description });
  }

  aliasesOf(functionName: string): FunctionAlias[] {
    return [...this.#aliases].filter(([key]) => key.startsWith(`${functionName}:`)).map(([, alias]) => alias);
  }

  removeAlias(functionName: string, alias: string): void {
    this.#aliases.delete(`${parse(functionName).functionName}:${alias}`);
  }

  /** The resource policies of functions. */
  get policies(): InvokePolicies {
    return this.#policies;
  }

  has(name: string): boolean {
    return this.#functions.has(name);
  }

  /** Lets a function go with all that was said about it. */
  remove(name: string): void {
    this.#functions.delete(name);
    this.#declared.delete(name);
    for (const settings of [this.#aliases, this.#async, this.#versions])
      for (const key of settings.keys()) if (key.startsWith(`${name}:`)) settings.delete(key);
    this.#policies.remove(name);
    this.#overrides.forget(name);
  }

  setAsync(functionName: string, qualifier: string, settings: Partial<AsyncSettings>): void {
    this.#async.set(`${functionName}:${qualifier}`, { ...DEFAULT_ASYNC, ...settings });
  }

  unsetAsync(functionName: string, qualifier: string): void {
    this.#async.delete(`${parse(functionName).functionName}:${qualifier}`);
  }

  /** As a caller of the API does; it outlives the run. Undefined takes the settings away. */
  overrideAsync({ configuration, qualifier = '$LATEST' }: FoundFunction, settings: AsyncSettings | undefined): void {
    const key = `${configuration.name}:${qualifier}`;
    this.#overrides.set('async', key, settings, this.#undated(key));
  }

  /** What was set, undefined where nothing was. */
  asyncSettings(functionName: string, qualifier: string): AsyncSettings | undefined {
    const key = `${functionName}:${qualifier}`;
    const undated = this.#undated(key);
    const settings = this.#overrides.resolve('async', key, undated);
    return settings === undated ? this.#async.get(key) : settings;
  }

  /** What the template says, whenever it was carried out. */
  #undated(key: string): AsyncSettings | undefined {
    const declared = this.#async.get(key);
    if (!declared) return undefined;
    const { modifiedAt: _, ...settings } = declared;
    return settings;
  }

  asyncOf({ configuration, qualifier = '$LATEST' }: FoundFunction): AsyncSettings {
    return this.asyncSettings(configuration.name, qualifier) ?? DEFAULT_ASYNC;
  }

  /** The qualifiers of a function that have asynchronous settings. */
  asyncQualifiers(functionName: string): string[] {
    const known = after(functionName, new Set([...this.#async.keys(), ...this.#overrides.keys('async')]));
    return known.filter((qualifier) => this.asyncSettings(functionName, qualifier) !== undefined).sort();
  }

  /**
   * Finds a function by name, partial ARN or ARN, with a qualifier in it or beside it.
   * Throws `ResourceNotFoundException` as Lambda does; `unqualified` stands in it where no qualifier was asked for.
   */
  find(name: string, qualifier?: string, unqualified?: string): FoundFunction {
    const { functionName, inName } = parse(name);
    if (qualifier !== undefined && inName !== undefined && qualifier !== inName)
      throw new AwsError(
        'InvalidParameterValueException',
        'The derived qualifier from the function name does not match the specified qualifier.',
      );
    const wanted = qualifier ?? inName;
    const configuration = this.#functions.get(functionName);
    const version = wanted === undefined || wanted === '$LATEST' ? '$LATEST' : this.#versionOf(functionName, wanted);
    if (!configuration || version === undefined) {
      const { accountId, region } = this.#place;
      const arn = `arn:aws:lambda:${region}:${accountId}:function:${functionName}`;
      const missing = wanted ?? unqualified;
      throw new AwsError(
        'ResourceNotFoundException',
        `Function not found: ${arn}${missing === undefined ? '' : `:${missing}`}`,
        404,
        { Type: 'User' },
      );
    }
    const invokedArn = wanted ? `${configuration.arn}:${wanted}` : configuration.arn;
    return { configuration, ...(wanted ? { qualifier: wanted } : {}), version, invokedArn };
  }

  #versionOf(functionName: string, wanted: string): string | undefined {
    const key = `${functionName}:${wanted}`;
    return this.#aliases.get(key)?.version ?? (this.#versions.has(key) ? wanted : undefined);
  }
}

/** What follows a function's name in keys. */
const after = (functionName: string, keys: Iterable<string>): string[] =>
  [...keys].filter((key) => key.startsWith(`${functionName}:`)).map((key) => key.slice(functionName.length + 1));
