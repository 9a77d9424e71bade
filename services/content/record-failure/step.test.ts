import { beforeEach, expect, test } from 'vitest';
import type { Problem } from '../item.ts';
import { news } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { GoingLiveError } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  for (const id of ['one', 'other']) await room.create('news', id, news(id));
});

const problem = (itemId: string): Problem => {
  return { itemId, name: itemId, field: 'body', message: 'It has no body.', remedy: 'Fill in body.' };
};

test('each item says what kept it back, and the publication all of it', async () => {
  const { publicationId } = await room.request('publish', ['one', 'other']);
  expect(await room.steps.fail({ publicationId, problems: [problem('one')] })).toEqual({ problems: [problem('one')] });
  expect((await room.readItem('one'))?.publication).toMatchObject({ state: 'failed', problems: [problem('one')] });
  expect((await room.readItem('other'))?.publication).toMatchObject({ state: 'failed', problems: [] });
  expect(await room.readPublication(publicationId)).toMatchObject({ state: 'failed', problems: [problem('one')] });
  expect(room.audit.at(-1)).toMatchObject({ itemId: 'other', action: 'publication-failed', by: 'ada@example.com' });
});

test('what went wrong inside is told to every item, without its details', async () => {
  const { publicationId } = await room.request('publish', ['one', 'other']);
  await room.steps.fail({ publicationId, problems: [], error: 'States.Timeout' });
  for (const id of ['one', 'other']) {
    const { problems = [] } = (await room.readItem(id))?.publication ?? {};
    expect(problems).toMatchObject([{ field: '', message: 'Something went wrong on our side (States.Timeout).' }]);
  }
});

test('twice notes the same as once', async () => {
  const { publicationId } = await room.request('publish', ['one']);
  const input = { publicationId, problems: [problem('one')] };
  const once = await room.steps.fail(input);
  const [item, lines] = [await room.readItem('one'), room.audit.length];
  expect(await room.steps.fail(input)).toEqual(once);
  expect([await room.readItem('one'), room.audit.length]).toEqual([item, lines]);
});

test('its pages do not wait any more, and its turn is free', async () => {
  const { publicationId } = await room.request('publish', ['one']);
  await room.getReady(publicationId);
  await room.takeTurn(publicationId, room.clock.now, room.clock.now + 1_000);
  await room.steps.fail({ publicationId, problems: [], error: 'Error' });
  expect([await room.readStaged(1), (await room.readSite()).turn]).toEqual([[], undefined]);
});

test('the turn of another execution stays with it', async () => {
  const { publicationId } = await room.request('publish', ['one']);
  await room.takeTurn('another', room.clock.now, room.clock.now + 1_000);
  await room.steps.fail({ publicationId, problems: [], error: 'Error' });
  expect((await room.readSite()).turn?.holder).toBe('another');
});

test('a publication that is live stays live', async () => {
  const { publicationId } = await room.request('publish', ['one']);
  await room.getReady(publicationId);
  await room.goLive(publicationId);
  const item = await room.readItem('one');
  await room.steps.fail({ publicationId, problems: [], error: 'States.Timeout' });
  expect(await room.readPublication(publicationId)).toMatchObject({ state: 'live' });
  expect(await room.readItem('one')).toEqual(item);
});

test('a publication that is about to go live is no failure yet: whoever comes takes its version live', async () => {
  const { publicationId } = await room.request('publish', ['one']);
  await room.getReady(publicationId);
  await room.steps.build({ publicationId });
  await expect(room.steps.fail({ publicationId, problems: [], error: 'Error' })).rejects.toThrow(GoingLiveError);
  expect(await room.readPublication(publicationId)).toMatchObject({ state: 'waiting' });
  const { publicationId: other } = await room.request('publish', ['other']);
  expect(await room.steps.build({ publicationId: other })).toEqual({ outcome: 'built', version: 1 });
  await room.steps.switchLive({ publicationId: other, version: 1 });
  expect(await room.steps.fail({ publicationId, problems: [], error: 'Error' })).toMatchObject({ problems: [{}] });
});

test('an item for which something else was asked since keeps what was asked', async () => {
  const { publicationId } = await room.request('publish', ['one']);
  const later = await room.request('publish', ['one']);
  await room.steps.fail({ publicationId, problems: [problem('one')] });
  expect((await room.readItem('one'))?.publication).toMatchObject({
    publicationId: later.publicationId,
    state: 'waiting',
  });
});

test('as many problems are told as an event can carry', async () => {
  const { publicationId } = await room.request('publish', ['one']);
  const problems = Array.from({ length: 100 }, () => problem('one'));
  expect((await room.steps.fail({ publicationId, problems })).problems).toHaveLength(40);
});

test('where there is no such publication the problems are told all the same', async () => {
  const publicationId = room.newId();
  expect(await room.steps.fail({ publicationId, problems: [], error: 'PublicationMissingError' })).toMatchObject({
    problems: [{ itemId: '', message: expect.stringContaining('PublicationMissingError') }],
  });
});
