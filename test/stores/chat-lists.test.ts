import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Subject } from '../../services/chat/model/asked.ts';
import type { Ask, Gap } from '../../services/chat/model/gap.ts';
import type { Ticket } from '../../services/chat/model/ticket.ts';
import type { Commit, Stored } from '../../services/chat/store/conversations.ts';
import { AT, EXPIRY, noteOf, openConversation, turnOf } from './chat-fixtures.ts';
import { type ChatStore, onBothStores } from './chat-stores.ts';

onBothStores((open) => {
  let store: ChatStore;
  let id: string;
  let stored: () => Promise<Stored>;
  let commit: (step?: Partial<Commit>) => Promise<boolean>;
  beforeEach(async () => {
    store = open();
    ({ id, stored, commit } = await openConversation(store));
  });

  const ticketOf = (more: Partial<Ticket> = {}): Ticket => ({
    ...{ ticketId: randomUUID(), conversationId: id, locale: 'en', state: 'waiting', reason: 'asked' },
    ...{ openedAt: AT, correlationId: 'a-story', replies: [] },
    ...more,
  });
  const reply = () => ({ replyId: randomUUID(), text: 'At eight.', by: 'ada', at: AT, seq: 2 });

  test('a ticket is opened and changed with its conversation, by who has read all of its replies', async () => {
    const ticket = ticketOf();
    const { ticketId } = ticket;
    await commit({ ticket });
    expect(await store.readTicket(ticketId)).toEqual(ticket);
    const first = reply();
    const change = { ticketId, state: 'answered' as const, replies: 0 };
    expect(await commit({ ticketChange: { ...change, reply: first } })).toBe(true);
    expect(await commit({ ticketChange: { ...change, reply: reply() }, note: noteOf(9) })).toBe(false);
    expect(await store.readTicket(ticketId)).toEqual({ ...ticket, state: 'answered', replies: [first] });
    expect([(await stored()).lastSeq, await store.readNotes(id, 0)]).toEqual([2, []]);
    expect(await commit({ ticketChange: { ticketId: randomUUID(), state: 'answered', replies: 0 } })).toBe(false);
    for (const each of [ticketId, randomUUID()]) await store.endWait(each);
    expect(await store.readTicket(ticketId)).toMatchObject({ state: 'answered' });
  });

  test('tickets are listed by their state, the oldest first, page by page', async () => {
    const { tickets: others } = await store.listTickets('timed-out', { limit: 100 });
    const opened = ['2031-01-02', '2031-01-01', '2031-01-03'].map((openedAt) =>
      ticketOf({ openedAt, state: 'timed-out' }),
    );
    for (const ticket of opened) await commit({ ticket });
    const found: Ticket[] = [];
    let after: string | undefined;
    do {
      const page = await store.listTickets('timed-out', { limit: 2, ...(after ? { after } : {}) });
      found.push(...page.tickets);
      after = page.next;
    } while (after);
    expect(found.slice(others.length).map(({ openedAt }) => openedAt)).toEqual([
      '2031-01-01',
      '2031-01-02',
      '2031-01-03',
    ]);
  });

  const gapOf = (more: Partial<Gap> = {}): Gap => ({
    ...{ gapId: randomUUID(), locale: 'en', question: 'Vinyl?', keywords: ['vinyl'], count: 1, state: 'open' },
    ...{ firstAt: AT, lastAt: AT },
    ...more,
  });
  const askOf = ({ gapId }: Gap, turn: number): Ask => ({
    ...{ gapId, conversationId: id, turn, question: 'Vinyl?', reason: 'unknown', at: AT },
  });
  const note = (gap: Gap, from: Gap | undefined, turn: number) =>
    store.noteAsk(gap, from, askOf(gap, turn), EXPIRY.expiresAt);

  describe('a group of questions', () => {
    test('counts each turn once, and is changed by who has read it as it is', async () => {
      const gap = gapOf();
      const { gapId } = gap;
      expect([await note(gap, undefined, 1), await note(gap, undefined, 2)]).toEqual([true, false]);
      const second = { ...gap, count: 2 };
      expect(await note(second, gap, 1)).toBe(true);
      expect([await store.readGap(gapId), await store.readAsks(gapId)]).toEqual([gap, [askOf(gap, 1)]]);
      expect([await note(second, gap, 2), await note(second, gap, 3)]).toEqual([true, false]);
      const drafted: Gap = { ...second, state: 'drafted', itemId: 'asked' };
      expect([await store.changeGap(gap, drafted), await store.changeGap(second, drafted)]).toEqual([false, true]);
      expect(await note({ ...second, count: 3 }, second, 3)).toBe(false);
      expect(await store.readGap(gapId)).toEqual(drafted);
    });

    test('is listed by its state, asked last first; what became of its questions is kept with them', async () => {
      const gaps = ['2031-01-02', '2031-01-03', '2031-01-01'].map((lastAt) => gapOf({ lastAt, state: 'dismissed' }));
      for (const [index, gap] of gaps.entries()) await note(gap, undefined, index + 1);
      const { gaps: newest, next } = await store.listGaps('dismissed', { limit: 2 });
      const rest = await store.listGaps('dismissed', { limit: 1, ...(next ? { after: next } : {}) });
      expect([...newest, ...rest.gaps].map(({ lastAt }) => lastAt)).toEqual(['2031-01-03', '2031-01-02', '2031-01-01']);
      const [gap = gapOf()] = gaps;
      const again = { outcome: 'answer', text: 'Yes.', siteVersion: 2, at: AT };
      for (const turn of [1, 99]) await store.noteAgain(askOf(gap, turn), again);
      expect(await store.readAsks(gap.gapId)).toEqual([{ ...askOf(gap, 1), again }]);
    });
  });

  const promiseOf = (turn: number) => ({ conversationId: id, turn, question: 'Vinyl?', locale: 'en', at: AT });
  const feedbackOf = (verdict: 'yes' | 'no', at = '2031-01-01') => ({
    ...{ conversationId: id, turn: 1, verdict, at, question: 'When?', answer: 'On Friday.', outcome: 'answer' },
  });

  test('a question for later is kept once, and let go of; of what is said of an answer the last word is kept', async () => {
    const mine = async () =>
      (await store.listPromises()).promises.filter(({ conversationId }) => conversationId === id);
    for (const turn of [1, 2, 2]) await store.putPromise(promiseOf(turn), EXPIRY.expiresAt);
    expect(await mine()).toEqual([promiseOf(1), promiseOf(2)]);
    for (let time = 0; time < 2; time++) await store.dropPromise(promiseOf(1));
    expect(await mine()).toEqual([promiseOf(2)]);
    for (const verdict of ['no', 'yes'] as const) await store.putFeedback(feedbackOf(verdict), EXPIRY.expiresAt);
    expect((await store.listFeedback('yes', { limit: 1 })).feedback).toEqual([feedbackOf('yes')]);
    expect(JSON.stringify(await store.listFeedback('no', { limit: 100 }))).not.toContain(id);
  });

  test('what is forgotten is gone wherever it is kept, and others keep what is theirs', async () => {
    const [turn, ticket, gap] = [turnOf(1), ticketOf(), gapOf()];
    await commit({ turn, isNew: true, note: noteOf(1), ticket });
    await note(gap, undefined, 1);
    await store.putPromise(promiseOf(1), EXPIRY.expiresAt);
    await store.putFeedback(feedbackOf('no', '2032-01-01'), EXPIRY.expiresAt);
    const forgotten = id;
    const other = await openConversation(store);
    await other.commit({ turn, isNew: true });
    for (let time = 0; time < 2; time++) await store.forget(forgotten);
    expect([
      await store.read(forgotten),
      await store.readTurn(forgotten, 1),
      await store.readTicket(ticket.ticketId),
    ]).toEqual(Array(3).fill(undefined));
    expect([await store.readNotes(forgotten, 0), await store.readAsks(gap.gapId)]).toEqual([[], []]);
    const lists = [await store.listPromises(), await store.listFeedback('no', { limit: 100 })];
    expect(JSON.stringify(lists)).not.toContain(forgotten);
    expect([await store.readWithAsked(forgotten, turn.turnId), await store.readGap(gap.gapId)]).toEqual([
      { buckets: {} },
      gap,
    ]);
    expect(await store.readTurn(other.id, 1)).toEqual(turn);
  });

  test('what is asked about is counted by day and language, a turn once', async () => {
    const locale = `x-${randomUUID()}`;
    const subject = { subject: 'when', title: 'When can I watch?', itemId: 'when', outcome: 'answer' };
    const count = (turn: number, day: string, of: Subject, conversationId: string = id) =>
      store.countAsked({ conversationId, turn, locale, day, shard: 3 }, of, Date.parse(AT));
    for (const day of ['2026-03-01', '2026-03-01']) expect(await count(1, day, subject)).toBe(true);
    await count(2, '2026-03-01', { ...subject, title: 'When does it open?' });
    await count(3, '2026-03-02', { subject: 'unknown', title: '', outcome: 'unknown' });
    expect(await store.readAsked(locale, '2026-03-01')).toEqual([
      { ...subject, title: 'When does it open?', count: 2 },
      { subject: 'unknown', title: '', outcome: 'unknown', count: 1 },
    ]);
    expect(await store.readAsked(locale, '2026-03-02')).toHaveLength(1);
    expect(await store.readAsked('en-none', '2026-03-01')).toEqual([]);
  });
});
