import {
  BatchGetSecretValueCommand,
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetRandomPasswordCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  paginateListSecrets,
  RestoreSecretCommand,
  SecretsManagerClient,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { openDatabase } from '../database.ts';
import { deployContext, type Harness, openHarness, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { createSecretsManager } from './secrets-manager.ts';

const DAY = 86_400_000;

describe('Secrets Manager', () => {
  let harness: Harness;
  let client: SecretsManagerClient;
  let clock: VirtualClock;
  let secrets: ReturnType<typeof createSecretsManager>;
  const database = () => openDatabase(':memory:');
  beforeEach(async () => {
    clock = new VirtualClock(Date.now());
    secrets = createSecretsManager({ database: database(), clock, accountId: ACCOUNT_ID, region: REGION });
    harness = await openHarness({ clock, services: () => [secrets.service] });
    client = new SecretsManagerClient(harness.client);
  });
  afterEach(async () => {
    client.destroy();
    await harness.close();
  });
  const create = (Name: string, SecretString?: string, more: object = {}) =>
    client.send(new CreateSecretCommand({ Name, SecretString, ...more }));
  const get = (SecretId: string, more: object = {}) => client.send(new GetSecretValueCommand({ SecretId, ...more }));

  test('a secret is read by name, by ARN and by its ARN without the six characters', async () => {
    const { ARN = '', VersionId } = await create('app/key', 'one');
    expect(ARN).toMatch(/^arn:aws:secretsmanager:us-east-1:000000000000:secret:app\/key-[A-Za-z0-9]{6}$/);
    for (const id of ['app/key', ARN, ARN.slice(0, -7)])
      expect(await get(id)).toMatchObject({ ARN, VersionId, SecretString: 'one', VersionStages: ['AWSCURRENT'] });
    await expect(get('app/none')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(create('app/key', 'two')).rejects.toMatchObject({ name: 'ResourceExistsException' });
    await expect(create('bad name')).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('a new value becomes the current one, and the one before it the previous one', async () => {
    await create('s', 'one');
    const SecretBinary = Buffer.from([0, 255, 1]);
    const second = await client.send(new PutSecretValueCommand({ SecretId: 's', SecretBinary }));
    expect(Buffer.from((await get('s')).SecretBinary ?? [])).toEqual(SecretBinary);
    expect(await get('s', { VersionStage: 'AWSPREVIOUS' })).toMatchObject({ SecretString: 'one' });
    const { VersionId: third } = await client.send(new UpdateSecretCommand({ SecretId: 's', SecretString: 'three' }));
    expect(await get('s', { VersionId: second.VersionId })).toMatchObject({ VersionStages: ['AWSPREVIOUS'] });
    await client.send(
      new UpdateSecretVersionStageCommand({
        SecretId: 's',
        VersionStage: 'AWSCURRENT',
        MoveToVersionId: second.VersionId,
        RemoveFromVersionId: third,
      }),
    );
    expect(await get('s', { VersionStage: 'AWSPREVIOUS' })).toMatchObject({ SecretString: 'three' });
    const { Versions } = await client.send(new ListSecretVersionIdsCommand({ SecretId: 's', IncludeDeprecated: true }));
    expect(Versions?.map(({ VersionStages }) => VersionStages)).toEqual([undefined, ['AWSCURRENT'], ['AWSPREVIOUS']]);
  });

  test('the same token with the same value changes nothing, with another it is refused', async () => {
    const ClientRequestToken = 'a'.repeat(32);
    const first = await create('s', 'one', { ClientRequestToken });
    expect(await create('s', 'one', { ClientRequestToken })).toMatchObject({ VersionId: first.VersionId });
    const other = new PutSecretValueCommand({ SecretId: 's', SecretString: 'two', ClientRequestToken });
    await expect(client.send(other)).rejects.toMatchObject({ name: 'ResourceExistsException' });
  });

  test('a deleted secret can be brought back until its time has come, and is gone then', async () => {
    await create('s', 'one');
    const remove = new DeleteSecretCommand({ SecretId: 's', RecoveryWindowInDays: 7 });
    const { DeletionDate } = await client.send(remove);
    expect(DeletionDate?.getTime()).toBe(clock.now() + 7 * DAY);
    await expect(get('s')).rejects.toMatchObject({ name: 'InvalidRequestException' });
    await expect(create('s')).rejects.toMatchObject({ name: 'InvalidRequestException' });
    await clock.advance(60_000);
    await client.send(new RestoreSecretCommand({ SecretId: 's' }));
    expect(await get('s')).toMatchObject({ SecretString: 'one' });
    await client.send(remove);
    await clock.advance(7 * DAY);
    expect(() => secrets.valueOf('s')).toThrow("can't find the specified secret");
  });

  test('secrets are listed in pages, by what they are called and what they are tagged with', async () => {
    for (let index = 0; index < 5; index++)
      await create(`app/${index}`, 'x', { Tags: [{ Key: 'n', Value: `${index}` }] });
    await create('other', 'x');
    const names = [];
    const Filters = [{ Key: 'name' as const, Values: ['app/'] }];
    for await (const page of paginateListSecrets({ client, pageSize: 2 }, { Filters }))
      names.push(...(page.SecretList ?? []).map(({ Name }) => Name));
    expect(names).toEqual(['app/0', 'app/1', 'app/2', 'app/3', 'app/4']);
    const byTag = new ListSecretsCommand({ Filters: [{ Key: 'tag-value', Values: ['!3'] }] });
    expect((await client.send(byTag)).SecretList).toHaveLength(5);
    const batch = await client.send(new BatchGetSecretValueCommand({ SecretIdList: ['app/1', 'none'] }));
    expect(batch.SecretValues).toMatchObject([{ Name: 'app/1', SecretString: 'x' }]);
    expect(batch.Errors).toMatchObject([{ SecretId: 'none', ErrorCode: 'ResourceNotFoundException' }]);
  });

  test('a password has every kind of character that it may have, and none other', async () => {
    const { RandomPassword = '' } = await client.send(
      new GetRandomPasswordCommand({ PasswordLength: 40, ExcludePunctuation: true, ExcludeCharacters: 'abc0' }),
    );
    expect(RandomPassword).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[d-zA-Z1-9]{40}$/);
    await expect(client.send(new GetRandomPasswordCommand({ PasswordLength: 2 }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  test("a template's secret is made by chance once, and kept when the template says something else about it", async () => {
    const [type] = secrets.resourceTypes;
    const GenerateSecretString = { SecretStringTemplate: '{"user":"me"}', GenerateStringKey: 'password' };
    const declare = (properties: object) =>
      type?.create(
        resource('AWS::SecretsManager::Secret', 'Key', { Name: 'k', GenerateSecretString, ...properties }),
        deployContext,
      );
    const first = await declare({});
    const { SecretString = '' } = await get('k');
    expect(JSON.parse(SecretString)).toMatchObject({ user: 'me', password: expect.stringMatching(/^.{32}$/s) });
    expect(await declare({ Description: 'new' })).toEqual(first);
    expect(await get('k')).toMatchObject({ SecretString });
    expect(await client.send(new DescribeSecretCommand({ SecretId: 'k' }))).toMatchObject({ Description: 'new' });
    await declare({ GenerateSecretString: { ...GenerateSecretString, PasswordLength: '20' } });
    expect(JSON.parse((await get('k')).SecretString ?? '{}').password).toHaveLength(20);
  });
});
