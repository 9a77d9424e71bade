import { AwsError } from '../aws/error.ts';
import type { PolicyStatement } from '../aws/principal.ts';
import type { FunctionConfiguration } from './configuration.ts';

/** A statement of a function's resource policy, as `AWS::Lambda::Permission` declares it. */
export type InvokePermission = {
  functionName: string;
  qualifier?: string;
  principal: string;
  sourceArn?: string;
  sourceAccount?: string;
};

/** Where failed asynchronous invocations go, and how often they are tried first. */
export type AsyncSettings = { retries: number; maxAgeSeconds: number; onFailure?: string; onSuccess?: string };

/** What a caller named: the function, and the version or alias it asked for. */
export type FoundFunction = {
  configuration: FunctionConfiguration;
  qualifier?: string;
  version: string;
  invokedArn: string;
};

/** A permission as the statement that Lambda makes of it. */
const statementOf = (
  id: string,
  { principal, sourceArn, sourceAccount }: InvokePermission,
  arn: string,
): PolicyStatement => ({
  Sid: id,
  Effect: 'Allow',
  Principal: principal === '*' ? '*' : { [principal.endsWith('.amazonaws.com') ? 'Service' : 'AWS']: principal },
  Action: 'lambda:InvokeFunction',
  Resource: arn,
  Condition: {
    ...(sourceArn === undefined ? {} : { ArnLike: { 'AWS:SourceArn': sourceArn } }),
    ...(sourceAccount === undefined ? {} : { StringEquals: { 'AWS:SourceAccount': sourceAccount } }),
  },
});

const DEFAULT_ASYNC: AsyncSettings = { retries: 2, maxAgeSeconds: 6 * 3600 };

/** The functions of the account with their versions, aliases, permissions and settings. */
export class Functions {
  readonly #place: { accountId: string; region: string };
  readonly #functions = new Map<string, FunctionConfiguration>();
  readonly #aliases = new Map<string, string>();
  readonly #permissions = new Map<string, InvokePermission>();
  readonly #async = new Map<string, AsyncSettings>();

  constructor(place: { accountId: string; region: string }) {
    this.#place = place;
  }

  put(configuration: FunctionConfiguration): void {
    this.#functions.set(configuration.name, configuration);
  }

  all(): FunctionConfiguration[] {
    return [...this.#functions.values()].sort((one, other) => one.name.localeCompare(other.name));
  }

  putAlias(functionName: string, alias: string, version: string): void {
    this.#aliases.set(`${functionName}:${alias}`, version);
  }

  aliasesOf(functionName: string): { name: string; version: string }[] {
    return [...this.#aliases]
      .filter(([key]) => key.startsWith(`${functionName}:`))
      .map(([key, version]) => ({ name: key.slice(functionName.length + 1), version }));
  }

  /** Adds a statement to a function's resource policy; the same `id` replaces what it said before. */
  permit(id: string, permission: InvokePermission): void {
    this.#permissions.set(id, permission);
  }

  forbid(id: string): void {
    this.#permissions.delete(id);
  }

  has(name: string): boolean {
    return this.#functions.has(name);
  }

  /** Lets a function go with all that was said about it. */
  remove(name: string): void {
    this.#functions.delete(name);
    for (const settings of [this.#aliases, this.#async])
      for (const key of settings.keys()) if (key.startsWith(`${name}:`)) settings.delete(key);
    for (const [id, { functionName }] of this.#permissions) if (functionName === name) this.#permissions.delete(id);
  }

  removeAlias(functionName: string, alias: string): void {
    this.#aliases.delete(`${parse(functionName).functionName}:${alias}`);
  }

  unsetAsync(functionName: string, qualifier: string): void {
    this.#async.delete(`${parse(functionName).functionName}:${qualifier}`);
  }

  setAsync(functionName: string, qualifier: string, settings: Partial<AsyncSettings>): void {
    this.#async.set(`${functionName}:${qualifier}`, { ...DEFAULT_ASYNC, ...settings });
  }

  asyncOf({ configuration, qualifier }: FoundFunction): AsyncSettings {
    return this.#async.get(`${configuration.name}:${qualifier ?? '$LATEST'}`) ?? DEFAULT_ASYNC;
  }

  /** The resource policy of a function, or of one of its aliases or versions, by its ARN; each has one of its own. */
  policyOf(arn: string): readonly PolicyStatement[] {
    const { functionName, inName } = parse(arn);
    return [...this.#permissions]
      .filter(([, permission]) => permission.functionName === functionName && permission.qualifier === inName)
      .map(([id, permission]) => statementOf(id, permission, arn));
  }

  /**
   * Finds a function by name, partial ARN or ARN, with a qualifier in it or beside it.
   * Throws `ResourceNotFoundException` as Lambda does; `unqualified` stands in it where no qualifier was asked for.
   */
  find(name: string, qualifier?: string, unqualified?: string): FoundFunction {
    const { functionName, inName } = parse(name);
    const wanted = qualifier ?? inName;
    const configuration = this.#functions.get(functionName);
    const version =
      wanted === undefined || wanted === '$LATEST'
        ? '$LATEST'
        : (this.#aliases.get(`${functionName}:${wanted}`) ?? (/^\d+$/.test(wanted) ? wanted : undefined));
    if (!configuration || version === undefined) {
      const { accountId, region } = this.#place;
      const arn = `arn:aws:lambda:${region}:${accountId}:function:${functionName}`;
      const missing = wanted ?? unqualified;
      throw new AwsError(
        'ResourceNotFoundException',
        `Function not found: ${arn}${missing === undefined ? '' : `:${missing}`}`,
        404,
      );
    }
    const invokedArn = wanted ? `${configuration.arn}:${wanted}` : configuration.arn;
    return { configuration, ...(wanted ? { qualifier: wanted } : {}), version, invokedArn };
  }
}

/** `name`, `name:alias`, `account:function:name`, or a whole ARN, which may end in a qualifier. */
const parse = (name: string): { functionName: string; inName?: string } => {
  const rest = /(?:^|:)function:(.*)$/.exec(name)?.[1] ?? name;
  const [functionName = '', inName] = rest.split(':');
  return inName === undefined ? { functionName } : { functionName, inName };
};
