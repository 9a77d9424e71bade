import type * as CloudFormation from '@aws-sdk/client-cloudformation';
import type * as CloudWatch from '@aws-sdk/client-cloudwatch';
import type * as Logs from '@aws-sdk/client-cloudwatch-logs';
import type * as DynamoDB from '@aws-sdk/client-dynamodb';
import type * as Events from '@aws-sdk/client-eventbridge';
import type * as Iam from '@aws-sdk/client-iam';
import type * as Lambda from '@aws-sdk/client-lambda';
import type * as States from '@aws-sdk/client-sfn';
import type * as Sqs from '@aws-sdk/client-sqs';

type Call<Input, Output> = { input: Input; output: Omit<Output, '$metadata'> };

/** The calls of AWS that the console makes, in AWS's own names and shapes; `cli/console/apis.ts` lists the same. */
export type Apis = {
  states: {
    ListStateMachines: Call<States.ListStateMachinesInput, States.ListStateMachinesOutput>;
    DescribeStateMachine: Call<States.DescribeStateMachineInput, States.DescribeStateMachineOutput>;
    DescribeStateMachineForExecution: Call<
      States.DescribeStateMachineForExecutionInput,
      States.DescribeStateMachineForExecutionOutput
    >;
    ListExecutions: Call<States.ListExecutionsInput, States.ListExecutionsOutput>;
    DescribeExecution: Call<States.DescribeExecutionInput, States.DescribeExecutionOutput>;
    GetExecutionHistory: Call<States.GetExecutionHistoryInput, States.GetExecutionHistoryOutput>;
    ListMapRuns: Call<States.ListMapRunsInput, States.ListMapRunsOutput>;
    DescribeMapRun: Call<States.DescribeMapRunInput, States.DescribeMapRunOutput>;
    StartExecution: Call<States.StartExecutionInput, States.StartExecutionOutput>;
    StopExecution: Call<States.StopExecutionInput, States.StopExecutionOutput>;
    RedriveExecution: Call<States.RedriveExecutionInput, States.RedriveExecutionOutput>;
    CreateStateMachine: Call<States.CreateStateMachineInput, States.CreateStateMachineOutput>;
    DeleteStateMachine: Call<States.DeleteStateMachineInput, States.DeleteStateMachineOutput>;
  };
  events: {
    ListRules: Call<Events.ListRulesRequest, Events.ListRulesResponse>;
    ListTargetsByRule: Call<Events.ListTargetsByRuleRequest, Events.ListTargetsByRuleResponse>;
    TestEventPattern: Call<Events.TestEventPatternRequest, Events.TestEventPatternResponse>;
    ListArchives: Call<Events.ListArchivesRequest, Events.ListArchivesResponse>;
    DescribeArchive: Call<Events.DescribeArchiveRequest, Events.DescribeArchiveResponse>;
    ListReplays: Call<Events.ListReplaysRequest, Events.ListReplaysResponse>;
    DescribeReplay: Call<Events.DescribeReplayRequest, Events.DescribeReplayResponse>;
    StartReplay: Call<Events.StartReplayRequest, Events.StartReplayResponse>;
    CancelReplay: Call<Events.CancelReplayRequest, Events.CancelReplayResponse>;
  };
  sqs: {
    GetQueueAttributes: Call<Sqs.GetQueueAttributesRequest, Sqs.GetQueueAttributesResult>;
    ReceiveMessage: Call<Sqs.ReceiveMessageRequest, Sqs.ReceiveMessageResult>;
    ChangeMessageVisibility: Call<Sqs.ChangeMessageVisibilityRequest, object>;
    DeleteMessage: Call<Sqs.DeleteMessageRequest, object>;
    SendMessage: Call<Sqs.SendMessageRequest, Sqs.SendMessageResult>;
  };
  logs: {
    FilterLogEvents: Call<Logs.FilterLogEventsRequest, Logs.FilterLogEventsResponse>;
    DescribeLogGroups: Call<Logs.DescribeLogGroupsRequest, Logs.DescribeLogGroupsResponse>;
    CreateLogStream: Call<Logs.CreateLogStreamRequest, object>;
    PutLogEvents: Call<Logs.PutLogEventsRequest, Logs.PutLogEventsResponse>;
  };
  lambda: {
    GetFunctionConfiguration: Call<Lambda.GetFunctionConfigurationRequest, Lambda.FunctionConfiguration>;
    GetFunctionConcurrency: Call<Lambda.GetFunctionConcurrencyRequest, Lambda.GetFunctionConcurrencyResponse>;
    ListEventSourceMappings: Call<Lambda.ListEventSourceMappingsRequest, Lambda.ListEventSourceMappingsResponse>;
    Invoke: Call<Lambda.InvocationRequest, Lambda.InvocationResponse>;
  };
  cloudwatch: {
    GetMetricData: Call<CloudWatch.GetMetricDataInput, CloudWatch.GetMetricDataOutput>;
    DescribeAlarms: Call<CloudWatch.DescribeAlarmsInput, CloudWatch.DescribeAlarmsOutput>;
  };
  cloudformation: {
    DescribeStacks: Call<CloudFormation.DescribeStacksInput, CloudFormation.DescribeStacksOutput>;
    ListStackResources: Call<CloudFormation.ListStackResourcesInput, CloudFormation.ListStackResourcesOutput>;
    GetTemplate: Call<CloudFormation.GetTemplateInput, CloudFormation.GetTemplateOutput>;
  };
  iam: {
    GetRole: Call<Iam.GetRoleRequest, Iam.GetRoleResponse>;
    ListRolePolicies: Call<Iam.ListRolePoliciesRequest, Iam.ListRolePoliciesResponse>;
    GetRolePolicy: Call<Iam.GetRolePolicyRequest, Iam.GetRolePolicyResponse>;
    ListAttachedRolePolicies: Call<Iam.ListAttachedRolePoliciesRequest, Iam.ListAttachedRolePoliciesResponse>;
  };
  dynamodb: {
    GetItem: Call<DynamoDB.GetItemInput, DynamoDB.GetItemOutput>;
    Query: Call<DynamoDB.QueryInput, DynamoDB.QueryOutput>;
  };
};

export type Service = keyof Apis;
export type Operation<S extends Service> = keyof Apis[S] & string;
export type InputOf<S extends Service, O extends Operation<S>> = Apis[S][O] extends { input: infer Input }
  ? Input
  : never;
export type OutputOf<S extends Service, O extends Operation<S>> = Apis[S][O] extends { output: infer Output }
  ? Output
  : never;
