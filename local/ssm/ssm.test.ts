import {
  DeleteParameterCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersCommand,
  LabelParameterVersionCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  paginateDescribeParameters,
  paginateGetParametersByPath,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { openDatabase } from '../database.ts';
import { deployContext, type Harness, openHarness, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { createSsm } from './ssm.ts';

describe('Parameter Store', () => {
  let harness: Harness;
  let client: SSMClient;
  let ssm: ReturnType<typeof createSsm>;
  beforeEach(async () => {
    const clock = new VirtualClock(Date.now());
    ssm = createSsm({ database: openDatabase(':memory:'), clock, accountId: ACCOUNT_ID, region: REGION });
    harness = await openHarness({ clock, services: () => [ssm.service] });
    client = new SSMClient(harness.client);
  });
  afterEach(async () => {
    client.destroy();
    await harness.close();
  });
  const put = (Name: string, Value: string, more: object = {}) =>
    client.send(new PutParameterCommand({ Name, Value, Type: 'String', ...more }));
  const get = async (Name: string, WithDecryption?: boolean) =>
    (await client.send(new GetParameterCommand({ Name, WithDecryption }))).Parameter;

  test('a parameter has versions, of which one is asked for by number, by label or by ARN', async () => {
    expect(await put('/app/colour', 'red')).toMatchObject({ Version: 1, Tier: 'Standard' });
    await expect(put('/app/colour', 'blue')).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
    expect(await put('/app/colour', 'blue', { Overwrite: true })).toMatchObject({ Version: 2 });
    expect(await get('/app/colour')).toMatchObject({ Value: 'blue', Version: 2 });
    expect(await get('/app/colour:1')).toMatchObject({ Value: 'red', Version: 1, Selector: ':1' });
    expect(await get(`arn:aws:ssm:${REGION}:${ACCOUNT_ID}:parameter/app/colour`)).toMatchObject({ Value: 'blue' });
    const label = new LabelParameterVersionCommand({
      Name: '/app/colour',
      ParameterVersion: 1,
      Labels: ['live', '1x'],
    });
    expect(await client.send(label)).toMatchObject({ InvalidLabels: ['1x'], ParameterVersion: 1 });
    expect(await get('/app/colour:live')).toMatchObject({ Value: 'red' });
    await expect(get('/app/colour:9')).rejects.toMatchObject({ name: 'ParameterVersionNotFound' });
    await expect(get('/app/none')).rejects.toMatchObject({ name: 'ParameterNotFound' });
    const { Parameters = [] } = await client.send(new GetParameterHistoryCommand({ Name: '/app/colour' }));
    expect(Parameters.map(({ Value, Labels }) => [Value, Labels])).toEqual([
      ['red', ['live']],
      ['blue', []],
    ]);
  });

  test('a SecureString is shown only to who asks for its decryption', async () => {
    await put('/app/password', 'hunter2', { Type: 'SecureString' });
    expect((await get('/app/password'))?.Value).not.toContain('hunter2');
    expect(await get('/app/password', true)).toMatchObject({ Value: 'hunter2', Type: 'SecureString' });
  });

  test('a path holds what is at once below it, or all of it, in pages', async () => {
    for (let index = 0; index < 12; index++) await put(`/app/many/p${String(index).padStart(2, '0')}`, 'x');
    await put('/app/one', 'x');
    await put('/apple', 'x');
    const below = async (Path: string, Recursive: boolean): Promise<(string | undefined)[]> => {
      const names = [];
      for await (const page of paginateGetParametersByPath({ client, pageSize: 5 }, { Path, Recursive }))
        names.push(...(page.Parameters ?? []).map(({ Name }) => Name));
      return names;
    };
    expect(await below('/app', false)).toEqual(['/app/one']);
    expect(await below('/app', true)).toHaveLength(13);
    expect(new Set(await below('/app/many/', false)).size).toBe(12);
    const described = [];
    const filters = { ParameterFilters: [{ Key: 'Name', Option: 'BeginsWith', Values: ['/app'] }] };
    for await (const page of paginateDescribeParameters({ client, pageSize: 5 }, filters))
      described.push(...(page.Parameters ?? []));
    expect(described).toHaveLength(14);
    expect(described[0]).not.toHaveProperty('Value');
  });

  test.each<[string, object, string]>([
    ['aws-mine', {}, 'AccessDeniedException'],
    ['/ssm/mine', {}, 'ValidationException'],
    ['a/b', {}, 'ValidationException'],
    ['with space', {}, 'ValidationException'],
    [`/${Array.from({ length: 16 }, () => 'a').join('/')}`, {}, 'HierarchyLevelLimitExceededException'],
    ['/big', { Value: 'x'.repeat(4097) }, 'ValidationException'],
    ['/bigger', { Value: 'x'.repeat(8193), Tier: 'Advanced' }, 'ValidationException'],
    ['/pattern', { Value: 'abc', AllowedPattern: '\\d+' }, 'ParameterPatternMismatchException'],
    ['/untyped', { Type: undefined }, 'ValidationException'],
    ['/keyed', { Type: 'SecureString', KeyId: 'alias/mine' }, 'InvalidKeyId'],
    ['/tagged', { Overwrite: true, Tags: [{ Key: 'a', Value: 'b' }] }, 'ValidationException'],
    ['/expiring', { Policies: '[]' }, 'ValidationException'],
  ])('a parameter that AWS refuses is refused: %s', async (Name, more, name) => {
    await expect(put(Name, 'x', more)).rejects.toMatchObject({ name });
    const { InvalidParameters } = await client.send(new GetParametersCommand({ Names: [Name] }));
    expect(InvalidParameters).toEqual([Name]);
  });

  test('a large value is taken in the tier that has room for it', async () => {
    expect(await put('/big', 'x'.repeat(5000), { Tier: 'Intelligent-Tiering' })).toMatchObject({ Tier: 'Advanced' });
    await expect(put('/big', 'x', { Overwrite: true, Tier: 'Standard' })).rejects.toThrow("can't downgrade");
  });

  test('the oldest of a hundred versions goes for a new one, unless it has a label', async () => {
    for (let version = 1; version <= 101; version++) await put('/many', `${version}`, { Overwrite: true });
    await expect(get('/many:1')).rejects.toMatchObject({ name: 'ParameterVersionNotFound' });
    await client.send(new LabelParameterVersionCommand({ Name: '/many', ParameterVersion: 2, Labels: ['kept'] }));
    await expect(put('/many', 'x', { Overwrite: true })).rejects.toMatchObject({
      name: 'ParameterMaxVersionLimitExceeded',
    });
  });

  test("a template's parameter keeps what it was set to until the template changes; one that left the template is gone", async () => {
    const [type] = ssm.resourceTypes;
    const declare = (Value: string) =>
      type?.create(
        resource('AWS::SSM::Parameter', 'P', { Name: '/t/p', Type: 'String', Value, Tags: { a: 'b' } }),
        deployContext,
      );
    expect(await declare('one')).toMatchObject({ ref: '/t/p', attributes: { Type: 'String', Value: 'one' } });
    const tags = new ListTagsForResourceCommand({ ResourceType: 'Parameter', ResourceId: '/t/p' });
    expect((await client.send(tags)).TagList).toEqual([{ Key: 'a', Value: 'b' }]);
    await put('/t/p', 'set by hand', { Overwrite: true });
    await declare('one');
    expect(await get('/t/p')).toMatchObject({ Value: 'set by hand' });
    await declare('two');
    expect(await get('/t/p')).toMatchObject({ Value: 'two', Version: 3 });
    await client.send(new DeleteParameterCommand({ Name: '/t/p' }));
    await expect(get('/t/p')).rejects.toMatchObject({ name: 'ParameterNotFound' });
  });
});
