import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../infra/app.ts';
import { BUILD_FOLDER } from '../../infra/build/folders.ts';
import type { Final } from '../../services/chat/model/message.ts';
import { failing, type ModelRequest, startBedrockStub, whole } from '../../services/chat/testing/bedrock-stub.ts';
import { startChatNewsroom } from './chat-newsroom.ts';
import { answered, type Fan, openFan } from './fan.ts';
import type { Newsroom } from './newsroom.ts';

const MODEL = 'amazon.nova-lite-v1:0';

const questionOf = ({ body }: ModelRequest): string => body.messages?.[0]?.content?.at(-1)?.text ?? '';

/** Words one answer well, and breaks off in the other. */
const reply = (request: ModelRequest) =>
  questionOf(request).includes('filmed')
    ? failing('modelStreamErrorException', ['On the coast of Carrow', '. Through a wi'])
    : whole(['It opens on Fri', 'day 4 December at 20:00. Tw', 'o episodes come on that day.']);

let room: Newsroom;
let stub: Awaited<ReturnType<typeof startBedrockStub>>;
let assembly: string;
const fans: Fan[] = [];
beforeAll(async () => {
  stub = await startBedrockStub(reply);
  assembly = mkdtempSync(join(BUILD_FOLDER, 'chat-model-'));
  createApp('test', { outdir: assembly, chat: { model: MODEL } }).synth();
  room = await startChatNewsroom({ assembly, elsewhere: { BEDROCK_RUNTIME: stub.url } });
});
afterEach(() => fans.splice(0).forEach((fan) => void fan.hangUp()));
afterAll(async () => {
  await room?.stop();
  await stub?.close();
  rmSync(assembly, { recursive: true, force: true });
});

const ask = async (question: string) => {
  const fan = await openFan(room.runtime.siteUrl);
  fans.push(fan);
  const socket = await fan.follow();
  await fan.ask(question);
  await socket.until(answered(1));
  const { answer } = socket.told.find(({ type }) => type === 'final') as Final;
  return { answer, parts: socket.told.flatMap((message) => (message.type === 'part' ? [message.text] : [])) };
};

test('a model words the answer, the fan reads it sentence by sentence, and where the site says so', async () => {
  const { answer, parts } = await ask('When does it open?');
  expect(parts).toEqual(['It opens on Friday 4 December at 20:00.', ' Two episodes come on that day.']);
  expect(answer).toMatchObject({ outcome: 'answer', text: parts.join(''), sources: [{ itemId: 'when-it-opens' }] });
  const request = stub.requests.find((each) => questionOf(each).includes('open'));
  expect(request?.modelId).toBe(MODEL);
  expect(request?.body.messages?.[0]?.content?.[0]?.text).toContain('Two episodes come on that day');
});

test('where the model breaks off, the site’s own sentences take the place of what was told', async () => {
  const { answer, parts } = await ask('Where was it filmed?');
  expect(parts).toEqual(['On the coast of Carrow.']);
  expect(answer).toMatchObject({ outcome: 'answer', text: 'On the coast of Carrow, through a single winter.' });
});

test('what is no question for the site never reaches the model', async () => {
  const before = stub.requests.length;
  expect((await ask('Hello!')).answer.outcome).toBe('small-talk');
  expect(stub.requests).toHaveLength(before);
});
