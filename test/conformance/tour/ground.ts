import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation';
import { ADMINISTRATOR, REGION } from '../../../local/identity.ts';
import { startRuntime } from '../../../local/runtime.ts';

const trusted = (...services: string[]) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: services.map((service) => `${service}.amazonaws.com`) },
      Action: 'sts:AssumeRole',
    },
  ],
});

const own = (Action: string, Resource: unknown) => ({
  PolicyName: Action.replace(/\W/g, ''),
  PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] },
});

const onApi = (properties: object) => ({ ApiId: { Ref: 'Sockets' }, ...properties });

const EDGE = `import cf from 'cloudfront';
const store = cf.kvs();
async function handler(event) {
  console.log('asked for ' + event.request.uri);
  return { statusCode: 200, body: await store.get(event.request.uri) };
}`;

/** What cannot be made by the APIs of the runtime: roles, functions, APIs and distributions come by a template. */
const TEMPLATE = {
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: trusted('lambda', 'states', 'scheduler', 'events'),
        Policies: [
          ...[own('logs:*', '*'), own('sqs:SendMessage', '*'), own('events:PutEvents', '*')],
          own('cloudfront:CreateInvalidation', '*'),
        ],
      },
    },
    Echo: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'echo',
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Code: {
          ZipFile:
            "exports.handler = async (event) => { if (event.fail) throw new Error('as asked'); console.log('echoed'); return { echoed: event }; };",
        },
      },
    },
    Sockets: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: { Name: 'sockets', ProtocolType: 'WEBSOCKET', RouteSelectionExpression: '$request.body.action' },
    },
    Mock: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: onApi({ IntegrationType: 'MOCK', RequestTemplates: { 200: '{"statusCode":200}' } }),
    },
    Connect: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: onApi({ RouteKey: '$connect', Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Mock' }]] } }),
    },
    Routes: { Type: 'AWS::CloudFront::KeyValueStore', Properties: { Name: 'routes' } },
    Edge: {
      Type: 'AWS::CloudFront::Function',
      Properties: {
        Name: 'edge',
        AutoPublish: true,
        FunctionCode: EDGE,
        FunctionConfig: {
          Comment: 'answers what the store has',
          Runtime: 'cloudfront-js-2.0',
          KeyValueStoreAssociations: [{ KeyValueStoreARN: { 'Fn::GetAtt': ['Routes', 'Arn'] } }],
        },
      },
    },
    Site: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: {
        DistributionConfig: {
          Enabled: true,
          Comment: 'the tour’s site',
          DefaultCacheBehavior: {
            TargetOriginId: 'pages',
            ViewerProtocolPolicy: 'redirect-to-https',
            FunctionAssociations: [
              { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': ['Edge', 'FunctionARN'] } },
            ],
          },
          Origins: [{ Id: 'pages', DomainName: 'pages.s3.us-east-1.amazonaws.com', S3OriginConfig: {} }],
        },
      },
    },
    Live: { Type: 'AWS::ApiGatewayV2::Stage', Properties: onApi({ StageName: 'live', AutoDeploy: true }) },
  },
  Outputs: {
    Role: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] } },
    Sockets: { Value: { Ref: 'Sockets' } },
    Site: { Value: { Ref: 'Site' } },
    Routes: { Value: { 'Fn::GetAtt': ['Routes', 'Arn'] } },
  },
};

export type Ground = {
  /** What a client of the SDK is made with. */
  config: { endpoint: string; region: string; credentials: typeof ADMINISTRATOR; maxAttempts: number };
  siteUrl: string;
  /** A role that functions, workflows, schedules and rules may take on. */
  roleArn: string;
  functionArn: string;
  /** A WebSocket API with the stage `live`. */
  socketsId: string;
  /** A distribution whose function `edge` answers what the key value store `routes` has. */
  distributionId: string;
  storeArn: string;
  close(): Promise<void>;
};

/** A runtime of its own with a stack of what a tour needs and cannot make: a role, a function, a WebSocket API, a site. */
export const openGround = async (): Promise<Ground> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tour-'));
  const runtime = await startRuntime({ dataFolder, awsPort: 0, sitePort: 0 });
  const config = { endpoint: runtime.awsUrl, region: REGION, credentials: ADMINISTRATOR, maxAttempts: 1 };
  const stacks = new CloudFormationClient(config);
  const StackName = 'ground';
  const TemplateBody = JSON.stringify(TEMPLATE);
  await stacks.send(new CreateStackCommand({ StackName, TemplateBody, Capabilities: ['CAPABILITY_IAM'] }));
  await waitUntilStackCreateComplete({ client: stacks, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { StackName });
  const { Stacks } = await stacks.send(new DescribeStacksCommand({ StackName }));
  stacks.destroy();
  const output = (name: string): string =>
    Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === name)?.OutputValue ?? '';
  const roleArn = output('Role');
  return {
    config,
    siteUrl: runtime.siteUrl,
    roleArn,
    functionArn: `arn:aws:lambda:${REGION}:${roleArn.split(':')[4]}:function:echo`,
    socketsId: output('Sockets'),
    distributionId: output('Site'),
    storeArn: output('Routes'),
    async close() {
      await runtime.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};
