import { AwsError } from '../aws/error.ts';
import type { PolicyStatement, Principal } from '../aws/principal.ts';
import type { Clock } from '../clock.ts';
import { ADMINISTRATOR } from '../identity.ts';
import { AWS_MANAGED_POLICIES } from './managed-policies.ts';
import type { Role, RolePolicy } from './role.ts';
import { servicePrincipal } from './service-principal.ts';
import { createSessions, type SessionCredentials, sessionSecret } from './sessions.ts';
import { trusts } from './trust.ts';

/** Keys behind a request. `expired` where they were valid once. */
export type Credentials = { secretAccessKey: string; sessionToken?: string; principal: Principal; expired?: boolean };

/** Everyone who may call, and what they may do. */
export type Identities = {
  administrator: Principal;
  putRole(role: Role): void;
  /** Attaches a policy to roles by name; the same `id` replaces what it attached before. */
  attach(id: string, roleNames: readonly string[], policy: RolePolicy): void;
  /** Makes a customer managed policy known by its ARN. */
  putManagedPolicy(arn: string, statements: readonly PolicyStatement[]): void;
  role(roleArn: string): Role | undefined;
  /** Every role, by name. */
  roles(): Role[];
  /** What stands on a role; statements without a name under the name `inline`. */
  policiesOf(role: Role): RolePolicy[];
  managedPolicy(arn: string): readonly PolicyStatement[] | undefined;
  removeRole(roleArn: string): void;
  /** Takes off what was attached under `id`. */
  detach(id: string): void;
  removeManagedPolicy(arn: string): void;
  /** Throws `AwsError` with code `NoSuchEntity` for a role that does not exist. */
  principalOf(roleArn: string, sessionName?: string): Principal;
  /**
   * A role as a service takes it on, on behalf of the resource `sourceArn`. Throws as `principalOf`, and `AccessDeniedException`
   * where the role's trust policy does not let the service.
   */
  assumedBy(service: string, roleArn: string, sessionName: string, sourceArn?: string): Principal;
  /** Credentials of a role, 12 hours long unless `seconds` says otherwise. */
  sessionFor(roleArn: string, sessionName: string, seconds?: number): SessionCredentials;
  find(accessKeyId: string, sessionToken?: string): Credentials | undefined;
};

type Attachment = { roleNames: readonly string[]; policy: RolePolicy };
type Options = {
  accountId: string;
  clock: Clock;
  /** Where the secret that seals sessions is kept; without it, sessions end with the process. */
  folder?: string;
};

const notTrusted = (service: string, roleArn: string): AwsError =>
  new AwsError(
    'AccessDeniedException',
    `Neither the global service principal ${service}, nor the regional one is authorized to assume the provided role.\nHint: the trust policy of ${roleArn} must allow sts:AssumeRole to the service ${service}.`,
  );

const SESSION_SECONDS = 12 * 3600;

/** Creates the account's identities: the administrator, and roles as the template declares them. */
export const createIdentities = ({ accountId, clock, folder }: Options): Identities => {
  const roles = new Map<string, Role>();
  const attachments = new Map<string, Attachment>();
  const managed = new Map(Object.entries(AWS_MANAGED_POLICIES));
  const statements = new Map<string, readonly PolicyStatement[]>();
  const sessions = createSessions(sessionSecret(folder));
  const administrator: Principal = {
    arn: `arn:aws:iam::${accountId}:user/administrator`,
    accountId,
    policies: 'administrator',
  };

  const policiesOf = (role: Role): RolePolicy[] => [
    ...(role.inline.length > 0 ? [{ name: 'inline', statements: role.inline }] : []),
    ...(role.policies ?? []),
    ...role.managedPolicyArns.map((arn) => ({
      name: arn.slice(arn.lastIndexOf('/') + 1),
      arn,
      statements: managed.get(arn) ?? [],
    })),
    ...[...attachments.values()].flatMap(({ roleNames, policy }) => (roleNames.includes(role.name) ? [policy] : [])),
  ];

  const statementsOf = (role: Role): readonly PolicyStatement[] => {
    const known = statements.get(role.arn);
    if (known) return known;
    const all = policiesOf(role).flatMap((policy) => policy.statements);
    statements.set(role.arn, all);
    return all;
  };

  const principalOf = (roleArn: string, sessionName = 'session'): Principal => {
    const role = roles.get(roleArn);
    if (!role) throw new AwsError('NoSuchEntity', `The role ${roleArn} cannot be found.`, 404);
    return {
      arn: `arn:aws:sts::${accountId}:assumed-role/${role.name}/${sessionName}`,
      accountId,
      roleArn,
      policies: statementsOf(role),
      ...(role.tags && { tags: role.tags }),
    };
  };

  return {
    administrator,
    principalOf,
    assumedBy(service, roleArn, sessionName, sourceArn = '') {
      const principal = principalOf(roleArn, sessionName);
      const role = roles.get(roleArn);
      if (role && !trusts(role, servicePrincipal(service, sourceArn, accountId))) throw notTrusted(service, roleArn);
      return principal;
    },
    putRole(role) {
      const unknown = role.managedPolicyArns.find((arn) => !managed.has(arn));
      if (unknown) {
        throw new AwsError(
          'NoSuchEntity',
          `Role ${role.name} has the managed policy ${unknown}, which the runtime does not know; add its statements to local/iam/managed-policies.ts.`,
          404,
        );
      }
      roles.set(role.arn, { createdAt: clock.now(), ...role });
      statements.clear();
    },
    attach(id, roleNames, policy) {
      attachments.set(id, { roleNames, policy });
      statements.clear();
    },
    putManagedPolicy(arn, added) {
      managed.set(arn, added);
      statements.clear();
    },
    role: (roleArn) => roles.get(roleArn),
    roles: () => [...roles.values()].sort((one, other) => one.name.localeCompare(other.name)),
    policiesOf,
    managedPolicy: (arn) => managed.get(arn),
    removeRole: (roleArn) => void roles.delete(roleArn),
    detach(id) {
      attachments.delete(id);
      statements.clear();
    },
    removeManagedPolicy(arn) {
      const user = [...roles.values()].find(({ managedPolicyArns }) => managedPolicyArns.includes(arn));
      if (user) throw new AwsError('DeleteConflict', `Cannot delete a policy attached to the role ${user.name}.`, 409);
      managed.delete(arn);
    },
    sessionFor(roleArn, sessionName, seconds = SESSION_SECONDS) {
      principalOf(roleArn, sessionName);
      return sessions.issue(roleArn, sessionName, clock.now() + seconds * 1000);
    },
    find(accessKeyId, sessionToken) {
      if (accessKeyId === ADMINISTRATOR.accessKeyId) {
        return { secretAccessKey: ADMINISTRATOR.secretAccessKey, principal: administrator };
      }
      const session = sessionToken === undefined ? undefined : sessions.open(accessKeyId, sessionToken);
      if (!session || !roles.has(session.roleArn)) return undefined;
      return {
        secretAccessKey: session.secretAccessKey,
        sessionToken,
        principal: principalOf(session.roleArn, session.sessionName),
        expired: session.expiresAt <= clock.now(),
      };
    },
  };
};
