import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { timesThrough, traceThrough } from '../aws/lineage.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { openSources, RIGHTS, type Sources } from './testing/sources.ts';

const require = createRequire(import.meta.url);
const arnOf = (name: string): string => `arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:${name}`;
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 60_000, interval: 20 });

test('a trace header counts how often it has come through each function, and keeps its root', () => {
  let trace: string | undefined;
  for (const name of ['one', 'other', 'one']) trace = traceThrough(trace, arnOf(name), 0);
  expect([timesThrough(trace, arnOf('one')), timesThrough(trace, arnOf('other'))]).toEqual([2, 1]);
  const next = traceThrough(trace, arnOf('third'), 0);
  expect(/Root=[^;]+/.exec(next)?.[0]).toBe(/Root=[^;]+/.exec(trace ?? '')?.[0]);
});

describe('a function that leads to itself is stopped after sixteen times', () => {
  let sources: Sources;
  beforeEach(async () => {
    sources = await openSources();
    sources.grant([...RIGHTS, 'lambda:InvokeFunction']);
    sources.resume();
  });
  afterEach(() => sources.close());

  const log = (): string => `${sources.folder}/calls`;
  const calls = (): number => (existsSync(log()) ? readFileSync(log(), 'utf8').length : 0);
  const module = (name: string): string => JSON.stringify(require.resolve(name));
  /** With the SDK as it comes, which hands the trace on by itself. */
  const put = (client: string, body: string, settings: object = {}) =>
    sources.put(
      'loop',
      `import { appendFileSync } from 'node:fs';
       import sdk from ${module(`@aws-sdk/client-${client}`)};
       export const handler = async (event) => { appendFileSync(${JSON.stringify(log())}, '.'); ${body} };`,
      settings,
    );

  test('by way of a queue', async () => {
    const QueueUrl = `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:round`;
    await sources.call('sqs', 'CreateQueue', { QueueName: 'round' });
    const url = `${sources.harness.door.url}/${ACCOUNT_ID}/round`;
    put(
      'sqs',
      `await new sdk.SQSClient().send(new sdk.SendMessageCommand({ QueueUrl: ${JSON.stringify(url)}, MessageBody: 'again' }));`,
    );
    await sources.mappings.create({ FunctionName: 'loop', EventSourceArn: QueueUrl });
    await sources.call('sqs', 'SendMessage', { QueueUrl, MessageBody: 'first' });
    await eventually(calls).toBe(16);
    await expect
      .poll(async () => {
        const { Attributes } = await sources.call('sqs', 'GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] });
        return (Attributes as Record<string, string>).ApproximateNumberOfMessagesNotVisible;
      })
      .toBe('1');
    expect(calls()).toBe(16);
  });

  test('by calling itself, which is told the caller', async () => {
    put(
      'lambda',
      `await new sdk.LambdaClient().send(new sdk.InvokeCommand({ FunctionName: 'loop', InvocationType: 'Event' }));`,
    );
    await sources.call('lambda', 'Invoke', { FunctionName: 'loop' });
    await eventually(calls).toBe(16);
  });

  test('unless it says that it means to', async () => {
    put(
      'lambda',
      `if ((event.n ?? 0) < 20) await new sdk.LambdaClient().send(new sdk.InvokeCommand({ FunctionName: 'loop', InvocationType: 'Event', Payload: JSON.stringify({ n: (event.n ?? 0) + 1 }) }));`,
      { recursionAllowed: true },
    );
    await sources.call('lambda', 'Invoke', { FunctionName: 'loop' });
    await eventually(calls).toBe(21);
  });
});
