/** The API operation whose answer a task's result is. */
export type Schema = { service: string; operation: string };

/** Optimised integrations by the service's name in a Resource, with the name of the service's SDK. */
const SDK_NAMES: Readonly<Record<string, string>> = {
  bedrock: 'bedrockruntime',
  elasticmapreduce: 'emr',
  'emr-containers': 'emrcontainers',
  'emr-serverless': 'emrserverless',
  events: 'eventbridge',
  states: 'sfn',
};

/** Services whose results AWS does not check. https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html */
const UNCHECKED = new Set(['apigateway', 'eks', 'http']);

/** What Step Functions asks to learn how a job ends that it waits for (`.sync`): its answer is the task's result. */
const POLLS: Readonly<Record<string, string>> = {
  'athena:startQueryExecution': 'GetQueryExecution',
  'batch:submitJob': 'DescribeJobs',
  'bedrock:createModelCustomizationJob': 'GetModelCustomizationJob',
  'codebuild:startBuild': 'BatchGetBuilds',
  'codebuild:startBuildBatch': 'BatchGetBuildBatches',
  'databrew:startJobRun': 'DescribeJobRun',
  'ecs:runTask': 'DescribeTasks',
  'elasticmapreduce:addStep': 'DescribeStep',
  'elasticmapreduce:createCluster': 'DescribeCluster',
  'elasticmapreduce:terminateCluster': 'DescribeCluster',
  'emr-containers:startJobRun': 'DescribeJobRun',
  'emr-serverless:startJobRun': 'GetJobRun',
  'glue:startJobRun': 'GetJobRun',
  'mediaconvert:createJob': 'GetJob',
  'sagemaker:createHyperParameterTuningJob': 'DescribeHyperParameterTuningJob',
  'sagemaker:createLabelingJob': 'DescribeLabelingJob',
  'sagemaker:createProcessingJob': 'DescribeProcessingJob',
  'sagemaker:createTrainingJob': 'DescribeTrainingJob',
  'sagemaker:createTransformJob': 'DescribeTransformJob',
  'states:startExecution': 'DescribeExecution',
};

const RESOURCE = /^arn:aws[\w-]*:states:[\w-]*:\d*:(aws-sdk:)?([\w-]+):(\w+)(\..+)?$/;

/** What the result of a Task has to look like; undefined where it may be anything, such as what a worker answers. */
export const schemaOf = (resource: string): Schema | undefined => {
  const [, sdk, service = '', action = '', suffix = ''] = RESOURCE.exec(resource) ?? [];
  if (service === '' || service === 'activity' || suffix === '.waitForTaskToken') return undefined;
  const operation = action.charAt(0).toUpperCase() + action.slice(1);
  if (sdk) return { service, operation };
  if (UNCHECKED.has(service)) return undefined;
  const polled = suffix.startsWith('.sync') ? POLLS[`${service}:${action}`] : undefined;
  // Jobs of Bedrock are of another API than its models.
  const name = polled !== undefined && service === 'bedrock' ? service : (SDK_NAMES[service] ?? service);
  return { service: name, operation: polled ?? ACTIONS[`${service}:${action}`] ?? operation };
};

/** Optimised actions that are not called as the API's operation. */
const ACTIONS: Readonly<Record<string, string>> = {
  'elasticmapreduce:addStep': 'AddJobFlowSteps',
  'elasticmapreduce:cancelStep': 'CancelSteps',
  'elasticmapreduce:createCluster': 'RunJobFlow',
  'elasticmapreduce:modifyInstanceFleetByName': 'ModifyInstanceFleet',
  'elasticmapreduce:modifyInstanceGroupByName': 'ModifyInstanceGroups',
  'elasticmapreduce:setClusterTerminationProtection': 'SetTerminationProtection',
  'elasticmapreduce:terminateCluster': 'TerminateJobFlows',
};
