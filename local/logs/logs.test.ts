import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { openDatabase } from '../database.ts';
import { deployContext, type Harness, openHarness, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { compileFilter } from './filter-pattern.ts';
import { createLogs } from './logs.ts';

describe('a filter pattern', () => {
  test.each<[string, string[], string[]]>([
    ['', ['anything', ''], []],
    ['error', ['an error here'], ['Error', 'fine']],
    ['error asset', ['asset: error'], ['error', 'asset']],
    ['error -retry', ['error'], ['error, retry']],
    ['?warn ?error', ['warn', 'error'], ['info']],
    ['"not found"', ['it was not found'], ['found not']],
    ['"a \\"quoted\\" word"', ['has a "quoted" word'], ['has a quoted word']],
    ['{ $.level = "ERROR" }', ['{"level":"ERROR"}'], ['{"level":"INFO"}', 'ERROR', '{}']],
    ['{ $.level = ERR* }', ['{"level":"ERROR"}'], ['{"level":"WARN"}']],
    ['{ $.a.b[0] = 7 }', ['{"a":{"b":[7]}}'], ['{"a":{"b":[8]}}']],
    ['{ $.ms > 100 && $.ok = true }', ['{"ms":101,"ok":true}'], ['{"ms":100,"ok":true}', '{"ms":101}']],
    ['{ $.a = 1 || $.b = 2 }', ['{"a":1}', '{"b":2}'], ['{"a":2}']],
    ['{ $.text = "a && b" }', ['{"text":"a && b"}'], ['{"text":"a"}']],
    ['{ $.text = "(x)" }', ['{"text":"(x)"}'], ['{"text":"x"}']],
    ['{ $.constructor = "*" }', ['{"constructor":"x"}'], ['{}']],
  ])('%s', (pattern, taken, left) => {
    const matches = compileFilter(pattern);
    expect(taken.filter((line) => !matches(line))).toEqual([]);
    expect(left.filter(matches)).toEqual([]);
  });

  test.each(['[ip, user]', '%regex%', '{ level = 1 }', '{ ($.a = 1) }', '{ $.a }'])(
    'that is not supported is refused with itself: %s',
    (pattern) => {
      expect(() => compileFilter(pattern)).toThrow(JSON.stringify(pattern));
    },
  );
});

describe('CloudWatch Logs', () => {
  const START = Date.UTC(2026, 0, 1);
  let harness: Harness;
  let client: CloudWatchLogsClient;
  let clock: VirtualClock;
  let logs: ReturnType<typeof createLogs>;
  beforeEach(async () => {
    clock = new VirtualClock(START);
    logs = createLogs({ database: openDatabase(':memory:'), clock, accountId: ACCOUNT_ID, region: REGION });
    harness = await openHarness({ services: () => [logs.service] });
    client = new CloudWatchLogsClient(harness.client);
    for (const LogGroupName of ['one', 'two'])
      await logs.resourceTypes[0]?.create(
        resource('AWS::Logs::LogGroup', LogGroupName, { LogGroupName, RetentionInDays: 7 }),
        deployContext,
      );
  });
  afterEach(async () => {
    client.destroy();
    logs.close();
    await harness.close();
  });
  const write = (message: string, at = 0, stream = 's', group = 'one'): void =>
    logs.write({ group, stream, message, at: START + at });
  const filter = async (input: object = {}): Promise<(string | undefined)[]> => {
    const { events = [] } = await client.send(new FilterLogEventsCommand({ logGroupName: 'one', ...input }));
    return events.map(({ message }) => message);
  };

  test('lines come in the order of their time, of one group, of the streams and the time that are asked for', async () => {
    write('b', 20, 't');
    write('a', 10);
    write('c', 30);
    write('elsewhere', 15, 's', 'two');
    expect(await filter()).toEqual(['a', 'b', 'c']);
    expect(await filter({ logStreamNames: ['s'] })).toEqual(['a', 'c']);
    expect(await filter({ startTime: START + 20, endTime: START + 30 })).toEqual(['b', 'c']);
    expect(await filter({ filterPattern: 'b' })).toEqual(['b']);
    expect(
      await filter({
        logGroupName: undefined,
        logGroupIdentifier: `arn:aws:logs:${REGION}:${ACCOUNT_ID}:log-group:two:*`,
      }),
    ).toEqual(['elsewhere']);
  });

  test('pages hold every line once, those of the same instant included', async () => {
    for (let line = 0; line < 25; line++) write(line % 2 ? `odd ${line}` : `even ${line}`, Math.floor(line / 10));
    const found: (string | undefined)[] = [];
    let pages = 0;
    for await (const { events = [] } of paginateFilterLogEvents(
      { client, pageSize: 4 },
      { logGroupName: 'one', filterPattern: 'odd' },
    )) {
      found.push(...events.map(({ message }) => message));
      pages += 1;
    }
    expect(found).toEqual(Array.from({ length: 12 }, (_, index) => `odd ${2 * index + 1}`));
    expect(pages).toBeGreaterThan(2);
  });

  test('a stream is read forwards; its end gives the same token again', async () => {
    for (let line = 0; line < 5; line++) write(`line ${line}`, line);
    const read = async (nextToken?: string) => {
      const page = await client.send(
        new GetLogEventsCommand({ logGroupName: 'one', logStreamName: 's', limit: 3, startFromHead: true, nextToken }),
      );
      return { messages: page.events?.map(({ message }) => message), token: page.nextForwardToken };
    };
    const first = await read();
    expect(first.messages).toEqual(['line 0', 'line 1', 'line 2']);
    const second = await read(first.token);
    expect(second.messages).toEqual(['line 3', 'line 4']);
    expect(await read(second.token)).toEqual({ messages: [], token: second.token });
  });

  test('groups and streams can be listed; one that is not there is refused', async () => {
    write('a', 5);
    const { logGroups = [] } = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: 'o' }));
    expect(logGroups).toEqual([expect.objectContaining({ logGroupName: 'one', retentionInDays: 7 })]);
    const { logStreams = [] } = await client.send(new DescribeLogStreamsCommand({ logGroupName: 'one' }));
    expect(logStreams).toEqual([expect.objectContaining({ logStreamName: 's', firstEventTimestamp: START + 5 })]);
    await expect(filter({ logGroupName: 'none' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(filter({ nextToken: 'nonsense' })).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  test('lines older than the group keeps are gone at the next start', async () => {
    write('old');
    write('young', 86_400_000);
    expect(await filter()).toEqual(['old', 'young']);
    await clock.advance(7 * 86_400_000 + 1);
    await logs.resourceTypes[0]?.create(
      resource('AWS::Logs::LogGroup', 'one', { LogGroupName: 'one', RetentionInDays: 7 }),
      deployContext,
    );
    expect(await filter()).toEqual(['young']);
  });

  test('a group that nobody made is there once something was written to it, and after a restart', async () => {
    const database = openDatabase(':memory:');
    const account = { clock, accountId: ACCOUNT_ID, region: REGION };
    const first = createLogs({ database, ...account });
    first.write({ group: '/aws/lambda/new', stream: 's', message: 'called', at: START });
    first.close();
    // A line that comes too late is dropped, and nothing fails.
    first.write({ group: '/aws/lambda/new', stream: 's', message: 'late', at: START });
    const { FilterLogEvents } = createLogs({ database, ...account }).service.operations;
    const answer = await FilterLogEvents?.run({ logGroupName: '/aws/lambda/new' }, {} as never);
    expect(answer).toMatchObject({ events: [{ message: 'called' }] });
  });
});
