import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionLines, readActions } from '../actions/record-action.ts';
import type { System } from '../system/system.ts';
import { cameBack } from './came-back.ts';
import { groupLetters } from './group.ts';
import { jsonFault } from './json-check.ts';
import { readLetter } from './letter.ts';
import { LetterStore } from './letter-store.ts';
import { CannotRedriveError, executionArn, redriveOf, whyNot } from './redrive-plan.ts';
import { targetInput } from './target-input.ts';

const queue = (name: string) => ({ name, url: `http://sqs/000000000000/${name}`, arn: `arn:sqs:${name}`, stack: 's' });

const event = JSON.stringify({
  ...{ id: '76104911-7f95-4edb-ad18-9faa2961443e', source: 'marquee.ingest', 'detail-type': 'AssetUploaded' },
  ...{ time: '2026-03-01T09:00:00Z' },
  detail: {
    metadata: { eventId: 'ev1', correlationId: 'c1', version: 1 },
    data: { assetId: 'a', key: 'u/a/key-art.jpg' },
  },
});

const attribute = (StringValue: string) => ({ DataType: 'String', StringValue });
const MACHINE = 'arn:aws:states:r:1:stateMachine:process';

const byRule = (id = 'm1', more: object = {}) =>
  readLetter(
    {
      ...{ MessageId: id, ReceiptHandle: 'h', Body: event },
      Attributes: { SentTimestamp: '1000', ApproximateReceiveCount: '2' },
      MessageAttributes: {
        ERROR_CODE: attribute('NO_PERMISSIONS'),
        ERROR_MESSAGE: attribute('may not'),
        RULE_ARN: attribute('arn:aws:events:r:1:rule/bus/asset-uploaded'),
        TARGET_ARN: attribute(MACHINE),
        RETRY_ATTEMPTS: attribute('0'),
      },
      ...more,
    },
    queue('asset-uploaded-dead-letters'),
    0,
  );

const byFunction = (record: object = {}) =>
  readLetter(
    {
      ...{ MessageId: 'm2', ReceiptHandle: 'h', Attributes: { SentTimestamp: '500' } },
      Body: JSON.stringify({
        requestContext: {
          functionArn: 'arn:aws:lambda:r:1:function:refresh:$LATEST',
          ...{ condition: 'RetriesExhausted', approximateInvokeCount: 3 },
        },
        requestPayload: JSON.parse(event),
        responsePayload: { errorType: 'InputError', errorMessage: 'no good' },
        ...record,
      }),
    },
    queue('asset-changed-dead-letters'),
    0,
  );

const system = {
  workflows: [{ name: 'process-asset', arn: MACHINE, express: false, logGroup: undefined }],
  functions: [{ name: 'content-relay-relay', physicalId: 'relay-123', stack: 's' }],
  deadLetterQueues: [],
} as unknown as System;

test('what EventBridge could not deliver is read with its rule, its target, its event and how often it was tried', () => {
  expect(byRule()).toMatchObject({
    ...{ kind: 'rule', error: 'NO_PERMISSIONS', reason: 'may not', attempts: 1, receives: 2, sentAt: 1000 },
    ...{ targetArn: MACHINE, payload: event, subject: 'key-art.jpg' },
    event: { detailType: 'AssetUploaded', correlationId: 'c1' },
  });
});

test('what a function failed at is read with its own error, and is sent to it as it was given', () => {
  const letter = byFunction();
  expect(letter).toMatchObject({
    ...{ kind: 'function', error: 'InputError', reason: 'no good', attempts: 3, subject: 'key-art.jpg' },
    targetArn: 'arn:aws:lambda:r:1:function:refresh',
  });
  expect(redriveOf(letter, system, undefined, undefined)).toEqual({
    ...{ way: 'invoke', functionName: 'arn:aws:lambda:r:1:function:refresh', payload: event, waits: false },
  });
});

test('an execution is named after its event, so that twice is once; an edited one is another', () => {
  const plain = redriveOf(byRule(), system, undefined, undefined);
  expect(redriveOf(byRule('another message'), system, undefined, undefined)).toEqual(plain);
  const edited = redriveOf(byRule(), system, undefined, '{"a":1}');
  expect(plain).toMatchObject({ way: 'start', machine: MACHINE, input: event });
  expect(edited).toMatchObject({ way: 'start', input: '{"a":1}' });
  if (plain.way !== 'start' || edited.way !== 'start') throw new Error('not started');
  expect(plain.name).not.toBe(edited.name);
  for (const { name } of [plain, edited]) expect(name).toMatch(/^[\w-]{1,80}$/);
  expect(executionArn(MACHINE, 'n')).toBe('arn:aws:states:r:1:execution:process:n');
});

test('a record that the relay set aside goes to the relay again, as a batch of one', () => {
  const record = { eventID: '1', dynamodb: {} };
  const letter = readLetter(
    { MessageId: 'm3', Body: JSON.stringify({ reason: 'Required', record }) },
    queue('content-relay-dead-letters'),
    0,
  );
  expect(letter).toMatchObject({ kind: 'record', reason: 'Required' });
  const redrive = {
    way: 'invoke',
    functionName: 'relay-123',
    payload: JSON.stringify({ Records: [record] }),
    waits: true,
  };
  expect(redriveOf(letter, system, undefined, undefined)).toEqual(redrive);
});

test('what holds nothing to send again says so: a place in a stream, a schedule, and what nobody knows', () => {
  const stream = byFunction({ requestPayload: undefined, DDBStreamBatchInfo: { batchSize: 4 } });
  expect(stream).toMatchObject({ kind: 'stream', subject: "4 records of a table's stream" });
  const unknown = readLetter({ MessageId: 'm', Body: 'hello' }, queue('q'), 0);
  for (const letter of [stream, unknown, byRule('m', { MessageAttributes: { SCHEDULE_ARN: attribute('arn:s') } })]) {
    expect(whyNot(letter, system)).toBeDefined();
    expect(() => redriveOf(letter, system, undefined, undefined)).toThrow(CannotRedriveError);
  }
});

test('any message is a letter, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.dictionary(fc.string(), fc.string()), (Body, values) => {
      const MessageAttributes = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, attribute(value)]),
      );
      const letter = readLetter({ MessageId: 'm', Body, MessageAttributes }, queue('q'), 0);
      expect(letter.body).toBe(Body);
      expect(letter.subject).not.toBe('');
    }),
  );
});

test('a target gets what its rule makes of the event', () => {
  const rule = { arn: 'arn:rule', name: 'r' };
  expect(targetInput(event, {} as never, rule)).toBe(event);
  expect(targetInput(event, { InputPath: '$.detail.data' } as never, rule)).toBe(
    '{"assetId":"a","key":"u/a/key-art.jpg"}',
  );
  const InputTransformer = {
    InputPathsMap: { detail: '$.detail.data', key: '$.detail.data.key' },
    InputTemplate: '{"ingestedAt":<aws.events.event.ingestion-time>,"detail":<detail>,"says":"of <key>, <none>"}',
  };
  expect(JSON.parse(targetInput(event, { InputTransformer } as never, rule))).toEqual({
    ingestedAt: '2026-03-01T09:00:00Z',
    detail: { assetId: 'a', key: 'u/a/key-art.jpg' },
    says: 'of u/a/key-art.jpg, <none>',
  });
});

test('letters are grouped by source and error, the most first, and within a group the oldest first', () => {
  const groups = groupLetters([byRule('a'), byFunction(), byRule('b', { Attributes: { SentTimestamp: '900' } })]);
  expect(groups.map(({ error, letters, oldest }) => [error, letters.map(({ id }) => id), oldest])).toEqual([
    ['NO_PERMISSIONS', ['b', 'a'], 900],
    ['InputError', ['m2'], 500],
  ]);
});

test('a text that is no JSON is told by line and column', () => {
  expect(jsonFault('{"a": 1}')).toBeUndefined();
  expect(jsonFault('{\n  "a": 1,\n  oops\n}')).toMatchObject({ line: 3, column: 3 });
  expect(jsonFault('{"a":')).toMatchObject({ line: 1, column: 6 });
});

const action = (body: string) => ({
  ...{ action: 'discard-dead-letter' as const, role: 'operator', person: 'Ada', reason: 'a test' },
  ...{ on: { queue: 'q', message: 'm', subject: 's', error: 'e' }, body },
});

test('what is written down is read back whole, however long it is, and never exceeds a line of the log', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(3), (text, times) => {
      const body = text.repeat(1 + times * 300);
      const lines = actionLines(action(body));
      for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThan(262_118);
      const read = readActions(lines.map((message) => ({ message, at: 5, stream: 'one' })));
      expect(read).toMatchObject([{ ...action(body), at: 5 }]);
    }),
    { numRuns: 25 },
  );
  expect(readActions([{ message: 'other', at: 1, stream: 's' }])).toEqual([]);
});

test('an outcome stays beside a letter whose message is gone; one that others took goes', () => {
  const store = new LetterStore();
  const [one, other] = [byRule('one'), byRule('other')];
  store.take(one.queue.url, [one, other], true);
  store.busy(['one']);
  store.settle('one', { at: 2000, gone: true, is: 'accepted', functionName: 'f', edited: false });
  store.take(one.queue.url, [], true);
  expect([...store.all().keys()]).toEqual(['one']);
  const again = byRule('again', { Attributes: { SentTimestamp: '3000' } });
  store.take(one.queue.url, [again], true);
  expect(cameBack({ at: 2000 }, one, store.all())).toBe(true);
  expect(cameBack({ at: 4000 }, one, store.all())).toBe(false);
  store.clearGone();
  expect([...store.all().keys()]).toEqual(['again']);
});
