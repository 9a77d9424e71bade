import { type Honoured, named } from '../aws/honouring.ts';

const all = (members: string): Honoured => ({ members: named(members) });

/** What Step Functions' operations make of their input. */
export const STATES_HONOURED: Readonly<Record<string, Honoured>> = {
  CreateActivity: all('name tags encryptionConfiguration'),
  CreateStateMachine: {
    ...all(
      'name definition roleArn type loggingConfiguration tags tracingConfiguration publish versionDescription encryptionConfiguration',
    ),
    differs: 'Keys of KMS are refused; traces are not sent to X-Ray.',
  },
  CreateStateMachineAlias: all('name routingConfiguration description'),
  DeleteActivity: all('activityArn'),
  DeleteStateMachine: all('stateMachineArn'),
  DeleteStateMachineAlias: all('stateMachineAliasArn'),
  DeleteStateMachineVersion: all('stateMachineVersionArn'),
  DescribeActivity: all('activityArn'),
  DescribeExecution: all('executionArn includedData'),
  DescribeMapRun: all('mapRunArn'),
  DescribeStateMachine: all('stateMachineArn includedData'),
  DescribeStateMachineAlias: all('stateMachineAliasArn'),
  DescribeStateMachineForExecution: all('executionArn includedData'),
  GetActivityTask: all('activityArn workerName'),
  GetExecutionHistory: all('executionArn maxResults reverseOrder nextToken includeExecutionData'),
  ListActivities: all('maxResults nextToken'),
  ListExecutions: all('stateMachineArn statusFilter maxResults nextToken mapRunArn redriveFilter'),
  ListMapRuns: all('executionArn maxResults nextToken'),
  ListStateMachineAliases: all('stateMachineArn nextToken maxResults'),
  ListStateMachineVersions: all('stateMachineArn nextToken maxResults'),
  ListStateMachines: all('maxResults nextToken'),
  ListTagsForResource: all('resourceArn'),
  PublishStateMachineVersion: all('stateMachineArn revisionId description'),
  RedriveExecution: {
    ...all('executionArn'),
    withoutEffect: { clientToken: 'an execution that runs again already is refused, whichever token the repeat has' },
  },
  SendTaskFailure: all('taskToken error cause'),
  SendTaskHeartbeat: all('taskToken'),
  SendTaskSuccess: all('taskToken output'),
  StartExecution: all('stateMachineArn name input traceHeader'),
  StartSyncExecution: all('stateMachineArn name input traceHeader includedData'),
  StopExecution: all('executionArn error cause'),
  TagResource: all('resourceArn tags'),
  TestState: all(
    'definition roleArn input inspectionLevel revealSecrets variables stateName mock context stateConfiguration',
  ),
  UntagResource: all('resourceArn tagKeys'),
  UpdateMapRun: all('mapRunArn maxConcurrency toleratedFailurePercentage toleratedFailureCount'),
  UpdateStateMachine: {
    ...all(
      'stateMachineArn definition roleArn loggingConfiguration tracingConfiguration publish versionDescription encryptionConfiguration',
    ),
    differs: 'Keys of KMS are refused; traces are not sent to X-Ray.',
  },
  UpdateStateMachineAlias: all('stateMachineAliasArn description routingConfiguration'),
  ValidateStateMachineDefinition: all('definition type severity maxResults'),
};
