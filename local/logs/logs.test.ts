import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogStreamCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  ListTagsForResourceCommand,
  PutLogEventsCommand,
  PutMetricFilterCommand,
  PutResourcePolicyCommand,
  PutRetentionPolicyCommand,
  paginateFilterLogEvents,
  TestMetricFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { openDatabase } from '../database.ts';
import { deployContext, type Harness, openHarness, resource } from '../front-door/harness.ts';
import { servicePrincipal } from '../iam/service-principal.ts';
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
    ['%E.r%', ['an Err', 'E-r'], ['Er', 'err']],
    ['{ $.a = %^x\\d$% }', ['{"a":"x1"}'], ['{"a":"x"}', '{"a":"xx1"}']],
    ['{ ($.a = 1 || $.b = 2) && $.c != 3 }', ['{"a":1,"c":4}', '{"b":2,"c":"x"}'], ['{"a":1,"c":3}', '{"c":4}']],
    ['{ $.a IS NULL }', ['{"a":null}'], ['{"a":0}', '{}']],
    ['{ $.a NOT EXISTS }', ['{}'], ['{"a":null}']],
    ['{ $.a IS TRUE }', ['{"a":true}'], ['{"a":"true"}', '{"a":false}']],
    ['{ $.list[*].n >= 2 }', ['{"list":[{"n":1},{"n":2}]}'], ['{"list":[{"n":1}]}', '{}']],
    ["{ $['a.b'] = 1 }", ['{"a.b":1}'], ['{"a":{"b":1}}']],
    ['{ $.n = 1 }', ['{"n":1.0}', '{"n":"1"}'], ['{"n":11}']],
    [
      '[ip, user, status = 4*, bytes > 10]',
      ['1.1.1.1 me 404 11'],
      ['1.1.1.1 me 500 11', '1.1.1.1 me 404 9', 'a b 404'],
    ],
    ['[..., status != 200, bytes]', ['a "b c" [d e] 404 1'], ['a b 200 1', '1']],
    ['[w = ERROR || w = "WARN", ...]', ['ERROR a b', 'WARN'], ['INFO a']],
  ])('%s', (pattern, taken, left) => {
    const matches = compileFilter(pattern);
    expect(taken.filter((line) => !matches(line))).toEqual([]);
    expect(left.filter(matches)).toEqual([]);
  });

  test.each(['{ level = 1 }', '{ $.a }', '{ $.a = 1', '[a, b', '%(%', '{ $.a > x }', 'semi;colon', '{ $.a = 1 ) }'])(
    'that is none is refused: %s',
    (pattern) => {
      expect(() => compileFilter(pattern)).toThrow('Invalid filter pattern');
    },
  );
});

describe('CloudWatch Logs', () => {
  const START = Date.UTC(2026, 0, 1);
  let harness: Harness;
  let client: CloudWatchLogsClient;
  let clock: VirtualClock;
  let logs: ReturnType<typeof createLogs>;
  let metrics: unknown[][];
  beforeEach(async () => {
    clock = new VirtualClock(START);
    metrics = [];
    const account = { clock, accountId: ACCOUNT_ID, region: REGION };
    const putMetric = (...metric: unknown[]) => void metrics.push(metric);
    logs = createLogs({ database: openDatabase(':memory:'), ...account, putMetric });
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

  test('a page may be empty and more follow: no answer looks at more than ten thousand lines', async () => {
    for (let line = 0; line < 10_000; line++) write('common', line);
    write('rare', 10_000);
    const rare = { logGroupName: 'one', filterPattern: 'rare' };
    const first = await client.send(new FilterLogEventsCommand(rare));
    expect(first.events).toEqual([]);
    const second = await client.send(new FilterLogEventsCommand({ ...rare, nextToken: first.nextToken }));
    expect(second).toMatchObject({ events: [{ message: 'rare' }] });
    expect(second.nextToken).toBeUndefined();
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

  test('groups and streams are made and removed over the wire, with tags', async () => {
    const logGroupName = '/made/here';
    await client.send(new CreateLogGroupCommand({ logGroupName, tags: { team: 'a' } }));
    await expect(client.send(new CreateLogGroupCommand({ logGroupName }))).rejects.toMatchObject({
      name: 'ResourceAlreadyExistsException',
    });
    await expect(client.send(new CreateLogGroupCommand({ logGroupName: 'a b' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    const resourceArn = `arn:aws:logs:${REGION}:${ACCOUNT_ID}:log-group:${logGroupName}`;
    expect((await client.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual({ team: 'a' });
    const stream = { logGroupName, logStreamName: 's' };
    const logEvents = [{ timestamp: START, message: 'm' }];
    await expect(client.send(new PutLogEventsCommand({ ...stream, logEvents }))).rejects.toThrow(
      'The specified log stream does not exist.',
    );
    await client.send(new CreateLogStreamCommand(stream));
    await client.send(new PutLogEventsCommand({ ...stream, logEvents }));
    expect(await filter({ logGroupName })).toEqual(['m']);
    await client.send(new DeleteLogStreamCommand(stream));
    expect(await filter({ logGroupName })).toEqual([]);
  });

  test('lines that come too late or too early are left out and told', async () => {
    await client.send(new CreateLogStreamCommand({ logGroupName: 'one', logStreamName: 's' }));
    const put = (...times: number[]) =>
      client.send(
        new PutLogEventsCommand({
          ...{ logGroupName: 'one', logStreamName: 's' },
          logEvents: times.map((time) => ({ timestamp: START + time, message: `at ${time}` })),
        }),
      );
    const DAY = 86_400_000;
    expect((await put(-7 * DAY - 1, -7 * DAY + 1)).rejectedLogEventsInfo).toEqual({ expiredLogEventEndIndex: 1 });
    expect((await put(0, 3 * 3_600_000)).rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 1 });
    expect(await filter()).toEqual([`at ${-7 * DAY + 1}`, 'at 0']);
    await expect(put(1, 0)).rejects.toThrow('chronological order');
    await expect(put(-DAY, 1)).rejects.toThrow('24 hours');
  });

  test('a stream is read backwards from its end, page by page', async () => {
    for (let line = 0; line < 5; line++) write(`line ${line}`, line);
    const read = async (nextToken?: string) => {
      const page = await client.send(
        new GetLogEventsCommand({ logGroupName: 'one', logStreamName: 's', limit: 2, nextToken }),
      );
      return { messages: page.events?.map(({ message }) => message), back: page.nextBackwardToken };
    };
    const last = await read();
    expect(last.messages).toEqual(['line 3', 'line 4']);
    const before = await read(last.back);
    expect(before.messages).toEqual(['line 1', 'line 2']);
    expect((await read(before.back)).messages).toEqual(['line 0']);
  });

  test('what is older than the retention is unseen as soon as the clock says so', async () => {
    await client.send(new PutRetentionPolicyCommand({ logGroupName: 'one', retentionInDays: 1 }));
    write('old');
    const { FilterLogEvents } = logs.service.operations;
    const read = () => FilterLogEvents?.run({ logGroupName: 'one' }, {} as never);
    expect(await read()).toMatchObject({ events: [{ message: 'old' }] });
    await clock.advance(86_400_001);
    expect(await read()).toMatchObject({ events: [] });
    const odd = new PutRetentionPolicyCommand({ logGroupName: 'one', retentionInDays: 2 });
    await expect(client.send(odd)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  test('a metric filter makes numbers of lines, with dimensions that it finds in them', async () => {
    const put = (filterName: string, filterPattern: string, transformation: object) =>
      client.send(
        new PutMetricFilterCommand({
          ...{ logGroupName: 'one', filterName, filterPattern },
          metricTransformations: [
            { metricName: filterName, metricNamespace: 'App', metricValue: '1', ...transformation },
          ],
        }),
      );
    await put('errors', 'ERROR', { defaultValue: 0 });
    await put('ms', '{ $.ms = * }', {
      metricValue: '$.ms',
      dimensions: { service: '$.service' },
      unit: 'Milliseconds',
    });
    await put('bytes', '[ip, bytes]', { metricValue: '$bytes' });
    write('ERROR here');
    write('{"ms":12,"service":"media"}', 5);
    write('{"ms":13}');
    write('1.1.1.1 77');
    const of = (name: string) => metrics.filter((metric) => metric[1] === name);
    expect(of('errors').map((metric) => metric[3])).toEqual([1, 0, 0, 0]);
    expect(of('ms')).toEqual([['App', 'ms', { service: 'media' }, 12, 'Milliseconds', START + 5]]);
    expect(of('bytes').map((metric) => metric[3])).toEqual([77]);
    await expect(put('bad', 'x', { dimensions: { a: '$.a' }, defaultValue: 0 })).rejects.toThrow('mutually exclusive');
    const found = await client.send(
      new TestMetricFilterCommand({ filterPattern: '{ $.a = 1 }', logEventMessages: ['{"a":2}', '{"a":1}'] }),
    );
    expect(found.matches).toEqual([{ eventNumber: 2, eventMessage: '{"a":1}', extractedValues: { '$.a': '1' } }]);
  });

  test('an AWS service writes to a group once a policy of the account lets it', async () => {
    const events = servicePrincipal(
      'events.amazonaws.com',
      `arn:aws:events:${REGION}:${ACCOUNT_ID}:rule/r`,
      ACCOUNT_ID,
    );
    const stream = { logGroupName: 'one', logStreamName: 'e' };
    const create = () => harness.cloud.call('logs', 'CreateLogStream', stream, events);
    await expect(create()).rejects.toMatchObject({ code: 'AccessDeniedException' });
    const Statement = {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: `arn:aws:logs:${REGION}:${ACCOUNT_ID}:log-group:o*:*`,
    };
    const policyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await client.send(new PutResourcePolicyCommand({ policyName: 'p', policyDocument }));
    await create();
    const logEvents = [{ timestamp: START, message: 'told' }];
    await harness.cloud.call('logs', 'PutLogEvents', { ...stream, logEvents }, events);
    expect(await filter()).toEqual(['told']);
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
