import { AwsError } from '../aws/error.ts';
import type { Principal } from '../aws/principal.ts';
import type { Permission } from '../aws/service.ts';
import type { Decision } from './evaluate.ts';

/** Code and status of a refusal, where a service has its own. */
const variants: Readonly<Record<string, { code: string; statusCode: number }>> = {
  s3: { code: 'AccessDenied', statusCode: 403 },
  sqs: { code: 'AccessDenied', statusCode: 403 },
  sts: { code: 'AccessDenied', statusCode: 403 },
  iam: { code: 'AccessDenied', statusCode: 403 },
  cloudformation: { code: 'AccessDenied', statusCode: 403 },
  sns: { code: 'AuthorizationError', statusCode: 403 },
  lambda: { code: 'AccessDeniedException', statusCode: 403 },
  scheduler: { code: 'AccessDeniedException', statusCode: 403 },
  'execute-api': { code: 'AccessDeniedException', statusCode: 403 },
};

/** The error that AWS answers where the caller's policies do not allow `permission`. */
export const refusal = (
  service: string,
  principal: Principal,
  permission: Permission,
  decision: Decision,
): AwsError => {
  const { code, statusCode } = variants[service] ?? { code: 'AccessDeniedException', statusCode: 400 };
  // SQS names actions in lower case, S3 quotes the ARN.
  const action = service === 'sqs' ? permission.action.toLowerCase() : permission.action;
  const resource = service === 's3' ? `"${permission.resource}"` : permission.resource;
  const because =
    decision === 'explicit-deny'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  return new AwsError(
    code,
    `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource} ${because}`,
    statusCode,
  );
};
