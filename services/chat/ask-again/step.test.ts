import { contentPublishedExample } from '@marquee/events/schemas/content-published.ts';
import { siteRebuiltExample } from '@marquee/events/schemas/site-rebuilt.ts';
import { siteRefreshedExample } from '@marquee/events/schemas/site-refreshed.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { startConversation } from '../testing/conversation.ts';
import { faqOf } from '../testing/memory-site.ts';
import { askInVain, groupOf } from '../testing/questions.ts';
import { CALLER, type ChatWorld, chatWorld } from '../testing/world.ts';
import { SiteChangedEvent } from './step.ts';

const VINYL = 'Is there a soundtrack on vinyl?';
const ANSWER = 'Yes: two records, from 11 December.';

let world: ChatWorld;
beforeEach(() => {
  world = chatWorld();
  world.site.publish({ en: [] });
});
/** Has items be public, and says so; without any, the site was only made anew. */
const published = async (questions: Parameters<typeof faqOf>[], items = questions.map(([itemId]) => itemId)) => {
  world.site.publish({ en: questions.map((each) => faqOf(...each)) });
  const { metadata, data } = contentPublishedExample;
  const event = { metadata, data: { ...data, items: items.map((itemId) => ({ itemId, version: 1 })) } };
  await world.steps.askAgain({ detail: event });
};

describe('a group whose FAQ is public', () => {
  const draft = async () => String((await world.steps.draft({ id: groupOf(world).gapId }, CALLER)).itemId);

  test('is asked again, question by question, and says how many are answered', async () => {
    for (const text of [VINYL, 'is the soundtrack on vinyl']) await askInVain(world, text);
    const itemId = await draft();
    await published([[itemId, VINYL, ANSWER]]);
    expect(groupOf(world)).toMatchObject({ state: 'answered', asked: { answered: 2, of: 2, siteVersion: 2 } });
    for (const { again } of world.table.asks.values())
      expect(again).toMatchObject({ outcome: 'answer', text: ANSWER, itemId, siteVersion: 2 });
  });

  test('says which of its questions are still not answered', async () => {
    await askInVain(world, VINYL);
    const itemId = await draft();
    await published([[itemId, 'Who designed the costumes?', 'Hedda did.']]);
    expect(groupOf(world)).toMatchObject({ state: 'answered', asked: { answered: 0, of: 1 } });
  });

  test('is asked once: the same event again changes nothing', async () => {
    await askInVain(world, VINYL);
    const itemId = await draft();
    await published([[itemId, VINYL, ANSWER]]);
    const before = [groupOf(world), ...world.table.asks.values()];
    world.clock.now += 1_000;
    await published([[itemId, VINYL, ANSWER]]);
    expect([groupOf(world), ...world.table.asks.values()]).toEqual(before);
  });

  test('is left alone as long as others are published', async () => {
    await askInVain(world, VINYL);
    await draft();
    await published([['other', VINYL, ANSWER]]);
    expect(groupOf(world).state).toBe('drafted');
  });
});

describe('a question that is kept for later', () => {
  const keep = async (text: string) => {
    const talk = await startConversation(world);
    await talk.askAndAnswer(text, { outcome: 'unknown' });
    await world.steps.later({ ...talk.mine, turn: 1 });
    return talk;
  };

  test('is answered in its conversation, as a turn of its own, once', async () => {
    const talk = await keep(VINYL);
    const told = await talk.follow('a tab');
    const before = told.length;
    for (let time = 0; time < 2; time++) await published([['vinyl', VINYL, ANSWER]], []);
    expect(told.slice(before)).toMatchObject([
      { type: 'accepted', turn: 2, text: VINYL },
      { type: 'final', turn: 2, answer: { outcome: 'answer', text: ANSWER, sources: [{ itemId: 'vinyl' }] } },
    ]);
    expect(await talk.read()).toEqual(told);
    expect([world.table.promises.size, (await talk.stored()).answered]).toEqual([0, 2]);
  });

  test('that was answered and not let go of is let go of, and not answered again', async () => {
    const talk = await keep(VINYL);
    const [promised] = [...world.table.promises.values()];
    await published([['vinyl', VINYL, ANSWER]]);
    if (promised) await world.table.putPromise(promised, 0);
    await published([['vinyl', VINYL, ANSWER]]);
    expect([world.table.promises.size, (await talk.stored()).answered]).toEqual([0, 2]);
  });

  test('is kept on while nothing says it', async () => {
    const talk = await keep(VINYL);
    await published([['when', 'When does it open?', 'On Friday.']]);
    expect([world.table.promises.size, (await talk.stored()).accepted]).toEqual([1, 1]);
  });

  test('waits for a question that is being answered; those of others do not', async () => {
    const [busy, other] = [await keep(VINYL), await keep(VINYL)];
    await busy.ask('And when?');
    const publishing = published([['vinyl', VINYL, ANSWER]]);
    await expect(publishing).rejects.toMatchObject({ name: 'TurnUnderWayError' });
    expect([(await other.stored()).answered, world.table.promises.size]).toEqual([2, 1]);
    await busy.answer(2);
    await published([['vinyl', VINYL, ANSWER]]);
    expect([(await busy.stored()).answered, world.table.promises.size]).toEqual([3, 0]);
  });

  test('opens a conversation again that was closed', async () => {
    const talk = await keep(VINYL);
    const row = world.table.rows.get(talk.id);
    if (row) row.conversation.state = 'closed';
    await published([['vinyl', VINYL, ANSWER]]);
    expect(await talk.stored()).toMatchObject({ state: 'open', activeAt: world.clock.now });
  });

  test('in a conversation that is past its time is let go of', async () => {
    const talk = await keep(VINYL);
    world.clock.now = (await talk.stored()).expiresAt * 1000;
    await published([['vinyl', VINYL, ANSWER]]);
    expect(world.table.promises.size).toBe(0);
  });
});

test('it takes the golden examples of every event after which more may be known', () => {
  for (const detail of [contentPublishedExample, siteRefreshedExample, siteRebuiltExample])
    expect(SiteChangedEvent.parse({ detail })).toEqual({ detail });
});
