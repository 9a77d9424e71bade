import { expect, test } from 'vitest';
import type { PolicyStatement } from '../aws/principal.ts';
import { VirtualClock } from '../clock.ts';
import { createCloud } from '../cloud.ts';
import { createIdentities } from '../iam/identities.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { createCheckRole } from './check-role.ts';

const ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/worker`;
const QUEUE = `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:dead`;

const checked = (service: string, ...inline: PolicyStatement[]) => {
  const identities = createIdentities({ accountId: ACCOUNT_ID, clock: new VirtualClock() });
  const trust: PolicyStatement[] = [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }];
  identities.putRole({ arn: ROLE, name: 'worker', id: 'AROA', trust, managedPolicyArns: [], inline });
  const cloud = createCloud({ accountId: ACCOUNT_ID, region: REGION, services: () => [] });
  const check = createCheckRole(
    () => cloud,
    (arn, session) => identities.assumedBy('lambda.amazonaws.com', arn, session),
  );
  return (more: object = {}) => check({ name: 'work', roleArn: ROLE, traced: false, ...more });
};

test('a function has a role that is there and trusts Lambda', () => {
  expect(checked('lambda.amazonaws.com')()).toBeUndefined();
  const refused = /^The role defined for the function cannot be assumed by Lambda\.\n/;
  expect(() => checked('states.amazonaws.com')()).toThrow(refused);
  expect(() => checked('lambda.amazonaws.com')({ roleArn: `${ROLE}-of-nobody` })).toThrow(refused);
});

test('a function that is traced, or has dead letters, may write them', () => {
  const bare = checked('lambda.amazonaws.com');
  expect(() => bare({ traced: true })).toThrow(
    'The provided execution role does not have permissions to call PutTraceSegments on XRAY',
  );
  expect(() => bare({ deadLetterArn: QUEUE })).toThrow('does not have permissions to call SendMessage on SQS');
  const able = checked(
    'lambda.amazonaws.com',
    { Effect: 'Allow', Action: 'xray:PutTraceSegments', Resource: '*' },
    { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: QUEUE },
  );
  expect(able({ traced: true, deadLetterArn: QUEUE })).toBeUndefined();
});
