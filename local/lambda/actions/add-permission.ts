import { check, length, matching, required } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { statementOf } from '../invoke-policies.ts';
import type { Lambda } from '../state.ts';
import { type Named, onFunction } from './named.ts';

type Input = Named & {
  StatementId: string;
  Action: string;
  Principal: string;
  SourceArn?: string;
  SourceAccount?: string;
};

export const addPermission = (lambda: Lambda): Operation => ({
  members: ['FunctionName', 'Qualifier', 'StatementId', 'Action', 'Principal', 'SourceArn', 'SourceAccount'],
  differs: 'Grants lambda:InvokeFunction only; other actions are refused.',
  permissions: (input: Input) => [
    {
      ...onFunction(lambda, 'AddPermission', input),
      context: { 'lambda:Principal': [String(input.Principal)] },
    },
  ],
  run({ FunctionName, Qualifier, StatementId, Action, Principal, SourceArn, SourceAccount }: Input) {
    check(
      required('statementId', StatementId, [length(1, 100), matching('([a-zA-Z0-9-_]+)')]),
      required('action', Action, [matching('(lambda:[*]|lambda:[a-zA-Z]+|[*])')]),
      required('principal', Principal),
    );
    const found = lambda.functions.find(FunctionName, Qualifier);
    if (Action !== 'lambda:InvokeFunction')
      throw new AwsError(
        'InvalidParameterValueException',
        `The embedded runtime grants lambda:InvokeFunction by a function's policy, not ${Action}; grant that to a role.`,
      );
    const arn = found.invokedArn;
    if (lambda.functions.policies.of(arn).some(({ Sid }) => Sid === StatementId))
      throw new AwsError(
        'ResourceConflictException',
        `The statement id (${StatementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
        409,
        { Type: 'User' },
      );
    const permission = {
      functionName: found.configuration.name,
      ...(found.qualifier === undefined ? {} : { qualifier: found.qualifier }),
      principal: Principal,
      ...(SourceArn === undefined ? {} : { sourceArn: SourceArn }),
      ...(SourceAccount === undefined ? {} : { sourceAccount: SourceAccount }),
    };
    lambda.functions.policies.set(found.configuration.name, found.qualifier, StatementId, permission);
    return { Statement: JSON.stringify(statementOf(StatementId, permission, arn)) };
  },
});
