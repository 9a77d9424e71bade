/** What the console's readers do, by the kind of resource that it is done to: the calls of `web/ops/aws/apis.ts`, as IAM names them. */
export const READS = {
  /** AWS knows these on no narrower resource than `*`. */
  everything: [
    ...['states:ListStateMachines', 'events:ListRules', 'events:ListArchives', 'events:ListReplays'],
    ...['events:TestEventPattern', 'lambda:ListEventSourceMappings', 'logs:DescribeLogGroups'],
    ...['cloudwatch:GetMetricData', 'cloudwatch:DescribeAlarms'],
  ],
  machines: ['states:DescribeStateMachine', 'states:ListExecutions'],
  executions: [
    ...['states:DescribeExecution', 'states:GetExecutionHistory', 'states:DescribeStateMachineForExecution'],
    'states:ListMapRuns',
  ],
  mapRuns: ['states:DescribeMapRun', 'states:ListExecutions'],
  rules: ['events:ListTargetsByRule'],
  archive: ['events:DescribeArchive'],
  replays: ['events:DescribeReplay'],
  // A message that is shown returns to its queue.
  queues: ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
  logGroups: ['logs:FilterLogEvents'],
  functions: ['lambda:GetFunctionConfiguration', 'lambda:GetFunctionConcurrency'],
  roles: ['iam:GetRole', 'iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies'],
  stacks: ['cloudformation:DescribeStacks', 'cloudformation:ListStackResources', 'cloudformation:GetTemplate'],
  tables: ['dynamodb:GetItem', 'dynamodb:Query'],
} as const;

export type Kind = keyof typeof READS;

/** What operators do besides. */
export const ACTS: Partial<Record<Kind, readonly string[]>> = {
  machines: ['states:StartExecution'],
  executions: ['states:StopExecution', 'states:RedriveExecution'],
  archive: ['events:StartReplay'],
  replays: ['events:StartReplay', 'events:CancelReplay'],
  // Every queue of Marquee is a dead-letter queue.
  queues: ['sqs:SendMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'],
  functions: ['lambda:InvokeFunction'],
};

/** What operators do to the state machines that they make: an execution run again from a state in its middle is one of another machine. */
export const RERUNS = ['states:CreateStateMachine', 'states:DeleteStateMachine', 'states:TagResource'] as const;

/** What operators write down of their own doings. */
export const RECORDS = ['logs:CreateLogStream', 'logs:PutLogEvents'] as const;
