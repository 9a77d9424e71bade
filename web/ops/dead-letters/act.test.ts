import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { System } from '../system/system.ts';
import { discardLetters, type Outcome, redriveLetters } from './act.ts';
import { readQueue } from './read-queue.ts';

const MACHINE = 'arn:aws:states:r:1:stateMachine:process';
const QUEUE = { name: 'asset-uploaded-dead-letters', url: 'http://sqs/1/q', arn: 'arn:q', stack: 's' };
const system = {
  workflows: [{ name: 'process-asset', arn: MACHINE, express: false, logGroup: undefined }],
  ...{
    functions: [],
    deadLetterQueues: [QUEUE],
    resources: [],
    tables: [],
    outputs: { OperatorLogGroup: 'operators' },
  },
} as System;
const context = { system, doer: { role: 'operator' } };

type Message = { id: string; handle?: string; hiddenUntil: number };

/** A queue, a state machine and a log that behave as AWS does, as far as this console asks them. */
const createAws = (count: number) => {
  const messages: Message[] = Array.from({ length: count }, (_, index) => ({ id: `m${index}`, hiddenUntil: 0 }));
  const executions = new Set<string>();
  const said: string[] = [];
  const log: string[] = [];
  let handles = 0;
  const refuse = (name: string): never => {
    throw Object.assign(new Error(`${name} is what it says`), { name });
  };
  const heldBy = (handle: string) =>
    messages.find((message) => message.handle === handle) ?? refuse('ReceiptHandleIsInvalid');
  const attribute = (StringValue: string) => ({ DataType: 'String', StringValue });
  const operations: Record<string, (input: never) => unknown> = {
    ReceiveMessage: ({ VisibilityTimeout }: { VisibilityTimeout: number }) => ({
      Messages: messages
        .filter(({ hiddenUntil }) => hiddenUntil <= Date.now())
        .slice(0, 10)
        .map((message) => {
          handles += 1;
          Object.assign(message, { handle: `h${handles}`, hiddenUntil: Date.now() + VisibilityTimeout * 1000 });
          const event = { id: `event-${message.id}`, source: 'marquee.ingest', 'detail-type': 'AssetUploaded' };
          return {
            ...{ MessageId: message.id, ReceiptHandle: message.handle, Body: JSON.stringify(event) },
            MessageAttributes: { RULE_ARN: attribute('arn:aws:events:r:1:rule/bus/r'), TARGET_ARN: attribute(MACHINE) },
          };
        }),
    }),
    ChangeMessageVisibility: (input: { ReceiptHandle: string; VisibilityTimeout: number }) => {
      heldBy(input.ReceiptHandle).hiddenUntil = Date.now() + input.VisibilityTimeout * 1000;
    },
    DeleteMessage: (input: { ReceiptHandle: string }) => {
      messages.splice(messages.indexOf(heldBy(input.ReceiptHandle)), 1);
    },
    ListTargetsByRule: () => ({ Targets: [{ Id: 't', Arn: MACHINE }] }),
    StartExecution: ({ name }: { name: string }) => {
      if (executions.has(name)) refuse('ExecutionAlreadyExists');
      executions.add(name);
      return { executionArn: `arn:aws:states:r:1:execution:process:${name}` };
    },
    CreateLogStream: () => ({}),
    PutLogEvents: (input: { logEvents: { message: string }[] }) => {
      log.push(...input.logEvents.map(({ message }) => message));
      return {};
    },
  };
  const refused = new Map<string, string>();
  const answer = async (path: string, init: { body: string }): Promise<Response> => {
    const operation = path.split('/').at(-1) ?? '';
    said.push(operation);
    try {
      const name = refused.get(operation);
      if (name) refuse(name);
      return new Response(JSON.stringify(operations[operation]?.(JSON.parse(init.body) as never) ?? {}));
    } catch (error) {
      const { name, message } = error as Error;
      return new Response(JSON.stringify({ name, message }), { status: 400 });
    }
  };
  return { messages, executions, said, log, refused, answer };
};

let aws: ReturnType<typeof createAws>;
const begin = (count: number): void => {
  aws = createAws(count);
  vi.stubGlobal('fetch', aws.answer);
};
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const outcomes = () => {
  const told = new Map<string, Outcome>();
  return { told, tell: (id: string, outcome: Outcome) => void told.set(id, outcome) };
};

const read = (count: number) => readQueue(QUEUE, { limit: 1000, expected: count });

test('a queue is read to its end, each message once', async () => {
  begin(34);
  const letters = await read(34);
  expect(new Set(letters.map(({ id }) => id)).size).toBe(34);
  expect(await readQueue(QUEUE, { limit: 1000, expected: 0 })).toEqual([]);
});

test('a redriven message leaves its queue only once its target has taken it', async () => {
  begin(1);
  const { told, tell } = outcomes();
  await redriveLetters(await read(1), context, tell);
  expect(told.get('m0')).toMatchObject({ is: 'started', gone: true, again: false });
  expect(aws.said.indexOf('StartExecution')).toBeLessThan(aws.said.indexOf('DeleteMessage'));
  expect(aws.messages).toEqual([]);
});

test('what the target refuses stays in the queue, is seen by others at once, and says why', async () => {
  begin(1);
  aws.refused.set('StartExecution', 'AccessDeniedException');
  const { told, tell } = outcomes();
  await redriveLetters(await read(1), context, tell);
  expect(told.get('m0')).toMatchObject({ is: 'failed', error: 'AccessDeniedException', gone: false });
  expect(aws.messages).toMatchObject([{ id: 'm0', hiddenUntil: Date.now() }]);
});

test('of two operators who redrive the same messages at once one does it, and the other is told', async () => {
  begin(12);
  const letters = await read(12);
  vi.advanceTimersByTime(20_000);
  const [one, other] = [outcomes(), outcomes()];
  await Promise.all([redriveLetters(letters, context, one.tell), redriveLetters(letters, context, other.tell)]);
  expect(aws.executions.size).toBe(12);
  for (const { id } of letters) {
    const both = [one.told.get(id), other.told.get(id)].map((outcome) => outcome?.is);
    expect(both.toSorted(), id).toEqual(['failed', 'started']);
  }
});

test('a message that was redriven and could not be deleted starts nothing twice', async () => {
  begin(1);
  const { told, tell } = outcomes();
  const letters = await read(1);
  aws.refused.set('DeleteMessage', 'ServiceUnavailable');
  await redriveLetters(letters, context, tell);
  expect(told.get('m0')).toMatchObject({ is: 'started', gone: false });
  aws.refused.clear();
  vi.advanceTimersByTime(200_000);
  await redriveLetters(letters, context, tell);
  expect(told.get('m0')).toMatchObject({ is: 'started', again: true, gone: true });
  expect(aws.executions.size).toBe(1);
});

test('a discarded message is written down whole before it goes, and stays where it cannot be', async () => {
  begin(2);
  const [first, second] = await read(2);
  if (!first || !second) throw new Error('no letters');
  const { told, tell } = outcomes();
  await discardLetters([first], context, 'a test', tell);
  expect(told.get('m0')).toMatchObject({ is: 'discarded', gone: true });
  expect(JSON.parse(aws.log[0] ?? '')).toMatchObject({ reason: 'a test', role: 'operator', body: first.body });
  aws.refused.set('PutLogEvents', 'AccessDeniedException');
  await discardLetters([second], context, 'a test', tell);
  expect(told.get('m1')).toMatchObject({ is: 'failed', gone: false });
  expect(aws.messages).toMatchObject([{ id: 'm1' }]);
});

test('what was edited is kept as it was before it goes', async () => {
  begin(1);
  const letters = await read(1);
  const { told, tell } = outcomes();
  await redriveLetters(letters, context, tell, '{"id":"event-m0","fixed":true}');
  expect(told.get('m0')).toMatchObject({ is: 'started', edited: true });
  expect(JSON.parse(aws.log[0] ?? '')).toMatchObject({ action: 'edit-dead-letter', body: letters[0]?.body });
});
