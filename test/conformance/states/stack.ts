import { CreateStackCommand, DeleteStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { Endpoint } from './endpoint.ts';
import { FUNCTIONS } from './functions.ts';
import type { Json, JsonObject, Step } from './recording.ts';

type Template = { Resources: Record<string, JsonObject>; Outputs: Record<string, { Value: Json }> };

const ADMINISTRATOR_ROLE: JsonObject = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: ['states.amazonaws.com', 'lambda.amazonaws.com', 'events.amazonaws.com'] },
          Action: 'sts:AssumeRole',
        },
        {
          Effect: 'Allow',
          Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::$' + '{AWS::AccountId}:root' } },
          Action: 'sts:AssumeRole',
        },
      ],
    },
    Policies: [
      {
        PolicyName: 'everything',
        PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
      },
    ],
  },
};

/** What the steps of a case need before they begin, as a template with an output a step, named `Step<index>`. */
const templateOf = (steps: readonly Step[]): Template => {
  const template: Template = {
    Resources: { Role: ADMINISTRATOR_ROLE },
    Outputs: { Role: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
  };
  steps.forEach((step, index) => {
    const name = `Step${index}`;
    const add = (Type: string, Properties: JsonObject, Value: Json = { Ref: name }): void => {
      template.Resources[name] = { Type, Properties };
      template.Outputs[name] = { Value };
    };
    if (step.op === 'createLambda') add('AWS::Lambda::Function', functionOf(step.name, step.handler_file));
    if (step.op !== 'fixture') return;
    const { args } = step;
    if (step.name === 's3_create_bucket') add('AWS::S3::Bucket', {});
    if (step.name === 'sqs_create_queue') add('AWS::SQS::Queue', args);
    if (step.name === 'sns_create_topic') add('AWS::SNS::Topic', topicOf(args));
    if (step.name === 'sfn_create_log_group') add('AWS::Logs::LogGroup', {});
    if (step.name === 'create_cross_account_admin_role_and_policy') {
      template.Resources[name] = ADMINISTRATOR_ROLE;
      template.Outputs[name] = { Value: { 'Fn::GetAtt': [name, 'Arn'] } };
    }
    if (step.name === 'dynamodb_create_table')
      add('AWS::DynamoDB::Table', {
        TableName: args.table_name ?? null,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: args.partition_key ?? null, AttributeType: 'S' }],
        KeySchema: [{ AttributeName: args.partition_key ?? null, KeyType: 'HASH' }],
      });
    if (step.name === 'events_to_sqs_queue') addRule(template, name, args.a0 ?? {});
  });
  return template;
};

/** A topic by the input of its API, whose attributes are texts. */
const topicOf = ({ Attributes }: JsonObject): JsonObject =>
  (Attributes as JsonObject | undefined)?.FifoTopic === 'true' ? { FifoTopic: true } : {};

const functionOf = (FunctionName: string, file: string): JsonObject => {
  const ZipFile = FUNCTIONS[file.replace(/\.py$/, '')];
  if (ZipFile === undefined) throw new Error(`There is no function here for ${file}; add it to functions.ts.`);
  return {
    FunctionName,
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Timeout: 90,
    Code: { ZipFile },
    Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
  };
};

const addRule = ({ Resources, Outputs }: Template, name: string, EventPattern: Json): void => {
  Resources[name] = { Type: 'AWS::SQS::Queue', Properties: {} };
  Outputs[name] = { Value: { Ref: name } };
  Resources[`${name}Policy`] = {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [{ Ref: name }],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: { 'Fn::GetAtt': [name, 'Arn'] },
          },
        ],
      },
    },
  };
  Resources[`${name}Rule`] = {
    Type: 'AWS::Events::Rule',
    Properties: { EventPattern, Targets: [{ Id: 'queue', Arn: { 'Fn::GetAtt': [name, 'Arn'] } }] },
  };
};

/** How many roles a run has; only cases that change a machine's role use more than one. */
const ROLES = 3;

/** The template of what all cases share. */
const sharedTemplate = (): Template => {
  const names = Array.from({ length: ROLES }, (_, index) => `Role${index}`);
  return {
    Resources: Object.fromEntries(names.map((name) => [name, ADMINISTRATOR_ROLE])),
    Outputs: Object.fromEntries(names.map((name) => [name, { Value: { 'Fn::GetAtt': [name, 'Arn'] } }])),
  };
};

/** Makes the roles that all cases share. Throws with the stack's own reason where that fails. */
export const createRoles = async (endpoint: Endpoint, StackName: string): Promise<string[]> =>
  Object.entries(await create(endpoint, StackName, sharedTemplate()))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, arn]) => arn);

/** Makes what the steps need; answers its outputs. Throws with the stack's own reason where that fails. */
export const createStack = async (
  endpoint: Endpoint,
  StackName: string,
  steps: readonly Step[],
): Promise<Record<string, string>> => create(endpoint, StackName, templateOf(steps));

const create = async ({ stacks }: Endpoint, StackName: string, template: Template): Promise<Record<string, string>> => {
  const TemplateBody = JSON.stringify(template);
  await stacks.send(new CreateStackCommand({ StackName, TemplateBody, Capabilities: ['CAPABILITY_IAM'] }));
  for (;;) {
    const { Stacks: [stack] = [] } = await stacks.send(new DescribeStacksCommand({ StackName }));
    const { StackStatus = '', StackStatusReason, Outputs = [] } = stack ?? {};
    if (StackStatus === 'CREATE_COMPLETE')
      return Object.fromEntries(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
    if (StackStatus !== 'CREATE_IN_PROGRESS') throw new Error(`${StackName} is ${StackStatus}: ${StackStatusReason}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

export const deleteStack = async ({ stacks }: Endpoint, StackName: string): Promise<void> => {
  await stacks.send(new DeleteStackCommand({ StackName }));
};
