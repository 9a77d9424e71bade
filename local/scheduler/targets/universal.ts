import { awsSdk } from '../../states/integrations/aws-sdk.ts';
import type { Request } from './request.ts';

const ARN = /^arn:aws[a-z-]*:scheduler:::aws-sdk:([a-z0-9-]+):([a-zA-Z0-9]+)$/;

/** What a universal target names: a service of the AWS SDK and an action that begins with a small letter. */
export const universalAction = (arn: string): { sdk: string; action: string } | undefined => {
  const [, sdk, action] = ARN.exec(arn) ?? [];
  return sdk !== undefined && action !== undefined ? { sdk, action } : undefined;
};

/** Beginnings of actions that only read, which Scheduler does not call. @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html */
const READING = [
  ...['get', 'describe', 'list', 'poll', 'receive', 'search', 'scan', 'query', 'select', 'read', 'lookup', 'discover'],
  ...['validate', 'batchGet', 'batchDescribe', 'batchRead', 'transactGet', 'adminGet', 'adminList', 'testMigration'],
  ...['retrieve', 'testConnection', 'translateDocument', 'isAuthorized', 'invokeModel'],
];

export const onlyReads = (action: string): boolean => READING.some((beginning) => action.startsWith(beginning));

/** The service's name here and the operation's, as `Cloud.call` has them. */
export const universalOperation = (sdk: string, action: string): { service: string; operation: string } => ({
  service: awsSdk(sdk, action).service,
  operation: action.charAt(0).toUpperCase() + action.slice(1),
});

/** The call of a universal target; its input holds the action's own members. */
export const universalRequest = (arn: string, input: string): Request => {
  const { sdk = '', action = '' } = universalAction(arn) ?? {};
  const integration = awsSdk(sdk, action);
  const members = JSON.parse(input);
  return { ...universalOperation(sdk, action), input: integration.request(members) as Record<string, unknown> };
};
