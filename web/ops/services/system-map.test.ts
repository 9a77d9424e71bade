import { expect, test } from 'vitest';
import { findNode } from './find-node.ts';
import { groupOf, pathOf, placeMap } from './place-map.ts';
import { mapOf } from './system-map.ts';
import { readTemplate, referencesIn, type Template } from './template.ts';

const lambda = (role: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Role: { 'Fn::GetAtt': [role, 'Arn'] } },
});
const alias = (of: string) => ({ Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: of } } });
const policy = (role: string, Action: string | string[], Resource: unknown, Effect = 'Allow') => ({
  Type: 'AWS::IAM::Policy',
  Properties: { Roles: [{ Ref: role }], PolicyDocument: { Statement: [{ Effect, Action, Resource }] } },
});

const templates = new Map<string, Template>([
  [
    'S-Shared',
    {
      Resources: {
        Bus: { Type: 'AWS::Events::EventBus' },
        Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
      },
      Outputs: {
        A: { Value: { 'Fn::GetAtt': ['Bus', 'Arn'] }, Export: { Name: 'S-Shared:BusArn' } },
        B: { Value: { Ref: 'Bus' }, Export: { Name: 'S-Shared:Bus' } },
        C: { Value: { Ref: 'Api' } },
      },
    },
  ],
  [
    'S-Chat',
    {
      Resources: {
        Table: { Type: 'AWS::DynamoDB::GlobalTable' },
        Queue: { Type: 'AWS::SQS::Queue' },
        FlowWorkflow: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { RoleArn: { 'Fn::GetAtt': ['FlowRole', 'Arn'] } },
        },
        FlowRole: { Type: 'AWS::IAM::Role' },
        FlowPolicy: policy('FlowRole', 'lambda:InvokeFunction', [{ Ref: 'WorkLive' }]),
        WorkFunction: lambda('WorkRole'),
        WorkRole: { Type: 'AWS::IAM::Role' },
        WorkLive: alias('WorkFunction'),
        WorkPolicy: policy('WorkRole', ['dynamodb:GetItem', 'dynamodb:PutItem'], { 'Fn::GetAtt': ['Table', 'Arn'] }),
        PutPolicy: policy('WorkRole', 'events:PutEvents', { 'Fn::ImportValue': 'S-Shared:BusArn' }),
        NoPolicy: policy('WorkRole', 's3:GetObject', { Ref: 'Table' }, 'Deny'),
        SendPolicy: policy('WorkRole', 'sqs:SendMessage', { 'Fn::GetAtt': ['Queue', 'Arn'] }),
        Failures: {
          Type: 'AWS::Lambda::EventInvokeConfig',
          Properties: {
            FunctionName: { Ref: 'WorkFunction' },
            DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Queue', 'Arn'] } } },
          },
        },
        AskedRule: {
          Type: 'AWS::Events::Rule',
          Properties: {
            EventBusName: { 'Fn::ImportValue': 'S-Shared:Bus' },
            EventPattern: { 'detail-type': ['Asked'] },
            Targets: [{ Arn: { Ref: 'FlowWorkflow' }, DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] } } }],
          },
        },
        Stream: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: { EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] }, FunctionName: { Ref: 'WorkLive' } },
        },
        Integration: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { IntegrationUri: { Ref: 'WorkLive' } } },
        Route: {
          Type: 'AWS::ApiGatewayV2::Route',
          Properties: {
            ApiId: { 'Fn::GetStackOutput': { StackName: 'S-Shared', OutputName: 'C' } },
            RouteKey: 'POST /work',
            Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
          },
        },
      },
    },
  ],
]);

const map = mapOf(templates, [
  { stack: 'S-Chat', type: 'AWS::Lambda::Function', logicalId: 'WorkFunction', physicalId: 's-chat-work-1' },
]);
const edge = (from: string, to: string) =>
  map.edges.filter((each) => each.from === from && each.to === to).map(({ kind }) => kind);

test('who uses what is followed through roles, aliases, routes, rules, mappings and other stacks', () => {
  expect(edge('S-Chat/FlowWorkflow', 'S-Chat/WorkFunction')).toEqual(['calls']);
  expect(edge('S-Chat/WorkFunction', 'S-Chat/Table')).toEqual(['reads', 'writes']);
  expect(edge('S-Chat/WorkFunction', 'S-Shared/Bus')).toEqual(['publishes']);
  expect(edge('S-Shared/Bus', 'S-Chat/AskedRule')).toEqual(['event']);
  expect(edge('S-Chat/AskedRule', 'S-Chat/FlowWorkflow')).toEqual(['target']);
  expect(edge('S-Chat/AskedRule', 'S-Chat/Queue')).toEqual(['dead-letter']);
  expect(edge('S-Chat/Table', 'S-Chat/WorkFunction')).toEqual(['stream']);
  expect(edge('S-Shared/Api', 'S-Chat/WorkFunction')).toEqual(['route']);
});

test('a queue for failures is told once, though its role may send to it', () => {
  expect(edge('S-Chat/WorkFunction', 'S-Chat/Queue')).toEqual(['dead-letter']);
});

test('a function tells its routes, a rule its events', () => {
  expect(map.nodes.find(({ kind }) => kind === 'function')?.says).toEqual(['POST /work']);
  expect(map.nodes.find(({ kind }) => kind === 'rule')?.says).toEqual(['Asked']);
});

test('names within Fn::Sub are references, what is escaped and what belongs to AWS is none', () => {
  const refs = referencesIn(templates);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are CloudFormation's.
  expect(refs('S-Chat', { 'Fn::Sub': '${Table.Arn}/${!Queue}/${AWS::Region}/${Nothing}' })).toEqual(['S-Chat/Table']);
});

test('exports that import each other come to an end', () => {
  const circle = (own: string, other: string): Template => ({
    Outputs: { O: { Value: { 'Fn::ImportValue': other }, Export: { Name: own } } },
  });
  const refs = referencesIn(
    new Map([
      ['A', circle('a', 'b')],
      ['B', circle('b', 'a')],
    ]),
  );
  expect(refs('A', { 'Fn::ImportValue': 'a' })).toEqual([]);
});

test('a template that is no JSON is empty', () => {
  expect(readTemplate('Resources:\n  A: b')).toEqual({});
});

test('a part is found by its name and by its name in the account', () => {
  expect(findNode(map, 'work')?.id).toBe('S-Chat/WorkFunction');
  expect(findNode(map, 's-chat-work-1')?.id).toBe('S-Chat/WorkFunction');
  expect(findNode(map, 'nobody')).toBeUndefined();
});

test('parts of one name have keys of their own', () => {
  const table = { Resources: { Table: { Type: 'AWS::DynamoDB::Table' } } };
  const { nodes } = mapOf(
    new Map([
      ['S-One', table],
      ['S-Two', table],
    ]),
    [],
  );
  expect(nodes.map(({ key }) => key)).toEqual(['one.table', 'two.table']);
});

test('a closed group is one card with the lines of its parts, an open one shows them', () => {
  const closed = placeMap(map, new Set());
  const [work] = closed.cards.filter(({ kind }) => kind === 'function');
  expect(work).toMatchObject({ title: 'Chat functions', isGroup: true });
  const node = map.nodes.find(({ kind }) => kind === 'function');
  const open = placeMap(map, new Set([(node && groupOf(node)) ?? '']));
  expect(open.cards.filter(({ kind }) => kind === 'function').map(({ title }) => title)).toEqual([
    'Chat functions',
    'work',
  ]);
  expect(open.lines.some(({ to }) => to.title === 'work' && !to.isGroup)).toBe(true);
});

test('cards of a column do not overlap, and every line has a way', () => {
  const { cards, lines } = placeMap(map, new Set(['function chat', 'rule chat', 'queue chat']));
  for (const one of cards)
    for (const other of cards) {
      if (one === other || Math.abs(one.x - other.x) > 20) continue;
      expect(one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true);
    }
  for (const line of lines) expect(pathOf(line)).not.toMatch(/NaN|undefined/);
});
