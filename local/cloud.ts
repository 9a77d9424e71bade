import { randomUUID } from 'node:crypto';
import { AwsError } from './aws/error.ts';
import type { Principal } from './aws/principal.ts';
import type { CallContext, Cloud, Operation, Permission, Service } from './aws/service.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults/faults.ts';
import { Directory } from './iam/directory.ts';
import { evaluate } from './iam/evaluate.ts';
import { refusal } from './iam/refusal.ts';
import { withTags } from './iam/tags.ts';

export type OnGranted = (principal: Principal, permission: Permission) => void;

type CloudOptions = {
  accountId: string;
  region: string;
  /** Asked at the first call, so that services may be given the cloud that they are part of. */
  services: () => readonly Service[];
  clock?: Clock;
  faults?: Faults;
  /** Told of every permission that is granted. */
  onGranted?: OnGranted;
  /** The constructs behind the resources. */
  directory?: Directory;
};

/** The services as one: every call, over HTTP or in process, is authorised here and nowhere else. */
export const createCloud = ({
  accountId,
  region,
  services,
  clock,
  directory = new Directory(),
  onGranted,
  faults,
}: CloudOptions): Cloud => {
  let known: Map<string, Service> | undefined;
  const find = (name: string): Service | undefined => {
    known ??= new Map(services().map((service) => [service.name, service]));
    return known.get(name);
  };
  const constructOf = (arn: string): string | undefined => directory.constructOf(arn);

  const refusalOf = (
    service: string,
    principal: Principal,
    permission: Permission,
    sourceIp?: string,
  ): AwsError | undefined => {
    const { action, resource } = permission;
    const ofResource = find(action.slice(0, action.indexOf(':')))?.policyOf?.(resource);
    const decision = evaluate(principal, permission, ofResource, { now: clock?.now(), region, sourceIp });
    if (decision !== 'allow') return refusal(service, principal, permission, decision, constructOf);
    onGranted?.(principal, permission);
    return undefined;
  };

  return {
    refusalOf: (service, principal, permission) => refusalOf(service, principal, permission),

    async call(name, operationName, input, principal, origin) {
      const operation = operationOf(find(name), name, operationName);
      const context: CallContext = {
        principal,
        region,
        accountId,
        requestId: randomUUID(),
        ...origin,
        refusalOf: (permission) => refusalOf(name, principal, permission, origin?.sourceIp),
      };
      // A signal may be made for who asks, and is not copied then.
      if (origin?.signal) context.signal = origin.signal;
      const permissions = operation.permissions(input, context);
      for (const permission of permissions) {
        const refused = context.refusalOf(withTags(permission, input, directory));
        if (refused) throw refused;
      }
      requireKnownMembers(name, operationName, operation, input);
      const struck = faults?.strike(name, operationName, permissions);
      if (struck) await struck;
      return (await operation.run(input, context)) as Record<string, unknown>;
    },

    operations(name) {
      const service = find(name);
      return service && Object.keys(service.operations);
    },
  };
};

const operationOf = (service: Service | undefined, name: string, operation: string): Operation => {
  if (!service) throw new AwsError('UnknownOperationException', `The embedded runtime has no service "${name}".`, 404);
  const found = Object.hasOwn(service.operations, operation) ? service.operations[operation] : undefined;
  if (found) return found;
  throw new AwsError('UnknownOperationException', `The embedded runtime has no operation ${name}:${operation}.`, 404);
};

/** Throws for what the caller asks for and the runtime does not do: AWS would do it, so it must not be left out unsaid. */
const requireKnownMembers = (service: string, name: string, operation: Operation, input: object): void => {
  const { members, withoutEffect = {} } = operation;
  if (!members) return;
  const unknown = Object.entries(input).find(
    ([member, value]) => value !== undefined && !members.includes(member) && !Object.hasOwn(withoutEffect, member),
  );
  if (unknown)
    throw new AwsError('ValidationException', `The embedded runtime does not do ${unknown[0]} of ${service}:${name}.`);
};
