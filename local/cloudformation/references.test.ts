import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStacks, type Stacks } from './testing.ts';

let stacks: Stacks;
let ssm: SSMClient;
beforeEach(async () => {
  stacks = await openStacks();
  ssm = new SSMClient(stacks.config());
});
afterEach(async () => {
  ssm.destroy();
  await stacks.close();
});

const template = (Value: unknown, Parameters = {}) => ({
  Parameters,
  Resources: { P: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/made', Type: 'String', Value } } },
});
const put = (Name: string, Value: string, Type: 'String' | 'StringList' | 'SecureString' = 'String') =>
  ssm.send(new PutParameterCommand({ Name, Value, Type, Overwrite: true }));
const made = async () => (await ssm.send(new GetParameterCommand({ Name: '/made' }))).Parameter?.Value;

test("a stack's properties name parameters, versions of them and members of secrets", async () => {
  await put('/a', 'one');
  await put('/a', 'two');
  const secrets = new SecretsManagerClient(stacks.config());
  const secret = new CreateSecretCommand({ Name: 'db', SecretString: '{"user":"me"}' });
  const { ARN } = await secrets.send(secret);
  secrets.destroy();
  const text = `{{resolve:ssm:/a}} {{resolve:ssm:/a:1}} {{resolve:secretsmanager:db:SecretString:user}} {{resolve:secretsmanager:${ARN}}}`;
  expect(await stacks.create('refers', template(text))).toMatchObject({ StackStatus: 'CREATE_COMPLETE' });
  expect(await made()).toBe('two one me {"user":"me"}');
});

test("a template's parameter takes its value from Parameter Store, and a stack that names one that is not there is refused", async () => {
  const parameters = {
    One: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/one' },
    Many: { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/many' },
  };
  const wanted = template({ 'Fn::Join': ['+', [{ Ref: 'One' }, { 'Fn::Select': [1, { Ref: 'Many' }] }]] }, parameters);
  await expect(stacks.create('early', wanted)).rejects.toThrow(
    'Unable to fetch parameters [/one] from parameter store for this account.',
  );
  await put('/one', '1');
  await put('/many', 'a,b', 'StringList');
  expect(await stacks.create('late', wanted)).toMatchObject({ StackStatus: 'CREATE_COMPLETE' });
  expect(await made()).toBe('1+b');
});

test.each([
  ['{{resolve:ssm:/none}}', 'Could not resolve /none'],
  ['{{resolve:ssm:/secure}}', 'Non-secure ssm prefix was used for secure parameter: [/secure]'],
  [
    '{{resolve:ssm-secure:/secure}}',
    'SSM Secure reference is not supported in: [AWS::SSM::Parameter/Properties/Value]',
  ],
  ['{{resolve:secretsmanager:none}}', 'Could not resolve none'],
  ['{{resolve:vault:x}}', 'names no service'],
])('a reference that cannot be resolved fails the stack by name: %s', async (Value, reason) => {
  await put('/secure', 'x', 'SecureString');
  const stack = await stacks.create('fails', template(Value), { OnFailure: 'DO_NOTHING' });
  expect(stack).toMatchObject({ StackStatus: 'CREATE_FAILED', StackStatusReason: expect.stringContaining(reason) });
});
