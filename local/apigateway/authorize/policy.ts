import type { PolicyStatement } from '../../aws/principal.ts';
import type { Cloud } from '../../aws/service.ts';

/** What a Lambda authorizer decided. */
export type Verdict =
  | {
      ok: true;
      principalId?: string;
      context: Record<string, unknown>;
      signer?: { accessKey: string; userArn: string };
    }
  | { ok: false; status: 401 | 403 | 500; message: string };

type Answer = {
  isAuthorized?: unknown;
  principalId?: unknown;
  policyDocument?: { Statement?: PolicyStatement | PolicyStatement[] };
  context?: Record<string, unknown> | null;
};

const MALFORMED: Verdict = {
  ok: false,
  status: 500,
  message: "The response from the Lambda function doesn't match the format that API Gateway expects.",
};

const DENIED: Verdict = { ok: false, status: 403, message: 'The client is not authorized to perform this operation.' };

/** Reads a simple response, `{ isAuthorized, context }`. */
export const readSimple = (payload: string): Verdict => {
  const answer = parse(payload);
  if (typeof answer?.isAuthorized !== 'boolean') return MALFORMED;
  return answer.isAuthorized ? { ok: true, context: answer.context ?? {} } : DENIED;
};

/** Reads an IAM policy and asks it whether `resource`, the route's ARN, may be invoked. */
export const readPolicy = (payload: string, resource: string, cloud: Cloud, accountId: string): Verdict => {
  const answer = parse(payload);
  const statements = answer?.policyDocument?.Statement;
  if (!answer || statements === undefined || typeof answer.principalId !== 'string') return MALFORMED;
  const principal = { arn: answer.principalId, accountId, policies: [statements].flat() };
  const refused = cloud.refusalOf('execute-api', principal, { action: 'execute-api:Invoke', resource });
  return refused ? DENIED : { ok: true, principalId: answer.principalId, context: answer.context ?? {} };
};

const parse = (payload: string): Answer | undefined => {
  const value: unknown = JSON.parse(payload || 'null');
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
};
