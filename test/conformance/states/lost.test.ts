import { expect, test } from 'vitest';
import { type Recovery, recover } from './lost.ts';

const object = (kind: string, address: string): string => `<tool.${kind} object at 0x${address}>`;
const recovery = (more: Partial<Recovery>): Recovery => ({
  later: [],
  machineArn: 'arn:m',
  tagKeys: [],
  versions: 2,
  resolve: (text) => text.replaceAll('log_group_name', 'group'),
  seen: new Map(),
  ...more,
});
const routing = (addresses: string[], more: Partial<Recovery>) =>
  recover(
    { routingConfiguration: addresses.map((address) => object('RoutingConfigurationListItem', address)) },
    recovery(more),
  ).routingConfiguration;

test('arguments that are there stay as they are', () => {
  expect(recover({ name: 'a', list: ['b'] }, recovery({}))).toEqual({ name: 'a', list: ['b'] });
});

test('tags are those that are listed later', () => {
  const tags = [object('Tag', 'a1'), object('Tag', 'a2')];
  const listed = { tags: [{ key: 'k', value: 'v' }] };
  expect(recover({ tags }, recovery({ later: [{}, listed] }))).toEqual({ tags: [listed.tags[0], listed.tags[0]] });
});

test('a logging configuration is the one that is described later', () => {
  const loggingConfiguration = { destinations: ['log_group_name:*'], level: 'ALL' };
  const args = { loggingConfiguration: object('LoggingConfiguration', 'a1') };
  expect(recover(args, recovery({ later: [{ loggingConfiguration }] }))).toEqual({
    loggingConfiguration: { destinations: ['group:*'], level: 'ALL' },
  });
});

test('a routing is the one that is described later, or that an error tells of, or another version for another object', () => {
  const described = [
    { stateMachineVersionArn: 'arn:<p>:1', weight: 50 },
    { stateMachineVersionArn: 'arn:<p>:2', weight: 50 },
  ];
  const expected = [
    { stateMachineVersionArn: 'arn:m:1', weight: 50 },
    { stateMachineVersionArn: 'arn:m:2', weight: 50 },
  ];
  expect(routing(['a1', 'a2'], { later: [{ routingConfiguration: described }] })).toEqual(expected);
  const exception_value = 'Sum of routing configuration weights must equal 100. Received: [70, 29]';
  expect(routing(['a1', 'a2'], { later: [{ exception_value }] })).toMatchObject([{ weight: 70 }, { weight: 29 }]);
  const seen = new Map<string, number>();
  expect(routing(['a1'], { seen })).toEqual([{ stateMachineVersionArn: 'arn:m:1', weight: 100 }]);
  expect(routing(['a2'], { seen })).toEqual([{ stateMachineVersionArn: 'arn:m:2', weight: 100 }]);
});

test('another object is named as lost', () => {
  expect(() => recover({ a: object('Client', 'a1') }, recovery({}))).toThrow('Client object');
});
