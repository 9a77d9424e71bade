import { GetTemplateCommand, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStacks, outputOf, type Stacks } from './testing.ts';

let stacks: Stacks;
beforeEach(async () => {
  stacks = await openStacks();
});
afterEach(() => stacks.close());

const CAPABILITY_IAM = { Capabilities: ['CAPABILITY_IAM' as const] };
const queue = (Properties = {}, more = {}) => ({ Type: 'AWS::SQS::Queue', Properties, ...more });
const role = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Statement: {
        Effect: 'Allow',
        Principal: { Service: ['lambda.amazonaws.com', 'states.amazonaws.com'] },
        Action: 'sts:AssumeRole',
      },
    },
    Policies: [{ PolicyName: 'all', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } }],
  },
};
const withFunction = (ZipFile: string, Properties: object = {}) => ({
  Resources: {
    Work: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        ...{ Runtime: 'nodejs24.x', Handler: 'index.handler', Timeout: '10', Code: { ZipFile } },
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        ...Properties,
      },
    },
    Role: role,
  },
  Outputs: { Name: { Value: { Ref: 'Work' } } },
});

const call = async (name = ''): Promise<unknown> => {
  const client = new LambdaClient(stacks.config());
  const { Payload = new Uint8Array() } = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: '{"n":1}' }),
  );
  client.destroy();
  return JSON.parse(Buffer.from(Payload).toString());
};

const queues = async (): Promise<string[]> => {
  const client = new SQSClient(stacks.config());
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
  client.destroy();
  return QueueUrls.map((url) => url.slice(url.lastIndexOf('/') + 1)).sort();
};

test.each([
  ['CommonJS', 'exports.handler = async (event) => ({ heard: event.n });'],
  ['an ES module', 'export const handler = async (event) => ({ heard: event.n });'],
])('a function whose code stands in the template as %s runs, also after a restart', async (_, code) => {
  const stack = await stacks.create('app', withFunction(code), CAPABILITY_IAM);
  expect(stack?.StackStatus).toBe('CREATE_COMPLETE');
  const name = outputOf(stack, 'Name');
  expect(await call(name)).toEqual({ heard: 1 });
  await stacks.restart();
  expect(await call(name)).toEqual({ heard: 1 });
});

test('parameters are what is given, or their defaults', async () => {
  const template = {
    Parameters: {
      Size: { Type: 'Number', Default: 1024, MaxValue: 262144 },
      Names: { Type: 'CommaDelimitedList', Default: 'a,b' },
      Secret: { Type: 'String', NoEcho: true },
    },
    Resources: { Q: queue({ MaximumMessageSize: { Ref: 'Size' } }) },
    Outputs: { Second: { Value: { 'Fn::Select': [1, { Ref: 'Names' }] } } },
  };
  const given = (Size: string) => ({
    Parameters: [
      { ParameterKey: 'Size', ParameterValue: Size },
      { ParameterKey: 'Secret', ParameterValue: 'hush' },
    ],
  });
  const stack = await stacks.create('sized', template, given('2048'));
  expect(outputOf(stack, 'Second')).toBe('b');
  expect(stack?.Parameters).toEqual([
    { ParameterKey: 'Size', ParameterValue: '2048' },
    { ParameterKey: 'Names', ParameterValue: 'a,b' },
    { ParameterKey: 'Secret', ParameterValue: '****' },
  ]);
  await expect(stacks.create('none', template)).rejects.toThrow('Parameters: [Secret] must have values');
  await expect(stacks.create('large', template, given('9999999'))).rejects.toThrow('must be a number not greater than');
  const unknown = { Parameters: [{ ParameterKey: 'Colour', ParameterValue: 'red' }] };
  await expect(stacks.create('odd', template, unknown)).rejects.toThrow(
    'Parameters: [Colour] do not exist in the template',
  );
});

test('a template may be YAML with short forms', async () => {
  const TemplateBody = `
AWSTemplateFormatVersion: 2010-09-09
Conditions:
  Never: !Equals [a, b]
Resources:
  Q:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Join ['-', [!Ref AWS::StackName, jobs]]
      VisibilityTimeout: 7
  Other:
    Type: AWS::SQS::Queue
    Condition: Never
Outputs:
  Arn: { Value: !GetAtt Q.Arn }
  Text: { Value: !Sub "\${AWS::Region} \${Q.QueueName}" }
`;
  const stack = await stacks.create('written', { Resources: {} }, { TemplateBody });
  expect(stack?.StackStatus).toBe('CREATE_COMPLETE');
  expect(outputOf(stack, 'Text')).toBe('us-east-1 written-jobs');
  expect(outputOf(stack, 'Arn')).toMatch(/:written-jobs$/);
  expect(await queues()).toEqual(['written-jobs']);
  await expect(stacks.create('bad', { Resources: {} }, { TemplateBody: 'Resources:\n  A: [1,\n' })).rejects.toThrow(
    /^Template format error: YAML not well-formed\. \(line \d+, column \d+\)$/,
  );
});

test.each([
  [{ Resources: {} }, 'Template format error: At least one Resources member must be defined.'],
  [{ Resources: { A: { Type: 'AWS::Nothing::Here' } } }, 'Unrecognized resource types: [AWS::Nothing::Here]'],
  [{ Resources: { A: queue({ QueueName: { Ref: 'B' } }) } }, 'Unresolved resource dependencies [B] in the Resources'],
  [{ Resources: { A: queue() }, Colours: {} }, 'Invalid template property or properties [Colours]'],
  [{ Resources: { A: queue() }, Transform: 'AWS::Serverless-2016-10-31' }, 'does not carry out Transform'],
])('the template %j is refused before anything is made', async (template, message) => {
  await expect(stacks.create('bad', template)).rejects.toMatchObject({
    name: 'ValidationError',
    message: expect.stringContaining(message),
  });
  expect(await queues()).toEqual([]);
});

test('roles take a capability, a name that is taken an other name', async () => {
  const template = { Resources: { Role: role } };
  await expect(stacks.create('roles', template)).rejects.toMatchObject({
    name: 'InsufficientCapabilitiesException',
    message: 'Requires capabilities : [CAPABILITY_IAM]',
  });
  const named = { Resources: { Role: { ...role, Properties: { ...role.Properties, RoleName: 'worker' } } } };
  await expect(stacks.create('roles', named, CAPABILITY_IAM)).rejects.toThrow('[CAPABILITY_NAMED_IAM]');
  await stacks.create('roles', template, CAPABILITY_IAM);
  await expect(stacks.create('roles', template, CAPABILITY_IAM)).rejects.toMatchObject({
    name: 'AlreadyExistsException',
    message: 'Stack [roles] already exists',
  });
});

test('what fails is told, and what was made before is taken back', async () => {
  const stack = await stacks.create('half', {
    Resources: { First: queue(), Second: queue({ Colour: 'red' }, { DependsOn: 'First' }) },
  });
  expect(stack).toMatchObject({
    StackStatus: 'ROLLBACK_COMPLETE',
    StackStatusReason: expect.stringContaining('failed to create: [Second] (Encountered unsupported property Colour'),
  });
  expect(await queues()).toEqual([]);
  expect(await stacks.events('half')).toEqual([
    ...['half CREATE_IN_PROGRESS', 'First CREATE_IN_PROGRESS', 'First CREATE_IN_PROGRESS', 'First CREATE_COMPLETE'],
    ...['Second CREATE_IN_PROGRESS', 'Second CREATE_FAILED', 'half ROLLBACK_IN_PROGRESS', 'Second DELETE_COMPLETE'],
    ...['First DELETE_IN_PROGRESS', 'First DELETE_COMPLETE', 'half ROLLBACK_COMPLETE'],
  ]);
  await expect(stacks.update('half', { Resources: { First: queue() } })).rejects.toThrow(
    'is in ROLLBACK_COMPLETE state and can not be updated.',
  );
});

test('no stack takes over what it did not make', async () => {
  await stacks.create('one', { Resources: { Q: queue({ QueueName: 'mine' }) } });
  const other = await stacks.create('two', { Resources: { Q: queue({ QueueName: 'mine' }) } });
  expect(other?.StackStatusReason).toContain('[Q] (mine already exists)');
  expect(await queues()).toEqual(['mine']);
});

test('an update changes what differs, removes what is gone, and goes back where it fails', async () => {
  const first = withFunction('exports.handler = async () => 1');
  const name = outputOf(await stacks.create('app', first, CAPABILITY_IAM), 'Name');
  await expect(stacks.update('app', first, CAPABILITY_IAM)).rejects.toThrow('No updates are to be performed.');

  const second = withFunction('exports.handler = async () => 2');
  const withQueue = { ...second, Resources: { ...second.Resources, Old: queue() } };
  expect((await stacks.update('app', withQueue, CAPABILITY_IAM))?.StackStatus).toBe('UPDATE_COMPLETE');
  expect(await call(name)).toBe(2);
  expect(await queues()).toHaveLength(1);

  expect((await stacks.update('app', second, CAPABILITY_IAM))?.StackStatus).toBe('UPDATE_COMPLETE');
  expect(await queues()).toEqual([]);

  const third = withFunction('exports.handler = async () => 3');
  const broken = { ...third, Resources: { ...third.Resources, Bad: queue({ Colour: 'red' }, { DependsOn: 'Work' }) } };
  expect(await stacks.update('app', broken, CAPABILITY_IAM)).toMatchObject({
    StackStatus: 'UPDATE_ROLLBACK_COMPLETE',
    StackStatusReason: expect.stringContaining('failed to update: [Bad]'),
  });
  expect(await call(name)).toBe(2);
});

test('a resource that another replaces goes once the update is through', async () => {
  await stacks.create('named', { Resources: { Q: queue({ QueueName: 'before' }) } });
  const stack = await stacks.update('named', { Resources: { Q: queue({ QueueName: 'after' }) } });
  expect(stack?.StackStatus).toBe('UPDATE_COMPLETE');
  expect(await queues()).toEqual(['after']);
});

test('deleting a stack takes down all that it made but what it retains', async () => {
  await stacks.create('gone', {
    Resources: { Q: queue({ QueueName: 'goes' }), Kept: queue({ QueueName: 'stays' }, { DeletionPolicy: 'Retain' }) },
  });
  expect((await stacks.remove('gone'))?.StackStatus).toBe('DELETE_COMPLETE');
  expect(await queues()).toEqual(['stays']);
  await expect(stacks.settled('gone')).rejects.toThrow('Stack with id gone does not exist');
});

test('a bucket with objects in it keeps its stack, and what the bucket depends on, from going', async () => {
  const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'full' }, DependsOn: 'Q' };
  await stacks.create('store', { Resources: { B: bucket, Q: queue({ QueueName: 'needed' }), R: queue() } });
  const s3 = new S3Client({ ...stacks.config(), forcePathStyle: true });
  await s3.send(new PutObjectCommand({ Bucket: 'full', Key: 'k', Body: 'b' }));
  s3.destroy();
  expect(await stacks.remove('store')).toMatchObject({
    StackStatus: 'DELETE_FAILED',
    StackStatusReason: 'The following resource(s) failed to delete: [B].',
  });
  expect(await queues()).toEqual(['needed']);
  expect((await stacks.remove('store', ['B']))?.StackStatus).toBe('DELETE_COMPLETE');
});

test('a stack may import what another exports, which then has to stay', async () => {
  const Outputs = { Name: { Value: { 'Fn::GetAtt': ['Q', 'QueueName'] }, Export: { Name: 'shared' } } };
  await stacks.create('giver', { Resources: { Q: queue() }, Outputs });
  const taker = {
    Resources: { Q: queue({ QueueName: { 'Fn::Join': ['-', [{ 'Fn::ImportValue': 'shared' }, '2']] } }) },
  };
  await stacks.create('taker', taker);
  await stacks.restart();
  expect(await stacks.remove('giver')).toMatchObject({
    StackStatus: 'DELETE_FAILED',
    StackStatusReason: 'Export shared cannot be deleted as it is in use by taker',
  });
  await stacks.remove('taker');
  expect((await stacks.remove('giver'))?.StackStatus).toBe('DELETE_COMPLETE');
});

test('a stack is told with its resources and its template as it came', async () => {
  const template = { Resources: { Q: queue({ QueueName: 'told' }) } };
  await stacks.create('told', template);
  const listed = await stacks.client().send(new ListStackResourcesCommand({ StackName: 'told' }));
  expect(listed).toMatchObject({
    StackResourceSummaries: [
      {
        LogicalResourceId: 'Q',
        PhysicalResourceId: expect.stringMatching(/\/told$/),
        ResourceType: 'AWS::SQS::Queue',
        ResourceStatus: 'CREATE_COMPLETE',
      },
    ],
  });
  expect(await stacks.client().send(new GetTemplateCommand({ StackName: 'told' }))).toMatchObject({
    TemplateBody: JSON.stringify(template),
  });
});

test('every type that a workflow meets can be made and taken down again', async () => {
  const Arn = { 'Fn::GetAtt': ['Q', 'Arn'] };
  const stack = await stacks.create(
    'all',
    {
      Resources: {
        Role: role,
        Q: queue(),
        Topic: { Type: 'AWS::SNS::Topic', Properties: { Subscription: [{ Protocol: 'sqs', Endpoint: Arn }] } },
        More: {
          Type: 'AWS::SNS::Subscription',
          Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: Arn },
        },
        B: { Type: 'AWS::S3::Bucket' },
        T: {
          Type: 'AWS::DynamoDB::Table',
          Properties: {
            BillingMode: 'PAY_PER_REQUEST',
            KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
            AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          },
        },
        Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'extra' } },
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: { EventBusName: { Ref: 'Bus' }, EventPattern: { source: ['a'] }, Targets: [{ Id: 't', Arn }] },
        },
        Log: { Type: 'AWS::Logs::LogGroup' },
        Machine: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
            Definition: { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } },
          },
        },
        Activity: { Type: 'AWS::StepFunctions::Activity', Properties: { Name: 'work' } },
      },
    },
    CAPABILITY_IAM,
  );
  expect(stack).toMatchObject({ StackStatus: 'CREATE_COMPLETE' });
  await stacks.restart();
  expect(await stacks.remove('all')).toMatchObject({ StackStatus: 'DELETE_COMPLETE' });
});
