import { expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { openChat } from './open.ts';

const { visit } = openChat();

const READ = /GET .*\/turns\?after=/;

test('a socket that breaks is opened again, what was said meanwhile is there, and one quiet line says so', async () => {
  const { server, chat } = await visit();
  await chat.ask('when?');
  await chat.taken();
  server.conversation.type('On 4 ');
  for (let time = 1; time <= 2; time++) {
    await see(() => server.resumed.length).toBe(time);
    server.cut();
    await see(() => server.conversation.sockets.size).toBe(1);
    await see(() => chat.notes.allTextContents()).toEqual(['Connection came back; nothing was lost']);
  }
  server.told.down = true;
  server.cut();
  await see(() => chat.state.textContent()).toBe('The connection went away. Trying again.');
  server.conversation.answer('On 4 December.');
  server.told.down = false;
  await see(() => chat.answers.count()).toBe(1);
  await see(() => chat.state.textContent()).toBe('');
  expect(await chat.notes.count()).toBe(1);
  await chat.photograph('reconnected-1440');
});

test('a socket that breaks while nothing is waited for is opened again without a word', async () => {
  const { server, chat } = await visit();
  await chat.ask('when?');
  await chat.taken();
  server.conversation.answer('On 4 December.');
  await see(() => chat.answers.count()).toBe(1);
  server.cut();
  await see(() => server.resumed.length).toBe(2);
  expect(server.resumed[1]).toBe(2);
  expect(await chat.notes.count()).toBe(0);
});

test('a message that is missing is asked for again, and one that comes twice is taken once', async () => {
  const { server, chat } = await visit();
  await chat.ask('when?');
  await chat.taken();
  await see(() => server.resumed).toEqual([0]);
  const typing = server.conversation.say({ type: 'typing', turn: 1 });
  const first = server.conversation.say({ type: 'part', turn: 1, text: 'On 4 ' });
  server.conversation.push(typing);
  server.conversation.push(first);
  await see(() => chat.coming.textContent()).toContain('On 4');
  server.conversation.say({ type: 'part', turn: 1, text: 'December, ' }, true);
  server.conversation.say({ type: 'part', turn: 1, text: 'at 20:00' });
  server.conversation.push(first);
  await see(() => chat.coming.locator('p').first().textContent()).toBe('On 4 December, at 20:00');
  expect(server.resumed).toEqual([0, 3]);
  server.conversation.answer('On 4 December, at 20:00.');
  for (const message of server.conversation.messages) server.conversation.push(message);
  await see(() => chat.answers.allTextContents()).toEqual([expect.stringContaining('On 4 December, at 20:00.')]);
  expect(await chat.questions.count()).toBe(1);
});

test('what is no message changes nothing', async () => {
  const { server, chat } = await visit();
  await chat.ask('when?');
  await chat.taken();
  for (const socket of server.conversation.sockets) socket.send('Endpoint request timed out');
  server.conversation.answer('On 4 December.');
  await see(() => chat.answers.count()).toBe(1);
  expect(server.resumed).toEqual([0]);
});

test.each([
  ['its own API', '{"type":"refused","error":{"code":"internal"}}'],
  ['a gateway', '{"message":"Internal server error","connectionId":"x","requestId":"y"}'],
])('a socket that %s refuses to tell on is left for another, which is told all', async (_, said) => {
  const { server, chat } = await visit();
  await chat.ask('when?');
  await chat.taken();
  await see(() => server.resumed).toEqual([0]);
  const [refused] = server.conversation.sockets;
  refused?.send(said);
  await see(() => server.resumed.length).toBe(2);
  server.conversation.answer('On 4 December.');
  await see(() => chat.answers.count()).toBe(1);
  expect([...server.conversation.sockets]).not.toContain(refused);
});

test('where no socket can be had, what is new is read', async () => {
  const { server, chat } = await visit();
  server.told.socketless = true;
  await chat.ask('when?');
  await chat.taken();
  server.conversation.type('On ');
  await see(() => chat.coming.textContent()).toContain('On');
  server.conversation.answer('On 4 December.');
  await see(() => chat.answers.count()).toBe(1);
  expect(await chat.notes.count()).toBe(0);
  expect(await chat.state.textContent()).toBe('');
  const reads = server.sent(READ).length;
  server.told.socketless = false;
  await see(() => server.conversation.sockets.size).toBe(1);
  expect(server.sent(READ).length - reads).toBeLessThan(12);
});

test('an answer whose message went astray on a socket that seems well is fetched', async () => {
  const { server, chat, page } = await visit();
  await chat.ask('when?');
  await chat.taken();
  server.conversation.type();
  await see(() => chat.coming.count()).toBe(1);
  const turnId = [...server.conversation.turns.keys()][0] ?? '';
  const answer = { outcome: 'answer', locale: 'en', text: 'On 4 December.', sources: [], suggestions: [] } as const;
  server.conversation.say({ type: 'final', turn: 1, turnId, answer }, true);
  await see(() => page.locator('.looking').textContent()).toBe('Still looking; your question is kept');
  await see(() => chat.answers.count()).toBe(1);
  // And the socket is asked to tell on from there.
  await see(() => server.resumed.at(-1)).toBe(server.conversation.messages.length);
});
