import { expect } from 'vitest';
import type { Aws } from '../aws.ts';

/** A pool with two people in it, one of whom signs in. */
export const cognito = async (aws: Aws): Promise<void> => {
  const { UserPool } = await aws.run('cognito-idp create-user-pool --pool-name cli');
  const pool = ['--user-pool-id', UserPool.Id];
  const { UserPoolClient } = await aws.run(
    'cognito-idp create-user-pool-client --client-name web --explicit-auth-flows ALLOW_USER_PASSWORD_AUTH',
    ...pool,
  );
  for (const name of ['ada', 'bob'])
    await aws.run(`cognito-idp admin-create-user --message-action SUPPRESS --username ${name}`, ...pool);
  const { Users } = await aws.run('cognito-idp list-users --page-size 1', ...pool);
  expect(Users).toHaveLength(2);
  await aws.run('cognito-idp admin-set-user-password --permanent --username ada --password Right-Horse-9', ...pool);
  const signIn = (password: string): string[] => [
    ...['--auth-flow', 'USER_PASSWORD_AUTH', '--client-id', UserPoolClient.ClientId],
    ...['--auth-parameters', `USERNAME=ada,PASSWORD=${password}`],
  ];
  expect(await aws.run('cognito-idp initiate-auth', ...signIn('Right-Horse-9'))).toMatchObject({
    AuthenticationResult: { TokenType: 'Bearer' },
  });
  expect(await aws.refused('cognito-idp initiate-auth', ...signIn('Wrong-Horse-9'))).toMatch(
    /\(NotAuthorizedException\)/,
  );
  await aws.run('cognito-idp delete-user-pool', ...pool);
};
