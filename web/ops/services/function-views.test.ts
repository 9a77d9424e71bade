import { expect, test } from 'vitest';
import { patternFor, readLine } from './log-lines.ts';
import { looksSecret } from './mask.ts';
import { resourceWords, statementsIn, statementWords } from './role-words.ts';

const line = (message: string) => readLine({ id: '1', at: 0, message });

test('a structured line tells its level, its request, its story and its execution', () => {
  const message = JSON.stringify({
    ...{ level: 'WARN', message: 'slow', function_request_id: 'r-1', correlationId: 'c-1' },
    execution: 'arn:aws:states:us-east-1:0:execution:a:b',
  });
  expect(line(message)).toMatchObject({ level: 'WARN', text: 'slow', requestId: 'r-1', correlationId: 'c-1' });
  expect(line(message).execution).toContain(':execution:a:b');
});

test('an error says what it was, and text of anybody stays text', () => {
  const message = JSON.stringify({
    level: 'ERROR',
    message: 'failed',
    error: { name: 'TypeError', message: '<b>x</b>' },
  });
  expect(line(message)).toMatchObject({ level: 'ERROR', text: 'failed: TypeError: <b>x</b>' });
  expect(line('plain text\n')).toMatchObject({ level: '', text: 'plain text' });
  expect(line('{"cut": ')).toMatchObject({ level: '', text: '{"cut":' });
});

test("Lambda's own lines are told apart, a timeout among them is an error", () => {
  const report = (status: string) =>
    JSON.stringify({
      type: 'platform.report',
      record: {
        requestId: 'r-2',
        status,
        metrics: { billedDurationMs: 1089, memorySizeMB: 1769, maxMemoryUsedMB: 154 },
      },
    });
  expect(line(report('success'))).toMatchObject({
    level: 'LAMBDA',
    requestId: 'r-2',
    text: 'billed 1.09 s; used 154 of 1769 MiB',
  });
  expect(line(report('timeout'))).toMatchObject({ level: 'ERROR' });
  expect(line('{"type":"platform.start","record":{"requestId":"r-3"}}')).toMatchObject({
    text: 'start',
    requestId: 'r-3',
  });
});

test('words become terms of a filter pattern that no quote can end', () => {
  expect(patternFor('  ')).toBeUndefined();
  expect(patternFor('one t"wo\\')).toBe('"one" "t\\"wo\\\\"');
});

test.each([
  ['EDGE_KEY', 'abc', true],
  ['API_TOKEN', 'x', true],
  ['SOMETHING', 'AKIAIOSFODNN7EXAMPLE', true],
  ['CONTENT_TABLE', 'marquee-dev-ingest-contenttable-20177e79', false],
  ['SITE_URL', 'https://example.com', false],
])('%s is hidden where it looks like a secret', (name, value, hidden) => {
  expect(looksSecret(name, value)).toBe(hidden);
});

const nameOf = (id: string) => ({ 'b-1': 'uploads', 't-1': 'chat-table', MyBus: 'bus' })[id];
const allow = (Action: string | string[], Resource: string | string[], Condition?: object) =>
  statementsIn(JSON.stringify({ Statement: [{ Effect: 'Allow', Action, Resource, Condition }] })).map((each) =>
    statementWords(each, nameOf),
  )[0];

test('a grant is said in words, with the name that the console knows for its resource', () => {
  expect(allow('s3:GetObject', 'arn:aws:s3:::b-1/uploads/*')).toBe('May read one object: below uploads/ of uploads');
  expect(allow(['dynamodb:GetItem', 'dynamodb:PutItem'], 'arn:aws:dynamodb:us-east-1:0:table/t-1')).toBe(
    'May read one item and put one item: chat-table',
  );
  expect(
    allow('events:PutEvents', 'arn:aws:events:us-east-1:0:event-bus/MyBus', {
      StringEquals: { 'events:source': 'a.b' },
    }),
  ).toBe('May publish events: bus, where events:source is a.b');
  expect(allow(['logs:CreateLogStream', 'logs:PutLogEvents'], 'arn:aws:logs:us-east-1:0:log-group:g:*')).toBe(
    'May write its log',
  );
});

test('an action without words is named as it is, and a name that is unknown is the ARN’s own', () => {
  expect(allow('kms:Decrypt', 'arn:aws:kms:us-east-1:0:key/k-1')).toBe('May kms:Decrypt: k-1');
  expect(resourceWords('*', nameOf)).toBe('anything that the action knows');
  expect(resourceWords('arn:aws:dynamodb:us-east-1:0:table/t-1/index/byState', nameOf)).toBe(
    'chat-table (index byState)',
  );
});

test('policies are read as IAM writes them, escaped or not; what they invert is left to the JSON', () => {
  const document = JSON.stringify({ Statement: { Effect: 'Deny', NotAction: 's3:*', Resource: '*' } });
  const [statement] = statementsIn(encodeURIComponent(document));
  expect(statement).toMatchObject({ effect: 'Deny', inverted: true });
  expect(statement && statementWords(statement, nameOf)).toMatch(/^May not do all but/);
  expect(statementsIn('no policy')).toEqual([]);
});
