/**
 * The operations of AWS that the console's proxy makes, by service, and no others. The same list as the type `Apis` in
 * `web/ops/aws/apis.ts`; a test compares them.
 */
export const APIS = {
  states: [
    ...['ListStateMachines', 'DescribeStateMachine', 'DescribeStateMachineForExecution', 'ListExecutions'],
    ...['DescribeExecution', 'GetExecutionHistory', 'ListMapRuns', 'DescribeMapRun', 'StartExecution'],
    ...['StopExecution', 'RedriveExecution', 'CreateStateMachine', 'DeleteStateMachine'],
  ],
  events: [
    ...['ListRules', 'ListTargetsByRule', 'TestEventPattern', 'ListArchives', 'DescribeArchive', 'ListReplays'],
    ...['DescribeReplay', 'StartReplay', 'CancelReplay'],
  ],
  sqs: ['GetQueueAttributes', 'ReceiveMessage', 'ChangeMessageVisibility', 'DeleteMessage', 'SendMessage'],
  logs: ['FilterLogEvents', 'DescribeLogGroups', 'CreateLogStream', 'PutLogEvents'],
  lambda: ['GetFunctionConfiguration', 'GetFunctionConcurrency', 'ListEventSourceMappings', 'Invoke'],
  cloudwatch: ['GetMetricData', 'DescribeAlarms'],
  cloudformation: ['DescribeStacks', 'ListStackResources', 'GetTemplate'],
  iam: ['GetRole', 'ListRolePolicies', 'GetRolePolicy', 'ListAttachedRolePolicies'],
  dynamodb: ['GetItem', 'Query'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Service = keyof typeof APIS;

/** Whether the proxy makes an operation of a service. */
export const isListed = (service: string, operation: string): service is Service =>
  Object.hasOwn(APIS, service) && (APIS[service as Service] as readonly string[]).includes(operation);
