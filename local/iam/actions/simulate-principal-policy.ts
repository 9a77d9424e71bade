import { AwsError } from '../../aws/error.ts';
import type { PolicyStatement } from '../../aws/principal.ts';
import type { Operation } from '../../aws/service.ts';
import { evaluate } from '../evaluate.ts';
import type { Identities } from '../identities.ts';
import { statementsIn } from '../policy-text.ts';

type Entry = { ContextKeyName?: string; ContextKeyValues?: string[] };
type Input = {
  PolicySourceArn?: string;
  ActionNames?: string[];
  ResourceArns?: string[];
  ContextEntries?: Entry[];
  ResourcePolicy?: string;
  PolicyInputList?: string[];
};

/** What IAM calls each decision. */
const DECISIONS = {
  allow: 'allowed',
  'denied-by-identity': 'explicitDeny',
  'denied-by-resource': 'explicitDeny',
  'implicit-deny': 'implicitDeny',
} as const;

/** Tells whether a role may do what it asks, by the very judgement that the runtime passes on its calls. */
export const simulatePrincipalPolicy = (identities: Identities): Operation => ({
  members: ['PolicySourceArn', 'ActionNames', 'ResourceArns', 'ContextEntries', 'ResourcePolicy', 'PolicyInputList'],
  differs: 'roles can be asked about, users and groups are not there; matched statements are not told',
  permissions: ({ PolicySourceArn = '*' }: Input) => [
    { action: 'iam:SimulatePrincipalPolicy', resource: PolicySourceArn },
  ],
  run(input: Input) {
    const { PolicySourceArn = '', ActionNames = [], ResourceArns = ['*'], PolicyInputList = [] } = input;
    if (ActionNames.length === 0) throw new AwsError('InvalidInput', 'ActionNames must not be empty.', 400);
    const caller = identities.principalOf(PolicySourceArn);
    const own = caller.policies === 'administrator' ? [] : caller.policies;
    const policies: PolicyStatement[] = [...own, ...PolicyInputList.flatMap((text) => statementsIn(text))];
    const context = Object.fromEntries(
      (input.ContextEntries ?? []).map(({ ContextKeyName = '', ContextKeyValues = [] }) => [
        ContextKeyName,
        ContextKeyValues,
      ]),
    );
    const ofResource = statementsIn(input.ResourcePolicy);
    const EvaluationResults = ActionNames.flatMap((action) =>
      ResourceArns.map((resource) => ({
        EvalActionName: action,
        EvalResourceName: resource,
        EvalDecision: DECISIONS[evaluate({ ...caller, policies }, { action, resource, context }, ofResource)],
        MatchedStatements: [],
        MissingContextValues: [],
      })),
    );
    return { EvaluationResults, IsTruncated: false };
  },
});
