import {
  CognitoIdentityProviderClient,
  DescribeUserPoolDomainCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStacks, outputOf, type Stacks } from '../../cloudformation/testing.ts';

let stacks: Stacks;
beforeAll(async () => {
  stacks = await openStacks();
});
afterAll(() => stacks?.close());

const template = {
  Resources: {
    Pool: { Type: 'AWS::Cognito::UserPool' },
    Domain: {
      Type: 'AWS::Cognito::UserPoolDomain',
      Properties: { Domain: 'launch', ManagedLoginVersion: 2, UserPoolId: { Ref: 'Pool' } },
    },
    App: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: {
        UserPoolId: { Ref: 'Pool' },
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['openid'],
        SupportedIdentityProviders: ['COGNITO'],
        CallbackURLs: ['https://d111111abcdef8.cloudfront.net/studio'],
      },
    },
  },
  Outputs: {
    ClientId: { Value: { Ref: 'App' } },
  },
};

test('a template’s sign-in is at its prefix below the site, after a restart too, and goes from there with its domain', async () => {
  let stack = await stacks.create('people', template);
  expect(stack?.StackStatus).toBe('CREATE_COMPLETE');
  const ask = async (address: string) => {
    const { siteUrl } = stacks.runtime();
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: outputOf(stack, 'ClientId') ?? '',
      redirect_uri: `${siteUrl}/studio`,
    });
    const { status, headers } = await fetch(`${address}/oauth2/authorize?${query}`, { redirect: 'manual' });
    return [status, headers.get('location')?.split('?')[0]];
  };
  const describe = async (Domain: string) => {
    const client = new CognitoIdentityProviderClient(stacks.config());
    const { DomainDescription } = await client.send(new DescribeUserPoolDomainCommand({ Domain }));
    client.destroy();
    return DomainDescription;
  };
  for (const _ of ['at first', 'after a restart']) {
    // The port may be another one.
    stack = await stacks.settled('people');
    expect(await ask(`${stacks.runtime().siteUrl}/_aws/cognito/launch`)).toEqual([302, '/_aws/cognito/launch/login']);
    expect(await describe('launch')).toMatchObject({ Domain: 'launch', Status: 'ACTIVE' });
    await stacks.restart();
  }
  const { Domain: _, ...Resources } = template.Resources;
  expect((await stacks.update('people', { ...template, Resources }))?.StackStatus).toBe('UPDATE_COMPLETE');
  expect(await describe('launch')).toEqual({});
  expect((await ask(`${stacks.runtime().siteUrl}/_aws/cognito/launch`))[0]).toBe(404);
});
