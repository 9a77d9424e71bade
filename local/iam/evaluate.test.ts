// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like template strings.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyStatement, Principal } from '../aws/principal.ts';
import { matchesArn, matchesWildcard } from '../aws/wildcard.ts';
import { evaluate } from './evaluate.ts';
import { servicePrincipal } from './service-principal.ts';

const principal = (...policies: PolicyStatement[]): Principal => ({
  arn: 'arn:aws:sts::1:assumed-role/r/s',
  roleArn: 'arn:aws:iam::1:role/r',
  accountId: '1',
  policies,
});

const allow = (more: Partial<PolicyStatement>): PolicyStatement => ({
  Effect: 'Allow',
  Action: '*',
  Resource: '*',
  ...more,
});

const decide = (
  statements: PolicyStatement[],
  context: Record<string, string[]> = {},
  action = 's3:GetObject',
  resource = 'arn:aws:s3:::b/k',
) => evaluate(principal(...statements), { action, resource, context });

const under = (Condition: PolicyStatement['Condition'], context: Record<string, string[]> = {}) =>
  decide([allow({ Condition })], context);

test('a wildcard matches what the equal regular expression matches', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '/', '.'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (pattern, subject) => {
      const expression = pattern.replaceAll(/[.*?/]/g, (c) => (c === '*' ? '.*' : c === '?' ? '.' : `\\${c}`));
      expect(matchesWildcard(pattern, subject)).toBe(new RegExp(`^${expression}$`, 's').test(subject));
    }),
  );
});

test('a pattern made by blanking out parts of a text still matches it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ maxLength: 4 }), fc.boolean()), { maxLength: 8 }), (parts) => {
      const subject = parts.map(([part]) => part).join('');
      expect(matchesWildcard(parts.map(([part, blank]) => (blank ? '*' : part)).join(''), subject)).toBe(true);
    }),
  );
});

test('a hostile pattern takes no time', () => {
  expect(matchesWildcard('*a'.repeat(2000), `${'a'.repeat(4000)}b`)).toBe(false);
});

test('a wildcard in an ARN condition stays within its segment', () => {
  expect(matchesArn('arn:aws:s3:*:*:b', 'arn:aws:s3:::b')).toBe(true);
  expect(matchesArn('arn:*', 'arn:aws:s3:::b')).toBe(false);
  expect(matchesArn('arn:aws:sns:*:1:topic*', 'arn:aws:sns:eu:1:topic:x')).toBe(true);
});

test('nothing is allowed that no statement allows', () => {
  expect(decide([])).toBe('implicit-deny');
  expect(decide([allow({ Action: 's3:PutObject' })])).toBe('implicit-deny');
  expect(decide([allow({ Resource: 'arn:aws:s3:::b' })])).toBe('implicit-deny');
  expect(evaluate({ ...principal(), policies: 'administrator' }, { action: 'x:Y', resource: '*' })).toBe('allow');
});

test('actions match whatever their case, resources exactly', () => {
  expect(decide([allow({ Action: 'S3:get*', Resource: 'arn:aws:s3:::b/*' })])).toBe('allow');
  expect(decide([allow({ Resource: 'arn:aws:s3:::B/*' })])).toBe('implicit-deny');
});

test('an explicit deny wins over any allow', () => {
  expect(decide([allow({}), { Effect: 'Deny', Action: 's3:*', Resource: '*' }])).toBe('denied-by-identity');
  expect(decide([allow({}), { Effect: 'Deny', NotAction: 's3:GetObject', Resource: '*' }])).toBe('allow');
  expect(decide([allow({}), { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::b/*' }])).toBe('allow');
  expect(decide([{ Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::other/*' }])).toBe('allow');
});

test('string conditions compare as their names say', () => {
  const source = { 'events:source': ['marquee.media'] };
  expect(under({ StringEquals: { 'events:source': ['x', 'marquee.media'] } }, source)).toBe('allow');
  expect(under({ StringEquals: { 'Events:Source': 'Marquee.media' } }, source)).toBe('implicit-deny');
  expect(under({ StringEqualsIgnoreCase: { 'events:source': 'Marquee.media' } }, source)).toBe('allow');
  expect(under({ StringLike: { 'events:source': 'marquee.*' } }, source)).toBe('allow');
  expect(under({ StringNotEquals: { 'events:source': ['x', 'marquee.media'] } }, source)).toBe('implicit-deny');
  expect(under({ StringNotLike: { 'events:source': 'x*' } })).toBe('allow');
  expect(under({ StringEquals: { 'events:source': 'x' } })).toBe('implicit-deny');
  expect(under({ StringEqualsIfExists: { 'events:source': 'x' } })).toBe('allow');
  expect(under({ StringEqualsIfExists: { 'events:source': 'x' } }, source)).toBe('implicit-deny');
});

test('sets of values are judged for all or for any of them', () => {
  const keys = { 'dynamodb:LeadingKeys': ['a', 'b'] };
  expect(under({ 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['a', 'b', 'c'] } }, keys)).toBe('allow');
  expect(under({ 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['a'] } }, keys)).toBe('implicit-deny');
  expect(under({ 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['b*'] } }, keys)).toBe('allow');
  expect(under({ 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': 'a' } })).toBe('allow');
  expect(under({ 'ForAnyValue:StringEquals': { 'dynamodb:LeadingKeys': 'a' } })).toBe('implicit-deny');
});

test('numbers, dates, flags, ARNs and absence are judged', () => {
  expect(under({ NumericLessThanEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': ['9'] })).toBe('allow');
  expect(under({ NumericLessThanEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': ['11'] })).toBe('implicit-deny');
  expect(
    under(
      { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } },
      { 'aws:CurrentTime': ['2026-01-01T00:00:00Z'] },
    ),
  ).toBe('allow');
  expect(under({ Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:SecureTransport': ['false'] })).toBe('allow');
  expect(under({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::1:role/*' } })).toBe('allow');
  expect(under({ Null: { 'aws:TokenIssueTime': 'true' } })).toBe('allow');
  expect(under({ Null: { 'aws:PrincipalArn': 'true' } })).toBe('implicit-deny');
});

test('what the runtime cannot judge never grants, and denies where a deny says it', () => {
  const Condition = { StringLike: { 'aws:UserAgent': 'aws-cli/*' } };
  expect(under(Condition)).toBe('implicit-deny');
  expect(under({ BinaryEquals: { 'aws:PrincipalArn': 'eA==' } })).toBe('implicit-deny');
  expect(decide([allow({}), { Effect: 'Deny', Action: '*', Resource: '*', Condition }])).toBe('denied-by-identity');
});

test('policy variables stand for the caller’s own values', () => {
  const Resource = 'arn:aws:s3:::b/${aws:PrincipalAccount}/*';
  expect(decide([allow({ Resource })], {}, 's3:GetObject', 'arn:aws:s3:::b/1/k')).toBe('allow');
  expect(decide([allow({ Resource })], {}, 's3:GetObject', 'arn:aws:s3:::b/2/k')).toBe('implicit-deny');
  expect(decide([allow({ Resource: 'arn:aws:s3:::b/${*}' })])).toBe('implicit-deny');
  expect(decide([allow({ Resource: 'arn:aws:s3:::b/${*}' })], {}, 's3:GetObject', 'arn:aws:s3:::b/*')).toBe('allow');
  expect(decide([allow({ Resource: 'arn:aws:s3:::b/${aws:username}' })], {}, 's3:GetObject', 'arn:aws:s3:::b/')).toBe(
    'implicit-deny',
  );
});

test('addresses are judged by the range that they lie in', () => {
  const within = (address: string, operator = 'IpAddress') =>
    under(
      { [operator]: { 'aws:SourceIp': ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7'] } },
      { 'aws:SourceIp': [address] },
    );
  expect(['10.1.2.3', '2001:db8::1', '192.0.2.7', '::ffff:10.0.0.1'].map((each) => within(each))).toEqual(
    Array.from({ length: 4 }, () => 'allow'),
  );
  expect(['11.0.0.1', '2001:db9::1', 'nowhere'].map((each) => within(each))).toEqual(
    Array.from({ length: 3 }, () => 'implicit-deny'),
  );
  expect([within('11.0.0.1', 'NotIpAddress'), within('10.1.1.1', 'NotIpAddress')]).toEqual(['allow', 'implicit-deny']);
});

describe('the policy of a resource', () => {
  const RULE = 'arn:aws:events:eu-west-1:1:rule/r';
  const service = servicePrincipal('events.amazonaws.com', RULE, '1');
  const statement = (more: Partial<PolicyStatement>): PolicyStatement => allow({ Principal: '*', ...more });
  const judged = (caller: Principal, ...statements: PolicyStatement[]) =>
    evaluate(caller, { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:1:q' }, statements);

  test('lets in whom it names, and nobody else', () => {
    const Service = 'events.amazonaws.com';
    expect(judged(service, statement({ Principal: { Service } }))).toBe('allow');
    expect(judged(service, statement({ Principal: { Service: ['s3.amazonaws.com'] } }))).toBe('implicit-deny');
    expect(judged(service, statement({ Principal: { AWS: 'arn:aws:iam::1:role/r' } }))).toBe('implicit-deny');
    expect(judged(principal(), statement({ Principal: { AWS: 'arn:aws:iam::1:role/r' } }))).toBe('allow');
    expect(judged(principal(), statement({ Principal: { AWS: ['arn:aws:sts::1:assumed-role/r/s'] } }))).toBe('allow');
    expect(judged(principal(), statement({ Principal: { Service } }))).toBe('implicit-deny');
    expect(judged(principal(), statement({ Principal: { AWS: '*' } }))).toBe('allow');
  });

  test('that names the account leaves the decision to the caller’s own policies', () => {
    for (const AWS of ['1', 'arn:aws:iam::1:root']) {
      expect(judged(principal(), statement({ Principal: { AWS } }))).toBe('implicit-deny');
      expect(judged(principal(allow({})), statement({ Principal: { AWS } }))).toBe('allow');
    }
  });

  test('asks on whose behalf a service calls', () => {
    const on = (operator: string, key: string, value: string) =>
      judged(service, statement({ Condition: { [operator]: { [key]: value } } }));
    expect(on('ArnEquals', 'aws:SourceArn', RULE)).toBe('allow');
    expect(on('ArnLike', 'AWS:SourceArn', 'arn:aws:events:*:1:rule/*')).toBe('allow');
    expect(on('ArnLike', 'aws:SourceArn', 'arn:aws:events:*:1:rule/other')).toBe('implicit-deny');
    expect(on('StringEquals', 'aws:SourceAccount', '1')).toBe('allow');
    expect(on('StringEquals', 'aws:SourceAccount', '2')).toBe('implicit-deny');
    expect(on('Bool', 'aws:PrincipalIsAWSService', 'true')).toBe('allow');
  });

  test('denies everyone, the owner of the laptop too', () => {
    const deny = statement({ Effect: 'Deny', Action: 'sqs:SendMessage' });
    const owner: Principal = { ...principal(), policies: 'administrator' };
    expect(judged(owner, deny)).toBe('denied-by-resource');
    expect(judged(principal(allow({})), statement({}), deny)).toBe('denied-by-resource');
    const NotPrincipal = { AWS: 'arn:aws:iam::1:role/r' };
    expect(judged(principal(allow({})), { ...deny, Principal: undefined, NotPrincipal })).toBe('allow');
    expect(judged(service, statement({}), { ...deny, Principal: undefined, NotPrincipal })).toBe('denied-by-resource');
  });

  test('that asks for TLS has it: the loopback interface stands for it', () => {
    const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
    expect(judged(principal(allow({})), statement({ Effect: 'Deny', Condition }))).toBe('allow');
  });
});

test('tags of the caller and of the resource are judged', () => {
  const tagged = {
    ...principal(allow({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'media' } } })),
    tags: { team: 'media' },
  };
  expect(evaluate(tagged, { action: 'x:Y', resource: '*' })).toBe('allow');
  expect(evaluate({ ...tagged, tags: { team: 'other' } }, { action: 'x:Y', resource: '*' })).toBe('implicit-deny');
  const own = { StringEquals: { 'aws:ResourceTag/stage': '${aws:PrincipalTag/stage}' } };
  const caller = { ...principal(allow({ Condition: own })), tags: { stage: 'qa' } };
  const on = (stage: string) =>
    evaluate(caller, { action: 'x:Y', resource: '*', context: { 'aws:ResourceTag/stage': [stage] } });
  expect([on('qa'), on('prod')]).toEqual(['allow', 'implicit-deny']);
});
