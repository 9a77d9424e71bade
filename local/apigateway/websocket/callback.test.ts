// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of Fn::Sub look so.
import { ApiGatewayManagementApiClient, GetConnectionCommand } from '@aws-sdk/client-apigatewaymanagementapi';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openStacks } from '../../cloudformation/testing.ts';

/** Posts to the address that a message names: the template's, or the one that the event itself gives. */
const PUSH = `
  const { ApiGatewayManagementApiClient, PostToConnectionCommand } = require('@aws-sdk/client-apigatewaymanagementapi');
  exports.handler = async ({ body, requestContext: { domainName, stage, connectionId } }) => {
    const endpoint = body === 'template' ? process.env.CALLBACK : \`https://\${domainName}/\${stage}\`;
    const client = new ApiGatewayManagementApiClient({ endpoint });
    await client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: 'pushed by ' + body }));
    return { statusCode: 200 };
  };`;

const Service = { Service: 'lambda.amazonaws.com' };
const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: Service, Action: 'sts:AssumeRole' }] };
const address = (scheme: string) => ({
  'Fn::Sub': `${scheme}://\${Api}.execute-api.\${AWS::Region}.\${AWS::URLSuffix}/live`,
});

const template = (Action: string) => ({
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: trust,
        Policies: [
          {
            PolicyName: 'push',
            PolicyDocument: {
              Statement: [
                {
                  Effect: 'Allow',
                  Action,
                  Resource: {
                    'Fn::Sub': 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/live/*/@connections/*',
                  },
                },
              ],
            },
          },
        ],
      },
    },
    Push: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        ...{ Handler: 'index.handler', Runtime: 'nodejs24.x', Timeout: 20, Code: { ZipFile: PUSH } },
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Environment: { Variables: { CALLBACK: address('https') } },
      },
    },
    Permission: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        ...{ Action: 'lambda:InvokeFunction', Principal: 'apigateway.amazonaws.com' },
        FunctionName: { 'Fn::GetAtt': ['Push', 'Arn'] },
        SourceArn: { 'Fn::Sub': 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*$default' },
      },
    },
    Api: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: { Name: 'push', ProtocolType: 'WEBSOCKET', RouteSelectionExpression: '$request.body.action' },
    },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ...{ ApiId: { Ref: 'Api' }, IntegrationType: 'AWS_PROXY' },
        IntegrationUri: {
          'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Push.Arn}/invocations',
        },
      },
    },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: { ApiId: { Ref: 'Api' }, RouteKey: '$default', Target: { 'Fn::Sub': 'integrations/${Integration}' } },
    },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: { Ref: 'Api' }, StageName: 'live', AutoDeploy: true },
    },
  },
  Outputs: { Id: { Value: { Ref: 'Api' } } },
});

let stacks: Awaited<ReturnType<typeof openStacks>>;
beforeEach(async () => {
  stacks = await openStacks();
});
afterEach(() => stacks.close());

/** What a client gets back for each message, one after the other. */
const answers = async (texts: readonly string[]): Promise<string[]> => {
  const id = (await stacks.settled('sockets'))?.Outputs?.[0]?.OutputValue;
  const socket = new WebSocket(`${stacks.runtime().siteUrl.replace('http', 'ws')}/_aws/execute-api/${id}/live`);
  await new Promise((resolve) => socket.once('open', resolve));
  const got: string[] = [];
  for (const text of texts) {
    const next = new Promise<string>((resolve) => socket.once('message', (data) => resolve(data.toString())));
    socket.send(text);
    got.push(await next);
  }
  socket.close();
  return got;
};

const made = { Capabilities: ['CAPABILITY_IAM' as const] };

test('a function reaches its client by the address that AWS gives it', { timeout: 60_000 }, async () => {
  const stack = await stacks.create('sockets', template('execute-api:ManageConnections'), made);
  expect(stack?.StackStatus).toBe('CREATE_COMPLETE');
  expect(await answers(['template', 'event'])).toEqual(['pushed by template', 'pushed by event']);
});

test('a function without the grant does not', { timeout: 60_000 }, async () => {
  await stacks.create('sockets', template('execute-api:Invoke'), made);
  expect(await answers(['event'])).toEqual([expect.stringContaining('"Internal server error"')]);
});

test('whoever runs the laptop manages connections at the address of the site’s port', { timeout: 60_000 }, async () => {
  const stack = await stacks.create('sockets', template('execute-api:ManageConnections'), made);
  const endpoint = `${stacks.runtime().siteUrl}/_aws/execute-api/${stack?.Outputs?.[0]?.OutputValue}/live`;
  const client = new ApiGatewayManagementApiClient({ ...stacks.config(), endpoint });
  const asked = client.send(new GetConnectionCommand({ ConnectionId: 'L0SM9cOFvHcCIhw=' }));
  await expect(asked).rejects.toMatchObject({ name: 'GoneException' });
});
