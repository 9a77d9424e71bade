import { remember } from '../../remember.ts';
import type { JsonObject } from '../language/json.ts';
import { awsSdk } from './aws-sdk.ts';
import { dynamodb } from './dynamodb.ts';
import { events } from './events.ts';
import type { Integration, Pattern } from './integration.ts';
import { lambdaFunction } from './lambda-function.ts';
import { lambdaInvoke } from './lambda-invoke.ts';
import { sns } from './sns.ts';
import { sqs } from './sqs.ts';
import { startExecution } from './start-execution.ts';
import { workers } from './workers.ts';

/** The optimised integrations by the service's name in a Resource. */
const OPTIMISED: Readonly<Record<string, Integration>> = {
  dynamodb,
  events,
  lambda: lambdaInvoke,
  sns,
  sqs,
  states: startExecution,
};

/** What the Resource of a Task points at. */
export type Target = {
  integration: Integration;
  /** The API operation, such as `PutItem`. */
  operation: string;
  pattern: Pattern;
  /** What the types of its events begin with. */
  events: 'Task' | 'LambdaFunction' | 'Activity';
  /** What each of its events carries. */
  labels: JsonObject;
  /** What messages call it. */
  name: string;
};

const PATTERNS: Readonly<Record<string, Pattern>> = {
  '': 'RequestResponse',
  '.sync': 'sync',
  '.sync:2': 'sync:2',
  '.waitForTaskToken': 'waitForTaskToken',
};

// AWS does not mind what stands for the account until the function is called.
const LAMBDA_ARN = /^arn:aws[\w-]*:lambda:[\w-]+:[\w-]+:function:[\w-]+(:[\w$-]+)?$/;
const ACTIVITY_ARN = /^arn:aws[\w-]*:states:[\w-]+:\d{12}:activity:.+$/;
const SERVICE_ARN = /^arn:aws[\w-]*:states:[\w-]*:\d*:(aws-sdk:)?([\w-]+):(\w+)(\..+)?$/;

/** Reads the Resource of a Task; undefined where AWS would not recognise it, or the runtime does not know it. */
export const targetOf = remember(1000, (resource): Target | undefined => {
  if (LAMBDA_ARN.test(resource)) {
    const integration = lambdaFunction(resource);
    return {
      integration,
      operation: 'Invoke',
      pattern: 'RequestResponse',
      events: 'LambdaFunction',
      labels: {},
      name: resource,
    };
  }
  if (ACTIVITY_ARN.test(resource)) {
    return {
      integration: workers,
      operation: 'GetActivityTask',
      pattern: 'activity',
      events: 'Activity',
      labels: {},
      name: resource,
    };
  }
  const [matched, sdk, service = '', action = '', suffix = ''] = SERVICE_ARN.exec(resource) ?? [];
  const integration = matched === undefined ? undefined : sdk ? awsSdk(service, action) : OPTIMISED[service];
  const pattern = PATTERNS[suffix];
  if (!integration || !pattern || !integration.patterns(action).includes(pattern)) return undefined;
  const operation = action.charAt(0).toUpperCase() + action.slice(1);
  const { resourceType } = integration;
  return {
    integration,
    operation,
    pattern,
    events: 'Task',
    labels: { resource: `${action}${suffix}`, resourceType },
    name: resourceType,
  };
});
