import { expect } from 'vitest';
import type { Aws } from '../aws.ts';

/** A secret: made, changed, read by its stages, deleted. */
export const secretsmanager = async (aws: Aws): Promise<void> => {
  await aws.run('secretsmanager create-secret --name cli/a --secret-string old');
  await aws.run('secretsmanager put-secret-value --secret-id cli/a --secret-string new');
  expect(await aws.run('secretsmanager get-secret-value --secret-id cli/a')).toMatchObject({ SecretString: 'new' });
  const { SecretList } = await aws.run('secretsmanager list-secrets --filters Key=name,Values=cli/');
  expect(SecretList).toMatchObject([{ Name: 'cli/a' }]);
  await aws.run('secretsmanager delete-secret --force-delete-without-recovery --secret-id cli/a');
  expect(await aws.refused('secretsmanager get-secret-value --secret-id cli/a')).toMatch(
    /\(ResourceNotFoundException\)/,
  );
};
