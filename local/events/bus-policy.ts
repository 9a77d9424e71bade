import { AwsError } from '../aws/error.ts';
import type { PolicyStatement } from '../aws/principal.ts';
import { checkPolicy, type PolicyDocument, statementsOf } from '../iam/policy-text.ts';
import type { Bus } from './rule.ts';

/** Longest policy of a bus, in characters. */
const LONGEST = 10_240;

export type Grant = {
  Action?: string;
  Principal?: string;
  StatementId?: string;
  Condition?: { Type?: string; Key?: string; Value?: string };
};

/** A bus's statements. */
export const statementsOfBus = ({ policy }: Bus): PolicyStatement[] =>
  policy === undefined ? [] : statementsOf(JSON.parse(policy) as PolicyDocument);

/** A policy as it is kept; undefined where no statement is left. Throws `PolicyLengthExceededException`. */
export const policyText = (statements: readonly PolicyStatement[]): string | undefined => {
  if (statements.length === 0) return undefined;
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  if (text.length > LONGEST)
    throw new AwsError('PolicyLengthExceededException', 'The event bus policy length exceeded the maximum limit.', 400);
  return text;
};

/** A whole policy as its caller gives it. Throws `ValidationException` for a text that is none. */
export const wholePolicy = (text: string): string | undefined => {
  checkPolicy(text, 'ValidationException');
  return policyText(statementsOf(JSON.parse(text) as PolicyDocument));
};

/** The statement that the members of PutPermission describe. Throws `ValidationException`. */
export const statementOf = ({ Action, Principal, StatementId, Condition }: Grant, bus: Bus): PolicyStatement => {
  const refuse = (message: string): AwsError => new AwsError('ValidationException', message, 400);
  if (!Action || !Principal || !StatementId)
    throw refuse('Parameters Action, Principal and StatementId are required where no Policy is given.');
  if (Principal !== '*' && !/^\d{12}$/.test(Principal))
    throw refuse('Provided value in parameter principal is not valid.');
  if (Condition && (Condition.Type !== 'StringEquals' || Condition.Key !== 'aws:PrincipalOrgID' || !Condition.Value))
    throw refuse(
      'Only StringEquals on aws:PrincipalOrgID is a condition of PutPermission; give a whole Policy for others.',
    );
  return {
    Sid: StatementId,
    Effect: 'Allow',
    Principal: Principal === '*' ? '*' : { AWS: `arn:aws:iam::${Principal}:root` },
    Action,
    Resource: bus.arn,
    ...(Condition ? { Condition: { StringEquals: { 'aws:PrincipalOrgID': Condition.Value ?? '' } } } : {}),
  };
};
