import type { PolicyStatement } from '../aws/principal.ts';
import { parse } from './function-name.ts';
import type { Overrides } from './overrides.ts';

/** A statement of a function's resource policy, as `AWS::Lambda::Permission` declares it. */
export type InvokePermission = {
  functionName: string;
  qualifier?: string;
  principal: string;
  sourceArn?: string;
  sourceAccount?: string;
};

const KIND = 'permission';

/** The resource policies of functions: what templates declare, and what callers of the API add to that and take away. */
export class InvokePolicies {
  readonly #overrides: Overrides;
  readonly #declared = new Map<string, InvokePermission>();

  constructor(overrides: Overrides) {
    this.#overrides = overrides;
  }

  /** Adds a statement of a template; the same `id` replaces what it said before. */
  permit(id: string, permission: InvokePermission): void {
    this.#declared.set(id, permission);
  }

  forbid(id: string): void {
    this.#declared.delete(id);
  }

  /** Adds a statement, or with undefined takes one away, as a caller of the API does; it outlives the run. */
  set(
    functionName: string,
    qualifier: string | undefined,
    sid: string,
    permission: InvokePermission | undefined,
  ): void {
    const declared = [...this.#declared].find(([id]) => sidOf(id) === sid)?.[1];
    this.#overrides.set(KIND, keyOf(functionName, qualifier, sid), permission, declared);
  }

  remove(functionName: string): void {
    for (const [id, permission] of this.#declared)
      if (permission.functionName === functionName) this.#declared.delete(id);
  }

  /** The policy of a function, or of one of its aliases or versions, by its ARN; each has one of its own. */
  of(arn: string): readonly PolicyStatement[] {
    const { functionName, inName } = parse(arn);
    const statements = new Map<string, InvokePermission | undefined>();
    for (const [id, permission] of this.#declared)
      if (permission.functionName === functionName && permission.qualifier === inName)
        statements.set(sidOf(id), this.#overrides.resolve(KIND, keyOf(functionName, inName, sidOf(id)), permission));
    for (const key of this.#overrides.keys(KIND)) {
      const [name, qualifier, sid = ''] = key.split(':');
      if (name !== functionName || qualifier !== (inName ?? '') || statements.has(sid)) continue;
      statements.set(sid, this.#overrides.resolve<InvokePermission>(KIND, key, undefined));
    }
    return [...statements].flatMap(([sid, permission]) => (permission ? [statementOf(sid, permission, arn)] : []));
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

const keyOf = (functionName: string, qualifier: string | undefined, sid: string): string =>
  [functionName, qualifier ?? '', sid].join(':');

/** A statement's name as Lambda takes it. */
const sidOf = (id: string): string => id.replaceAll('/', '-');
