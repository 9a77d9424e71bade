import { kebabName } from '@marquee/ui/resource-name.ts';

/** One resource of the stage, as CloudFormation lists it. */
export type Resource = { stack: string; type: string; logicalId: string; physicalId: string };

export type Workflow = {
  /** `process-asset`, as its file below `workflows/`. */
  name: string;
  arn: string;
  express: boolean;
  /** Where its executions write what happens; undefined where they do not. */
  logGroup: string | undefined;
  /** Of a rerun's machine: the workflow that it runs again. */
  rerunOf?: string;
};

export type Queue = { name: string; url: string; arn: string; stack: string };

/** The stage's parts by their names, as the console speaks of them. */
export type System = {
  resources: readonly Resource[];
  workflows: readonly Workflow[];
  functions: readonly { name: string; physicalId: string; stack: string }[];
  deadLetterQueues: readonly Queue[];
  tables: readonly { name: string; physicalId: string; stack: string }[];
  outputs: Readonly<Record<string, string>>;
};

/** `recognise-upload`; of what a construct of its own holds, with that one's name: `asset-uploaded-dead-letters`. */
export const nameOf = ({ type, logicalId }: Pick<Resource, 'type' | 'logicalId'>): string => {
  switch (type) {
    case 'AWS::StepFunctions::StateMachine':
      return kebabName(logicalId, 'StateMachine', 'Workflow');
    case 'AWS::Lambda::Function':
      return kebabName(logicalId, 'Resource', 'Function');
    case 'AWS::Logs::LogGroup':
      return kebabName(logicalId, 'Log', 'Workflow');
    case 'AWS::Events::Rule':
      return kebabName(logicalId, 'Rule');
    default:
      return kebabName(logicalId);
  }
};

const QUEUE_URL = /\/(\d{12})\/([^/]+)$/;

/** The ARN of a queue from its URL. Empty where the URL is none of SQS's. */
export const queueArn = (url: string, region: string): string => {
  const [, account, name] = QUEUE_URL.exec(url) ?? [];
  return account && name ? `arn:aws:sqs:${region}:${account}:${name}` : '';
};

/** The parts that follow from the list of resources alone. */
export const partsOf = (
  resources: readonly Resource[],
  region: string,
): Pick<System, 'resources' | 'functions' | 'deadLetterQueues' | 'tables'> => {
  const ofType = (type: string): Resource[] => resources.filter((resource) => resource.type === type);
  const named = (resource: Resource) => ({
    name: nameOf(resource),
    physicalId: resource.physicalId,
    stack: resource.stack,
  });
  return {
    resources,
    functions: ofType('AWS::Lambda::Function').map(named),
    tables: [...ofType('AWS::DynamoDB::GlobalTable'), ...ofType('AWS::DynamoDB::Table')].map(named),
    deadLetterQueues: ofType('AWS::SQS::Queue')
      .filter(({ logicalId }) => /DeadLetter/.test(logicalId))
      .map((resource) => ({
        name: nameOf(resource),
        url: resource.physicalId,
        arn: queueArn(resource.physicalId, region),
        stack: resource.stack,
      })),
  };
};
