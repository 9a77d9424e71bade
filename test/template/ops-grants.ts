const arn = (service: string, resource: string, region = '<AWS::Region>'): string =>
  `arn:<AWS::Partition>:${service}:${region}:<AWS::AccountId>:${resource}`;

const CONSTRUCTS = [
  ...['RemoveAssetWorkflow', 'ProcessAssetWorkflow', 'PublishingPublishContent', 'PublishingUnpublishContent'],
  ...[
    'PublishingRebuildSite',
    'PublishingPreviewContent',
    'ReleasesRehearseRelease',
    'ReleasesRun',
    'AnsweringAnswerTurn',
    'HandingOverHandOver',
  ],
];
const WORKFLOWS = [
  ...['RemoveAsset', 'ProcessAsset', 'PublishContent', 'UnpublishContent'],
  ...['RebuildSite', 'PreviewContent', 'RehearseRelease', 'RunRelease', 'AnswerTurn', 'HandOver'],
];
const STACKS = ['Shared', 'Site', 'SignIn', 'Ingest', 'Media', 'Content', 'Chat', 'Studio', 'Ops'];

/** ARNs of Step Functions, one a workflow and one for what operators make. */
const ofMachines = (kind: string, ending: string): string =>
  [...WORKFLOWS.map((name) => `<${name}WorkflowName>${ending}`), 'Rerun-test-*']
    .map((name) => arn('states', `${kind}:${name}`))
    .join(', ');

/** On all of a kind that has the stage's tags. */
const tagged = (all: string): string =>
  `${all} if {"StringEquals":{"aws:ResourceTag/project":"marquee","aws:ResourceTag/stage":"test"}}`;

const tables = ['AssetsTable.byCreation', 'ContentTable.byUpdate', 'ChatTable.byState'].map((name) => {
  const [table, index] = name.split('.');
  return `<${table}.Arn>, <${table}.Arn>/index/${index}`;
});

/** What a role of the console may do: what is read of each kind of resource, and what is done to it besides. */
const grants = (role: string, acts: Partial<Record<string, string>> = {}): string[] => {
  const on = (kind: string, reads: string, resources: string): string =>
    `${[reads, acts[kind] ?? []].flat().join(' ')} on ${resources}`;
  return [
    'states:ListStateMachines events:ListRules events:ListArchives events:ListReplays events:TestEventPattern ' +
      'lambda:ListEventSourceMappings logs:DescribeLogGroups cloudwatch:GetMetricData cloudwatch:DescribeAlarms on *',
    on('machines', 'states:DescribeStateMachine states:ListExecutions', ofMachines('stateMachine', '')),
    on(
      'executions',
      'states:DescribeExecution states:GetExecutionHistory states:DescribeStateMachineForExecution states:ListMapRuns',
      ofMachines('execution', '*'),
    ),
    on('mapRuns', 'states:DescribeMapRun states:ListExecutions', ofMachines('mapRun', '/*')),
    on('rules', 'events:ListTargetsByRule', tagged(arn('events', 'rule/*'))),
    on('archive', 'events:DescribeArchive', '<Archive.Arn>'),
    on('replays', 'events:DescribeReplay', arn('events', 'replay/Replay-test-*')),
    on('queues', 'sqs:GetQueueAttributes sqs:ReceiveMessage', tagged(arn('sqs', '*'))),
    on('logGroups', 'logs:FilterLogEvents', tagged(arn('logs', 'log-group:*'))),
    on(
      'functions',
      'lambda:GetFunctionConfiguration lambda:GetFunctionConcurrency',
      tagged(arn('lambda', 'function:*')),
    ),
    on(
      'roles',
      'iam:GetRole iam:ListRolePolicies iam:GetRolePolicy iam:ListAttachedRolePolicies',
      tagged(arn('iam', 'role/*', '')),
    ),
    on(
      'stacks',
      'cloudformation:DescribeStacks cloudformation:ListStackResources cloudformation:GetTemplate',
      STACKS.map((name) => arn('cloudformation', `stack/Marquee-test-${name}/*`)).join(', '),
    ),
    on('tables', 'dynamodb:GetItem dynamodb:Query', tables.join(', ')),
    `iam:SimulatePrincipalPolicy on <${role}.Arn>`,
  ];
};

/** What each role of the operators' console may do. */
export const OPS_GRANTS: Record<string, string[]> = {
  'Ops/ConsoleReader': grants('ConsoleReader'),
  'Ops/ConsoleOperator': [
    ...grants('ConsoleOperator', {
      machines: 'states:StartExecution',
      executions: 'states:StopExecution states:RedriveExecution',
      archive: 'events:StartReplay',
      replays: 'events:StartReplay events:CancelReplay',
      queues: 'sqs:SendMessage sqs:DeleteMessage sqs:ChangeMessageVisibility',
      functions: 'lambda:InvokeFunction',
    }),
    `states:CreateStateMachine states:DeleteStateMachine states:TagResource on ${arn('states', 'stateMachine:Rerun-test-*')}`,
    `iam:PassRole on ${CONSTRUCTS.map((name) => `<${name}Role.Arn>`).join(', ')} if {"StringEquals":{"iam:PassedToService":"states.amazonaws.com"}}`,
    'logs:CreateLogStream logs:PutLogEvents on <OperatorActions.Arn>',
  ],
};
