import { afterEach, expect, test } from 'vitest';
import type { ModelEvent } from '../converse-answer/model.ts';
import { brokenOff, type ModelReply, startBedrockStub, whole } from '../testing/bedrock-stub.ts';
import { type ChatModel, createConverse, openBedrock } from './bedrock.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const PROMPT = { system: 'Be brief.', sources: 'It opens on Friday.', question: 'When?' };

const start = async (reply: ModelReply, model: ChatModel = { id: 'amazon.nova-lite-v1:0' }) => {
  const stub = await startBedrockStub(reply);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = openBedrock({ endpoint: stub.url, region: 'us-east-1', credentials });
  closers.push(() => client.destroy(), stub.close);
  const controller = new AbortController();
  const read = async (): Promise<ModelEvent[]> => {
    const events: ModelEvent[] = [];
    for await (const event of createConverse(client, model)(PROMPT, controller.signal)) events.push(event);
    return events;
  };
  return { stub, controller, read };
};

test('a model is asked with temperature 0, a limit and the prompt, and its stream is read to the end', async () => {
  const { stub, read } = await start(whole(['It op', '', 'ens.']));
  expect(await read()).toEqual([
    { text: 'It op' },
    { text: 'ens.' },
    { stop: 'end_turn' },
    { usage: { inputTokens: 321, outputTokens: 12 } },
  ]);
  const [request] = stub.requests;
  expect(request?.modelId).toBe('amazon.nova-lite-v1:0');
  expect(request?.headers.authorization).toContain('/us-east-1/bedrock/aws4_request');
  expect(request?.body).toEqual({
    system: [{ text: 'Be brief.' }],
    messages: [{ role: 'user', content: [{ text: 'It opens on Friday.' }, { text: 'When?' }] }],
    inferenceConfig: { temperature: 0, maxTokens: 300 },
  });
});

test('an inference profile is asked by its ARN', async () => {
  const id = 'arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.amazon.nova-lite-v1:0';
  const { stub, read } = await start(whole(['Yes.']), { id });
  await read();
  expect(stub.requests[0]?.modelId).toBe(id);
});

test('a guardrail sees each piece before we do, and which text is the question and which the sources', async () => {
  const guardrail = { id: 'abcd1234', version: '2' };
  const { stub, read } = await start(whole(['Yes.']), { id: 'amazon.nova-lite-v1:0', guardrail });
  await read();
  const { body } = stub.requests[0] ?? {};
  expect(body?.guardrailConfig).toEqual({
    guardrailIdentifier: 'abcd1234',
    guardrailVersion: '2',
    streamProcessingMode: 'sync',
  });
  expect(body?.messages?.[0]?.content).toEqual([
    { guardContent: { text: { text: 'It opens on Friday.', qualifiers: ['grounding_source'] } } },
    { guardContent: { text: { text: 'When?', qualifiers: ['query', 'guard_content'] } } },
  ]);
});

test('a model that is asked too much is asked once more, and one that there is not is not', async () => {
  const throttled = await start({ refused: { status: 429, type: 'ThrottlingException' } });
  await expect(throttled.read()).rejects.toMatchObject({ name: 'ThrottlingException' });
  expect(throttled.stub.requests).toHaveLength(2);
  const missing = await start({ refused: { status: 404, type: 'ResourceNotFoundException' } });
  await expect(missing.read()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  expect(missing.stub.requests).toHaveLength(1);
});

test.each([[[]], [['It op']]])(
  'a stream that is silent behind %j ends when it is aborted, and so does its connection',
  async (pieces) => {
    const { stub, controller, read } = await start(brokenOff('silence', pieces));
    const reading = read();
    const request = await stub.asked;
    controller.abort();
    await expect(reading).rejects.toThrow();
    await request.over;
  },
);
