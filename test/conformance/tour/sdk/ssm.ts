import {
  DeleteParameterCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersCommand,
  PutParameterCommand,
  paginateGetParametersByPath,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

/** Parameters: put, read, listed by path in pages, overwritten, deleted. */
export const ssm = async ({ config }: Ground): Promise<void> => {
  const client = new SSMClient(config);
  const names = ['/tour/a', '/tour/b', '/tour/c'];
  for (const Name of names) await client.send(new PutParameterCommand({ Name, Value: Name, Type: 'String' }));
  const overwritten = await client.send(new PutParameterCommand({ Name: '/tour/a', Value: 'new', Overwrite: true }));
  expect(overwritten.Version).toBe(2);
  const { Parameter } = await client.send(new GetParameterCommand({ Name: '/tour/a' }));
  expect(Parameter).toMatchObject({ Name: '/tour/a', Value: 'new', Version: 2, Type: 'String' });
  const { Parameters: history } = await client.send(new GetParameterHistoryCommand({ Name: '/tour/a' }));
  expect(history?.map(({ Value }) => Value)).toEqual(['/tour/a', 'new']);
  const several = await client.send(new GetParametersCommand({ Names: ['/tour/b', '/tour/none'] }));
  expect(several).toMatchObject({ Parameters: [{ Name: '/tour/b' }], InvalidParameters: ['/tour/none'] });
  const listed: (string | undefined)[] = [];
  for await (const { Parameters = [] } of paginateGetParametersByPath({ client, pageSize: 2 }, { Path: '/tour' }))
    listed.push(...Parameters.map(({ Name }) => Name));
  expect(listed.sort()).toEqual(names);
  await expect(
    client.send(new PutParameterCommand({ Name: '/tour/a', Value: 'again', Type: 'String' })),
  ).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
  for (const Name of names) await client.send(new DeleteParameterCommand({ Name }));
  await expect(client.send(new GetParameterCommand({ Name: '/tour/a' }))).rejects.toMatchObject({
    name: 'ParameterNotFound',
  });
  client.destroy();
};
