import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSignIn, type SignIn } from './testing.ts';

let signIn: SignIn;
beforeAll(async () => {
  signIn = await openSignIn();
});
afterAll(() => signIn.close());

const makePool = async (PoolName: string): Promise<string> => {
  const { UserPool } = (await signIn.call('CreateUserPool', { PoolName })) as { UserPool: { Id: string } };
  return UserPool.Id;
};

test('a domain that was made by the API stays until it is deleted, and its pool with it', async () => {
  const UserPoolId = await makePool('made');
  const domain = { Domain: 'made-here', UserPoolId };
  await signIn.call('CreateUserPoolDomain', domain);
  await expect(signIn.call('CreateUserPoolDomain', domain)).rejects.toThrow('Domain already exists.');
  await signIn.restart();
  expect(await signIn.call('DescribeUserPoolDomain', { Domain: 'made-here' })).toEqual({
    DomainDescription: { ...domain, AWSAccountId: '000000000000', Status: 'ACTIVE' },
  });
  expect(await signIn.call('DescribeUserPool', { UserPoolId })).toMatchObject({ UserPool: { Domain: 'made-here' } });
  await expect(signIn.call('DeleteUserPool', { UserPoolId })).rejects.toThrow(/has a domain configured/);
  const foreign = { Domain: 'people-dev', UserPoolId };
  await expect(signIn.call('DeleteUserPoolDomain', foreign)).rejects.toThrow('No such domain or user pool exists.');
  await signIn.call('DeleteUserPoolDomain', domain);
  expect(await signIn.call('DescribeUserPoolDomain', { Domain: 'made-here' })).toEqual({ DomainDescription: {} });
  await signIn.call('DeleteUserPool', { UserPoolId });
});

test('a domain is one pool’s, a pool has one, and both are there', async () => {
  const UserPoolId = await makePool('second');
  const create = (Domain: string, pool = UserPoolId) =>
    signIn.call('CreateUserPoolDomain', { Domain, UserPoolId: pool });
  await expect(create('people-dev')).rejects.toThrow('Domain already associated with another user pool.');
  await expect(create('free', 'us-east-1_None')).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  await expect(create('two', signIn.at.UserPoolId)).rejects.toThrow('already has the domain people-dev configured');
  for (const word of ['my-aws-app', 'amazonian', 'cognito'])
    await expect(create(word)).rejects.toThrow(/Domain cannot contain reserved word: (aws|amazon|cognito)/);
});

test('what is no prefix is refused', async () => {
  const UserPoolId = await makePool('third');
  const text = fc.string().filter((each) => !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(each));
  await fc.assert(
    fc.asyncProperty(text, async (Domain) => {
      await expect(signIn.call('CreateUserPoolDomain', { Domain, UserPoolId })).rejects.toThrow(/is no prefix/);
    }),
    { numRuns: 50 },
  );
});

test('a template’s domain of its own name is refused in words', async () => {
  const CustomDomainConfig = { CertificateArn: 'arn:aws:acm:us-east-1:000000000000:certificate/any' };
  const properties = { UserPoolId: signIn.at.UserPoolId, Domain: 'sign-in.example.com', CustomDomainConfig };
  await expect(signIn.at.make('UserPoolDomain', 'Custom', properties)).rejects.toThrow(
    /^test\/Custom: CustomDomainConfig needs a name and a certificate of your own/,
  );
});
