import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  paginateListSecrets,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

/** Secrets: made, read by version, listed in pages, deleted. */
export const secretsmanager = async ({ config }: Ground): Promise<void> => {
  const client = new SecretsManagerClient(config);
  const names = ['tour/a', 'tour/b', 'tour/c'];
  for (const Name of names) await client.send(new CreateSecretCommand({ Name, SecretString: 'old' }));
  const SecretId = 'tour/a';
  await client.send(new PutSecretValueCommand({ SecretId, SecretString: 'new' }));
  expect((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('new');
  const previous = await client.send(new GetSecretValueCommand({ SecretId, VersionStage: 'AWSPREVIOUS' }));
  expect(previous.SecretString).toBe('old');
  expect(await client.send(new DescribeSecretCommand({ SecretId }))).toMatchObject({ Name: SecretId });
  const listed: (string | undefined)[] = [];
  for await (const { SecretList = [] } of paginateListSecrets({ client, pageSize: 2 }, {}))
    listed.push(...SecretList.map(({ Name }) => Name));
  expect(listed.sort()).toEqual(names);
  await expect(client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'x' }))).rejects.toMatchObject({
    name: 'ResourceExistsException',
  });
  for (const Name of names)
    await client.send(new DeleteSecretCommand({ SecretId: Name, ForceDeleteWithoutRecovery: true }));
  await expect(client.send(new GetSecretValueCommand({ SecretId }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  client.destroy();
};
