import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminListGroupsForUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  CreateUserPoolDomainCommand,
  DeleteUserPoolCommand,
  DeleteUserPoolDomainCommand,
  DescribeUserPoolCommand,
  DescribeUserPoolDomainCommand,
  GetUserCommand,
  InitiateAuthCommand,
  paginateListUserPools,
  paginateListUsers,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

const PASSWORD = 'Correct-Horse-9';

/** A pool with people and groups, one of whom signs in. */
export const cognito = async ({ config }: Ground): Promise<void> => {
  const client = new CognitoIdentityProviderClient(config);
  const { UserPool: { Id: UserPoolId } = {} } = await client.send(new CreateUserPoolCommand({ PoolName: 'tour' }));
  expect((await client.send(new DescribeUserPoolCommand({ UserPoolId }))).UserPool?.Name).toBe('tour');
  const { UserPoolClient: { ClientId } = {} } = await client.send(
    new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'web', ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] }),
  );
  for (const Username of ['ada', 'bob', 'cy'])
    await client.send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }));
  const people: (string | undefined)[] = [];
  for await (const { Users = [] } of paginateListUsers({ client, pageSize: 2 }, { UserPoolId }))
    people.push(...Users.map(({ Username }) => Username));
  expect(people.sort()).toEqual(['ada', 'bob', 'cy']);
  const pools: (string | undefined)[] = [];
  for await (const { UserPools = [] } of paginateListUserPools({ client }, { MaxResults: 1 }))
    pools.push(...UserPools.map(({ Id }) => Id));
  expect(pools).toEqual([UserPoolId]);
  await client.send(new CreateGroupCommand({ UserPoolId, GroupName: 'editors' }));
  await client.send(new AdminAddUserToGroupCommand({ UserPoolId, GroupName: 'editors', Username: 'ada' }));
  const { Groups } = await client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username: 'ada' }));
  expect(Groups?.map(({ GroupName }) => GroupName)).toEqual(['editors']);
  const password = { UserPoolId, Username: 'ada', Password: PASSWORD, Permanent: true };
  await client.send(new AdminSetUserPasswordCommand(password));
  const signIn = (PASSWORD_: string) =>
    client.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId,
        AuthParameters: { USERNAME: 'ada', PASSWORD: PASSWORD_ },
      }),
    );
  const { AuthenticationResult } = await signIn(PASSWORD);
  const me = await client.send(new GetUserCommand({ AccessToken: AuthenticationResult?.AccessToken }));
  expect(me.Username).toBe('ada');
  await expect(signIn('Wrong-Horse-9')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await expect(client.send(new AdminCreateUserCommand({ UserPoolId, Username: 'ada' }))).rejects.toMatchObject({
    name: 'UsernameExistsException',
  });
  const domain = { UserPoolId, Domain: 'tour' };
  await client.send(new CreateUserPoolDomainCommand(domain));
  const { DomainDescription } = await client.send(new DescribeUserPoolDomainCommand({ Domain: 'tour' }));
  expect(DomainDescription).toMatchObject({ ...domain, Status: 'ACTIVE' });
  await expect(client.send(new DeleteUserPoolCommand({ UserPoolId }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  await client.send(new DeleteUserPoolDomainCommand(domain));
  await client.send(new DeleteUserPoolCommand({ UserPoolId }));
  await expect(client.send(new DescribeUserPoolCommand({ UserPoolId }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  client.destroy();
};
