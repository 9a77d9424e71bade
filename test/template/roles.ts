import { expect } from 'vitest';
import type { Stack } from '../../local/assembly/read-assembly.ts';

type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown };
type Role = { logicalId: string; statements: Statement[] };

/** `arn:aws:s3:::bucket/uploads/*` and the like, with references as `<LogicalId.Attribute>` and hashes left out. */
const flat = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(flat).join(', ');
  const [[name, argument] = ['', '']] = Object.entries(value as object);
  if (name === 'Ref') return `<${plain(String(argument))}>`;
  if (name === 'Fn::GetAtt') return `<${plain(argument[0])}.${argument[1]}>`;
  if (name === 'Fn::ImportValue') return `<${plain(String(argument).replace(/^.*ExportsOutput(FnGetAtt|Ref)/, ''))}>`;
  if (name === 'Fn::Join') return argument[1].map(flat).join(argument[0]);
  throw new Error(`cannot print ${JSON.stringify(value)}`);
};

/** Logical ids end in eight hex digits, in exports followed by the attribute and eight more. */
const plain = (id: string): string =>
  id.replace(/([0-9A-F]{8})(Arn|StreamArn|Name)?([0-9A-F]{8})?$/, (_, __, attribute = '') =>
    attribute ? `.${attribute}` : '',
  );

/** What each role may do, by `<stack>/<construct>`, one line a statement. */
export const rolesOf = (stacks: readonly Stack[]): Record<string, string[]> => {
  const roles: Record<string, Role> = {};
  for (const { name, template } of stacks) {
    const domain = name.split('-').at(-1);
    const resources = Object.entries(template.Resources);
    for (const [logicalId, { Type }] of resources)
      if (Type === 'AWS::IAM::Role') roles[`${domain}/${logicalId}`] = { logicalId, statements: [] };
    for (const [, { Type, Properties }] of resources) {
      // The CDK puts into managed policies what a role has no more room for.
      if (Type !== 'AWS::IAM::Policy' && Type !== 'AWS::IAM::ManagedPolicy') continue;
      const { Roles, PolicyDocument } = Properties as {
        Roles: { Ref: string }[];
        PolicyDocument: { Statement: Statement[] };
      };
      for (const { Ref } of Roles) roles[`${domain}/${Ref}`]?.statements.push(...PolicyDocument.Statement);
    }
  }
  return Object.fromEntries(
    Object.entries(roles).map(([name, { statements }]) => [
      plain(name).replace(/Role$/, ''),
      statements.map(({ Effect, Action, Resource, Condition }) => {
        expect(Effect).toBe('Allow');
        const condition = Condition ? ` if ${JSON.stringify(Condition)}` : '';
        return `${[Action].flat().join(' ')} on ${flat(Resource)}${condition}`;
      }),
    ]),
  );
};

/** What every function may do with its log. */
export const log = (construct: string): string => `logs:CreateLogStream logs:PutLogEvents on <${construct}Log.Arn>`;
/** What every workflow may do. */
export const logDelivery =
  'logs:CreateLogDelivery logs:GetLogDelivery logs:UpdateLogDelivery logs:DeleteLogDelivery logs:ListLogDeliveries logs:PutResourcePolicy logs:DescribeResourcePolicies logs:DescribeLogGroups on *';
export const workflowTraces =
  'xray:PutTraceSegments xray:PutTelemetryRecords xray:GetSamplingRules xray:GetSamplingTargets on *';
/** What every function may do with its traces. */
export const traces = 'xray:PutTraceSegments xray:PutTelemetryRecords on *';
