// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like template strings.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PolicyStatement, Principal } from '../aws/principal.ts';
import { matchesArn, matchesWildcard } from '../aws/wildcard.ts';
import { evaluate } from './evaluate.ts';

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
  expect(decide([allow({}), { Effect: 'Deny', Action: 's3:*', Resource: '*' }])).toBe('explicit-deny');
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
  const Condition = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };
  expect(under(Condition, { 'aws:SourceIp': ['10.1.1.1'] })).toBe('implicit-deny');
  expect(decide([allow({}), { Effect: 'Deny', Action: '*', Resource: '*', Condition }])).toBe('explicit-deny');
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
