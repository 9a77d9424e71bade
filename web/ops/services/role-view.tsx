import { JsonView } from '@marquee/ui/json-view.tsx';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { call } from '../aws/call.ts';
import { statementsIn, statementWords } from './role-words.ts';
import type { SystemMap } from './system-map.ts';

type Policy = { name: string; document: string };

const readRole = async (role: string, signal: AbortSignal) => {
  const [listed, attached] = await Promise.all([
    call('iam', 'ListRolePolicies', { RoleName: role }, signal),
    call('iam', 'ListAttachedRolePolicies', { RoleName: role }, signal),
  ]);
  const policies: Policy[] = await Promise.all(
    (listed.PolicyNames ?? []).map(async (name) => {
      const { PolicyDocument = '{}' } = await call(
        'iam',
        'GetRolePolicy',
        { RoleName: role, PolicyName: name },
        signal,
      );
      return { name, document: PolicyDocument.startsWith('%') ? decodeURIComponent(PolicyDocument) : PolicyDocument };
    }),
  );
  return { policies, attached: (attached.AttachedPolicies ?? []).map(({ PolicyName = '' }) => PolicyName) };
};

/** What a role may do, each statement as a sentence, and the policies as they are. */
export const RoleView = ({ roleArn, map }: { roleArn: string; map: SystemMap }) => {
  const role = roleArn.split('/').at(-1) ?? roleArn;
  const { data, error } = useQuery({
    queryKey: ['role', role],
    queryFn: ({ signal }) => readRole(role, signal),
    staleTime: 60_000,
  });
  if (error) return <Failure title="The role was not read" error={error} />;
  if (!data) return <Skeleton rows={4} label="Reading the role" />;
  const names = new Map(
    map.nodes.flatMap(({ physicalId, name }) => [
      [physicalId, name] as const,
      [physicalId.split(/[/|]/).at(-1) ?? '', name] as const,
    ]),
  );
  const nameOf = (id: string) => (id === '' ? undefined : names.get(id));
  return (
    <div className="pad role">
      <p className="muted sm">
        It works as <code>{role}</code> and may do this:
      </p>
      <ul className="role-list">
        {data.policies.flatMap(({ name, document }) =>
          statementsIn(document).map((statement, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: statements have no names
            <li key={`${name} ${index}`} className={statement.effect === 'Deny' ? 'bad' : undefined}>
              <span>{statementWords(statement, nameOf)}</span>
              <code className="muted">{statement.actions.join(', ')}</code>
            </li>
          )),
        )}
        {data.attached.map((name) => (
          <li key={name}>
            What the managed policy <code>{name}</code> allows
          </li>
        ))}
      </ul>
      {data.policies.map(({ name, document }) => (
        <details key={name} className="role-json">
          <summary>
            <code>{name}</code> as JSON
          </summary>
          <JsonView text={document} label={name} />
        </details>
      ))}
    </div>
  );
};
