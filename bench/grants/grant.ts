import { physicalName } from '../../local/assembly/physical-name.ts';
import type { Template, TemplateResource } from '../../local/assembly/read-assembly.ts';
import type { PolicyStatement } from '../../local/aws/principal.ts';

type Statement = Omit<PolicyStatement, 'Action' | 'Resource'> & { Action?: string | string[]; Resource?: unknown };

/** One action on one resource that a template grants to somebody. */
export type Grant = {
  stack: string;
  logicalId: string;
  action: string;
  /** As a reader knows it: references by their logical ids. */
  resource: string;
  /** Parts of the names of those whom it is granted to: of a role's ARN, or a service. */
  to: readonly string[];
  /** Takes the grant, and nothing else, out of a template. */
  remove(template: Template): void;
};

/** Everything that the templates grant: statements of roles, trust, and the policies of functions, queues and buckets. */
export const grantsOf = (stacks: readonly { name: string; template: Template }[]): Grant[] =>
  stacks.flatMap(({ name, template }) =>
    Object.entries(template.Resources).flatMap(([logicalId, resource]) => ofResource(name, logicalId, resource)),
  );

const ofResource = (stack: string, logicalId: string, { Type, Properties = {} }: TemplateResource): Grant[] => {
  const roleName = (id: string): string => physicalName({ stackName: stack, logicalId: id }, 64);
  const place = { stack, logicalId };
  if (Type === 'AWS::Lambda::Permission') {
    const { Principal, FunctionName, Action } = Properties;
    const remove = ({ Resources }: Template): void => void delete Resources[logicalId];
    return [{ ...place, action: String(Action), resource: readable(FunctionName), to: [String(Principal)], remove }];
  }
  if (Type === 'AWS::IAM::Role') {
    const to = [roleName(logicalId)];
    return statementsOf(Properties.AssumeRolePolicyDocument).flatMap((_, index) => ({
      ...place,
      action: 'sts:AssumeRole',
      resource: logicalId,
      to,
      remove: (template: Template) =>
        void statementsIn(template, logicalId, 'AssumeRolePolicyDocument').splice(index, 1),
    }));
  }
  if (!Properties.PolicyDocument) return [];
  const roles = ((Properties.Roles ?? []) as { Ref: string }[]).map(({ Ref }) => roleName(Ref));
  return statementsOf(Properties.PolicyDocument).flatMap((statement, index) =>
    statement.Effect === 'Allow'
      ? pairs(statement).map(({ action, resource }) => ({
          ...place,
          action,
          resource: readable(resource),
          to: roles.length > 0 ? roles : [String((statement.Principal as { Service?: string })?.Service)],
          remove: (template: Template) => {
            const all = statementsIn(template, logicalId, 'PolicyDocument');
            all.splice(index, 1, ...without(all[index] as Statement, action, resource));
          },
        }))
      : [],
  );
};

const statementsOf = (document: unknown): Statement[] =>
  [(document as { Statement: Statement | Statement[] }).Statement].flat();

const statementsIn = ({ Resources }: Template, logicalId: string, member: string): Statement[] => {
  const document = Resources[logicalId]?.Properties?.[member] as { Statement: Statement[] };
  document.Statement = statementsOf(document);
  return document.Statement;
};

/** Every action with every resource that it can apply to: S3 has actions on buckets and actions on objects. */
const pairs = ({ Action, Resource }: Statement): { action: string; resource: unknown }[] =>
  [Action ?? []].flat().flatMap((action) =>
    [Resource]
      .flat()
      .filter(
        (resource) =>
          !action.startsWith('s3:') || action.includes('Object') === /\/[^/]*\*?"?\]*\}?$/.test(tail(resource)),
      )
      .map((resource) => ({ action, resource })),
  );

/** What a resource ends with: objects are named below their bucket. */
const tail = (resource: unknown): string => {
  const text = JSON.stringify(resource);
  return text.includes('Fn::Join') ? text : '';
};

/** A statement as several that together say all of it but for one action on one resource. */
const without = (statement: Statement, action: string, resource: unknown): Statement[] => {
  const actions = [statement.Action ?? []].flat();
  const resources = [statement.Resource].flat();
  const same = (one: unknown): boolean => JSON.stringify(one) === JSON.stringify(resource);
  const { Sid: _, ...rest } = statement;
  return [
    { ...rest, Action: actions.filter((each) => each !== action), Resource: resources },
    { ...rest, Action: [action], Resource: resources.filter((each) => !same(each)) },
  ].filter(({ Action, Resource }) => Action.length > 0 && Resource.length > 0);
};

/** References by their logical ids, joined texts as they will be. */
const readable = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(readable).join('');
  const [[name, argument] = ['', '']] = Object.entries((value ?? {}) as object);
  if (name === 'Fn::Join') return readable(argument[1]);
  if (name === 'Fn::GetAtt') return plain(argument[0]);
  if (name === 'Fn::ImportValue')
    return plain(
      String(argument)
        .replace(/^.*ExportsOutput(FnGetAtt|Ref)/, '')
        .replace(/Arn[0-9A-F]{8}$/, ''),
    );
  return plain(String(argument));
};

const plain = (id: string): string => id.replace(/([0-9A-F]{8})+$/, '');
