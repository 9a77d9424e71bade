import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { createCloud } from '../cloud.ts';
import { deployContext, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { createIdentities } from './identities.ts';
import { iamResources } from './resources.ts';
import { stsService } from './sts.ts';

const setUp = async (folder?: string) => {
  const clock = new VirtualClock();
  const identities = createIdentities({ accountId: ACCOUNT_ID, clock, folder });
  const types = new Map(iamResources(identities).map((each) => [each.type, each]));
  const create = async (type: string, id: string, properties: Record<string, unknown>) => {
    const created = await types.get(type)?.create(resource(type, id, properties), deployContext);
    if (!created) throw new Error(`no resource type ${type}`);
    return created;
  };
  const service = stsService(identities);
  const cloud = createCloud({ accountId: ACCOUNT_ID, region: REGION, services: () => [service] });
  return { clock, identities, create, cloud };
};

const document = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });

test('a role gathers its inline, attached and managed statements', async () => {
  const { identities, create } = await setUp();
  const { ref, attributes } = await create('AWS::IAM::Role', 'worker', {
    AssumeRolePolicyDocument: document(),
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
    Policies: [{ PolicyName: 'p', PolicyDocument: document({ Effect: 'Allow', Action: 'a:B', Resource: '*' }) }],
  });
  await create('AWS::IAM::Policy', 'attached', {
    PolicyName: 'attached',
    PolicyDocument: document({ Effect: 'Allow', Action: 'c:D', Resource: '*' }),
    Roles: [ref],
  });
  const { policies, arn } = identities.principalOf(String(attributes.Arn), 'fn');
  expect(arn).toBe(`arn:aws:sts::${ACCOUNT_ID}:assumed-role/worker/fn`);
  expect(policies).toMatchObject([
    { Action: 'a:B' },
    { Action: expect.arrayContaining(['logs:PutLogEvents']) },
    { Action: 'c:D' },
  ]);
});

test('a policy deployed again replaces what it said before', async () => {
  const { identities, create } = await setUp();
  const { attributes } = await create('AWS::IAM::Role', 'r', {});
  for (const Action of ['a:Old', 'a:New']) {
    await create('AWS::IAM::Policy', 'p', {
      PolicyName: 'p',
      PolicyDocument: document({ Effect: 'Allow', Action, Resource: '*' }),
      Roles: ['r'],
    });
  }
  expect(identities.principalOf(String(attributes.Arn)).policies).toMatchObject([{ Action: 'a:New' }]);
});

test('a managed policy that the runtime does not know is named', async () => {
  const { create } = await setUp();
  await expect(create('AWS::IAM::Role', 'r', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/Odd'] })).rejects.toThrow(
    /Odd/,
  );
});

test('a session outlives the process that issued it, but not its time or a forged token', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'identities-'));
  const first = await setUp(folder);
  const { attributes } = await first.create('AWS::IAM::Role', 'r', {});
  const session = first.identities.sessionFor(String(attributes.Arn), 'fn', 3600);
  const { identities, create, clock } = await setUp(folder);
  await create('AWS::IAM::Role', 'r', {});
  const { accessKeyId, sessionToken, secretAccessKey } = session;
  expect(identities.find(accessKeyId, sessionToken)).toMatchObject({ secretAccessKey, expired: false });
  expect(identities.find(accessKeyId, `${sessionToken.slice(0, -2)}AA`)).toBeUndefined();
  expect(identities.find('ASIAOTHER', sessionToken)).toBeUndefined();
  expect(identities.find(accessKeyId)).toBeUndefined();
  await clock.advance(3_600_000);
  expect(identities.find(accessKeyId, sessionToken)).toMatchObject({ expired: true });
  rmSync(folder, { recursive: true, force: true });
});

test('a role is assumed by whom it trusts and who may assume it', async () => {
  const { identities, create, cloud } = await setUp();
  const trusting = document({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT_ID}:root` },
  });
  const open = await create('AWS::IAM::Role', 'open', { AssumeRolePolicyDocument: trusting });
  const closed = await create('AWS::IAM::Role', 'closed', {
    AssumeRolePolicyDocument: document({
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Service: 'lambda.amazonaws.com' },
    }),
  });
  const assume = (RoleArn: unknown, principal = identities.administrator) =>
    cloud.call('sts', 'AssumeRole', { RoleArn, RoleSessionName: 'me' }, principal);
  expect(await assume(open.attributes.Arn)).toMatchObject({
    AssumedRoleUser: { Arn: `arn:aws:sts::${ACCOUNT_ID}:assumed-role/open/me` },
  });
  await expect(assume(closed.attributes.Arn)).rejects.toMatchObject({ code: 'AccessDenied' });
  const powerless = identities.principalOf(String(closed.attributes.Arn));
  await expect(assume(open.attributes.Arn, powerless)).rejects.toMatchObject({ code: 'AccessDenied' });
  expect(await cloud.call('sts', 'GetCallerIdentity', {}, powerless)).toMatchObject({
    Arn: powerless.arn,
    Account: ACCOUNT_ID,
  });
});
