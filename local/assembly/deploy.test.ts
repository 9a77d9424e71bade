// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of Fn::Sub look so.
import { expect, test } from 'vitest';
import { deploy } from './deploy.ts';
import type { Stack, Template } from './read-assembly.ts';
import type { Resource, ResourceType } from './resource-type.ts';
import { describe as describeUnsupported } from './unsupported.ts';

const stack = (name: string, template: Partial<Template>): Stack => ({
  name,
  templateFile: `${name}.json`,
  origins: new Map(),
  template: { Resources: {}, ...template },
});
const thing = (Properties: Record<string, unknown> = {}, more: object = {}) => ({
  Type: 'Test::Thing',
  Properties,
  ...more,
});

/** Deploys stacks of things; answers what was made, in the order in which it was. */
const run = async (...stacks: Stack[]) => {
  const made: Resource[] = [];
  const type: ResourceType = {
    type: 'Test::Thing',
    honoured: ['Name', 'Deep.Known', 'Items.Id'],
    withoutEffect: { Price: 'nothing costs money here' },
    create(resource) {
      made.push(resource);
      return { ref: `${resource.logicalId}-ref`, attributes: { Arn: `arn:${resource.logicalId}` } };
    },
  };
  const deployment = await deploy({ folder: '/', stacks, assets: new Map() }, [type], {
    accountId: '000000000000',
    region: 'us-east-1',
  });
  return { made, names: made.map(({ logicalId }) => logicalId), deployment };
};

test('a resource is made after those that it refers to or depends on', async () => {
  const { names, made } = await run(
    stack('s', {
      Resources: {
        A: thing({ Name: { Ref: 'B' } }),
        B: thing({ Name: { 'Fn::Sub': '${C.Arn}' } }),
        C: thing({}, { DependsOn: ['E', 'D'] }),
        D: thing(),
        E: thing({ Name: { 'Fn::GetAtt': ['D', 'Arn'] } }),
      },
    }),
  );
  expect(names).toEqual(['D', 'E', 'C', 'B', 'A']);
  expect(made.map(({ properties }) => properties.Name)).toEqual([undefined, 'arn:D', undefined, 'arn:C', 'B-ref']);
});

test('resources in a circle are refused, the way round named', async () => {
  const circle = run(stack('s', { Resources: { A: thing({ Name: { Ref: 'B' } }), B: thing({}, { DependsOn: 'A' }) } }));
  await expect(circle).rejects.toThrow('s: circular dependency A → B → A.');
});

test('conditions decide what is made; those in a circle are refused', async () => {
  const conditions = (Conditions: Record<string, unknown>) =>
    run(
      stack('s', {
        Parameters: { Stage: { Type: 'String', Default: 'dev' } },
        Conditions,
        Resources: { A: thing({}, { Condition: 'IsProd' }), B: thing({}, { Condition: 'IsDev' }) },
        Outputs: {
          OnlyProd: { Value: 'x', Condition: 'IsProd' },
          Always: { Value: { 'Fn::If': ['IsDev', 'd', 'p'] } },
        },
      }),
    );
  const IsProd = { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] };
  const { names, deployment } = await conditions({ IsProd, IsDev: { 'Fn::Not': [{ Condition: 'IsProd' }] } });
  expect(names).toEqual(['B']);
  expect(deployment.stacks[0]?.outputs).toEqual({ Always: 'd' });
  await expect(
    conditions({ IsProd: { 'Fn::Not': [{ Condition: 'IsDev' }] }, IsDev: { 'Fn::Not': [{ Condition: 'IsProd' }] } }),
  ).rejects.toThrow(/circular.*IsProd/);
});

test('what one stack exports another can import, and nothing else', async () => {
  const exporter = stack('first', {
    Resources: { A: thing() },
    Outputs: {
      Arn: { Value: { 'Fn::GetAtt': ['A', 'Arn'] }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:arn' } } },
    },
  });
  const importer = (name: string) =>
    stack('second', { Resources: { B: thing({ Name: { 'Fn::ImportValue': name } }) } });
  const { made } = await run(exporter, importer('first:arn'));
  expect(made[1]?.properties).toEqual({ Name: 'arn:A' });
  await expect(run(exporter, importer('first:none'))).rejects.toThrow(
    'second/B (Test::Thing), property Name: No stack exports first:none.',
  );
});

test('what is not supported is named, however deep, and never silently ignored', async () => {
  const { deployment } = await run(
    stack('s', {
      Resources: {
        A: thing(
          {
            Name: 'a',
            Price: 1,
            Colour: 'red',
            Deep: { Known: { any: 1 }, Other: 1 },
            Items: [{ Id: 1 }, { Id: 2, Extra: 3 }],
            Tags: [],
          },
          { Metadata: { 'aws:cdk:path': 'App/Thing/Resource' } },
        ),
        B: { Type: 'Test::Unknown', Properties: { Any: 1 } },
      },
    }),
  );
  expect(deployment.unsupported.map(describeUnsupported)).toEqual([
    'App/Thing/Resource (Test::Thing): Colour has no effect here',
    'App/Thing/Resource (Test::Thing): Deep.Other has no effect here',
    'App/Thing/Resource (Test::Thing): Items.Extra has no effect here',
    'B: Test::Unknown is not supported here and was left out',
  ]);
});

test('an error says which property of which resource and stack it is about', async () => {
  const broken = run(stack('s', { Resources: { A: thing({ Name: { Ref: 'Nowhere' } }) } }));
  await expect(broken).rejects.toMatchObject({
    name: 'TemplateError',
    message: 's/A (Test::Thing), property Name: Ref names Nowhere, which is no resource or parameter of the template.',
  });
  await expect(run(stack('s', { Resources: { A: thing({ Name: { Ref: 'constructor' } }) } }))).rejects.toThrow(
    /Ref names constructor/,
  );
});
