import { AwsError } from '../aws/error.ts';
import type { PolicyStatement } from '../aws/principal.ts';
import { openDatabase } from '../database.ts';
import type { FunctionConfiguration } from './configuration.ts';
import { Overrides } from './overrides.ts';

/** A statement of a function's resource policy, as `AWS::Lambda::Permission` declares it. */
export type InvokePermission = {
  functionName: string;
  qualifier?: string;
  principal: string;
  sourceArn?: string;
  sourceAccount?: string;
};

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
  readonly #permissions = new Map<string, InvokePermission>();
  readonly #async = new Map<string, AsyncSettings>();

  constructor(place: { accountId: string; region: string }, overrides = new Overrides(openDatabase(':memory:'))) {
    this.#place = place;
    this.#overrides = overrides;
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

  /** Adds a statement to a function's resource policy; the same `id` replaces what it said before. */
  permit(id: string, permission: InvokePermission): void {
    this.#permissions.set(id, permission);
  }

  forbid(id: string): void {
    this.#permissions.delete(id);
  }

  /** Adds a statement, or with undefined takes one away, as a caller of the API does; it outlives the run. */
  setPermission(found: FoundFunction, sid: string, permission: InvokePermission | undefined): void {
    const declared = [...this.#permissions].find(([id]) => sidOf(id) === sid)?.[1];
    const { name } = found.configuration;
    this.#overrides.set('permission', [name, found.qualifier ?? '', sid].join(':'), permission, declared);
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
    for (const [id, { functionName }] of this.#permissions) if (functionName === name) this.#permissions.delete(id);
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
    this.#overrides.set('async', key, settings, this.#async.get(key));
  }

  /** What was set, undefined where nothing was. */
  asyncSettings(functionName: string, qualifier: string): AsyncSettings | undefined {
    const key = `${functionName}:${qualifier}`;
    return this.#overrides.resolve('async', key, this.#async.get(key));
  }

  asyncOf({ configuration, qualifier = '$LATEST' }: FoundFunction): AsyncSettings {
    return this.asyncSettings(configuration.name, qualifier) ?? DEFAULT_ASYNC;
  }

  /** The qualifiers of a function that have asynchronous settings. */
  asyncQualifiers(functionName: string): string[] {
    const known = after(functionName, new Set([...this.#async.keys(), ...this.#overrides.keys('async')]));
    return known.filter((qualifier) => this.asyncSettings(functionName, qualifier) !== undefined).sort();
  }

  /** The resource policy of a function, or of one of its aliases or versions, by its ARN; each has one of its own. */
  policyOf(arn: string): readonly PolicyStatement[] {
    const { functionName, inName } = parse(arn);
    const statements = new Map<string, InvokePermission | undefined>();
    for (const [id, permission] of this.#permissions)
      if (permission.functionName === functionName && permission.qualifier === inName) {
        const key = [functionName, inName ?? '', sidOf(id)].join(':');
        statements.set(sidOf(id), this.#overrides.resolve('permission', key, permission));
      }
    for (const key of this.#overrides.keys('permission')) {
      const [name, qualifier, sid = ''] = key.split(':');
      if (name !== functionName || qualifier !== (inName ?? '') || statements.has(sid)) continue;
      statements.set(sid, this.#overrides.resolve<InvokePermission>('permission', key, undefined));
    }
    return [...statements].flatMap(([sid, permission]) => (permission ? [statementOf(sid, permission, arn)] : []));
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

/** A permission as the statement that Lambda makes of it. */
export const statementOf = (
  sid: string,
  { principal, sourceArn, sourceAccount }: InvokePermission,
  arn: string,
): PolicyStatement => {
  const Condition = {
    ...(sourceAccount === undefined ? {} : { StringEquals: { 'AWS:SourceAccount': sourceAccount } }),
    ...(sourceArn === undefined ? {} : { ArnLike: { 'AWS:SourceArn': sourceArn } }),
  };
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: principal === '*' ? '*' : { [principal.endsWith('.amazonaws.com') ? 'Service' : 'AWS']: principal },
    Action: 'lambda:InvokeFunction',
    Resource: arn,
    ...(Object.keys(Condition).length > 0 && { Condition }),
  };
};

/** A statement's name as Lambda takes it. */
const sidOf = (id: string): string => id.replaceAll('/', '-');

/** What follows a function's name in keys. */
const after = (functionName: string, keys: Iterable<string>): string[] =>
  [...keys].filter((key) => key.startsWith(`${functionName}:`)).map((key) => key.slice(functionName.length + 1));

/** `name`, `name:alias`, `account:function:name`, or a whole ARN, which may end in a qualifier. */
export const parse = (name: string): { functionName: string; inName?: string } => {
  const rest = /(?:^|:)function:(.*)$/.exec(name)?.[1] ?? name;
  const [functionName = '', inName] = rest.split(':');
  return inName === undefined ? { functionName } : { functionName, inName };
};
