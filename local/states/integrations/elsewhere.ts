/**
 * Services that Step Functions has integrations of its own for and the runtime does not have.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
const ELSEWHERE: Readonly<Record<string, string>> = {
  apigateway: 'API Gateway',
  athena: 'Athena',
  batch: 'Batch',
  bedrock: 'Bedrock',
  codebuild: 'CodeBuild',
  databrew: 'Glue DataBrew',
  ecs: 'ECS',
  eks: 'EKS',
  elasticmapreduce: 'EMR',
  'emr-containers': 'EMR on EKS',
  'emr-serverless': 'EMR Serverless',
  glue: 'Glue',
  http: 'HTTP endpoints',
  mediaconvert: 'MediaConvert',
  sagemaker: 'SageMaker',
};

/** What to say of a Resource that AWS has an integration for and the runtime lacks; undefined for any other. */
export const lackingIntegration = (resource: string): string | undefined => {
  const [, service = '', action = ''] = /^arn:aws[\w-]*:states:[\w-]*:\d*:([\w-]+):(\w+)/.exec(resource) ?? [];
  const name = Object.hasOwn(ELSEWHERE, service) ? ELSEWHERE[service] : undefined;
  return name && `The runtime has no integration '${service}:${action}' (${name}), which ${resource} needs`;
};
