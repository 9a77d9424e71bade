import { AwsError } from '../aws/error.ts';
import type { Principal } from '../aws/principal.ts';
import type { Permission } from '../aws/service.ts';
import type { Decision } from './evaluate.ts';
import { type ConstructOf, hintOf } from './hint.ts';

/** Code and status of a refusal, where a service has its own. */
const variants: Readonly<Record<string, { code: string; statusCode: number }>> = {
  s3: { code: 'AccessDenied', statusCode: 403 },
  sqs: { code: 'AccessDenied', statusCode: 403 },
  sts: { code: 'AccessDenied', statusCode: 403 },
  iam: { code: 'AccessDenied', statusCode: 403 },
  cloudformation: { code: 'AccessDenied', statusCode: 403 },
  cloudwatch: { code: 'AccessDenied', statusCode: 403 },
  sns: { code: 'AuthorizationError', statusCode: 403 },
  cloudfront: { code: 'AccessDenied', statusCode: 403 },
  'cloudfront-keyvaluestore': { code: 'AccessDeniedException', statusCode: 403 },
  lambda: { code: 'AccessDeniedException', statusCode: 403 },
  scheduler: { code: 'AccessDeniedException', statusCode: 403 },
  'execute-api': { code: 'AccessDeniedException', statusCode: 403 },
  apigateway: { code: 'AccessDeniedException', statusCode: 403 },
};

const BECAUSE = {
  'denied-by-identity': () => 'with an explicit deny in an identity-based policy',
  'denied-by-resource': () => 'with an explicit deny in a resource-based policy',
  'implicit-deny': (action: string, kind: string) => `because no ${kind}-based policy allows the ${action} action`,
} as const;

/**
 * The error that AWS answers where policies do not allow `permission`: who, what and on which resource, in AWS's words. On
 * lines of its own follows what AWS does not say: the construct to mend, and how.
 */
export const refusal = (
  service: string,
  principal: Principal,
  permission: Permission,
  decision: Exclude<Decision, 'allow'>,
  constructOf: ConstructOf = () => undefined,
): AwsError => {
  const { code, statusCode } = variants[service] ?? { code: 'AccessDeniedException', statusCode: 400 };
  // SQS names actions in lower case, S3 quotes the ARN.
  const action = service === 'sqs' ? permission.action.toLowerCase() : permission.action;
  const resource = service === 's3' ? `"${permission.resource}"` : permission.resource;
  const because = BECAUSE[decision](action, principal.service ? 'resource' : 'identity');
  const said = `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource} ${because}`;
  const hint = hintOf(principal, permission, decision, constructOf);
  return new AwsError(code, hint ? `${said}\n${hint}` : said, statusCode);
};
