import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Commit, Stored } from '../../services/chat/store/conversations.ts';
import { conversationOf, EXPIRY, noteOf, openConversation, turnOf } from './chat-fixtures.ts';
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

  describe('a conversation', () => {
    test('is read as it was written, with its newest turns; it is opened once', async () => {
      expect(await stored()).toEqual({ ...conversationOf(id), ...EXPIRY, attached: 0, sockets: [], latest: [] });
      await expect(store.open(conversationOf(id), EXPIRY)).rejects.toThrow();
      for (let turn = 1; turn <= 15; turn++) await commit({ turn: turnOf(turn), isNew: true });
      const { latest } = await stored();
      expect(latest.length).toBeGreaterThan(1);
      expect(latest).toEqual((await store.readTurns(id, 1, 15)).slice(-latest.length));
      expect(await store.read(randomUUID())).toBeUndefined();
    });

    test('is changed all at once; members that are undefined are taken away', async () => {
      const lease = { holder: 'one', until: 7 };
      const turn = turnOf(1);
      expect(await commit({ to: { lastSeq: 3, accepted: 1, lease }, turn, isNew: true, note: noteOf(2) })).toBe(true);
      expect(await stored()).toMatchObject({ lastSeq: 3, accepted: 1, lease, latest: [turn] });
      expect([await store.readTurn(id, 1), await store.readNotes(id, 0)]).toEqual([turn, [noteOf(2)]]);
      expect(await commit({ to: { lastSeq: 4, lease: undefined } })).toBe(true);
      expect(await stored()).not.toHaveProperty('lease');
    });

    test('is not changed by who has read it before another message, another socket or its end', async () => {
      const from = await stored();
      await commit();
      expect(await commit({ from, turn: turnOf(1), isNew: true, note: noteOf(2) })).toBe(false);
      const later = await stored();
      await store.attach(id, 'a tab', 1);
      expect(await commit({ from: later })).toBe(false);
      const latest = await stored();
      await store.detach(id, 'a tab');
      expect(await commit({ from: latest })).toBe(true);
      const last = await stored();
      await store.forget(id);
      expect(await commit({ from: last, turn: turnOf(1), isNew: true })).toBe(false);
      expect([await store.readTurn(id, 1), await store.readNotes(id, 0), await store.read(id)]).toEqual([
        undefined,
        [],
        undefined,
      ]);
    });

    test('has each turn, and each name of one, once', async () => {
      const turn = turnOf(1);
      await commit({ turn, isNew: true });
      expect(await commit({ turn: turnOf(1), isNew: true })).toBe(false);
      expect(await commit({ turn: { ...turn, turn: 2 }, isNew: true })).toBe(false);
      expect(await commit({ turn: { ...turn, text: 'When, then?' } })).toBe(true);
      expect(await store.readTurn(id, 1)).toMatchObject({ text: 'When, then?' });
      const { conversation, asked } = await store.readWithAsked(id, turn.turnId);
      expect([conversation, asked]).toEqual([{ ...(await stored()), latest: [] }, 1]);
      expect(await store.readWithAsked(id, randomUUID())).not.toHaveProperty('asked');
      expect(await store.readWithAsked(randomUUID(), turn.turnId)).toEqual({ buckets: {} });
    });

    test('gives its turns by their numbers, and its notes behind a number, in order', async () => {
      for (let seq = 1; seq <= 12; seq++) await commit({ turn: turnOf(seq), isNew: true, note: noteOf(seq) });
      expect((await store.readTurns(id, 9, 11)).map(({ turn }) => turn)).toEqual([9, 10, 11]);
      expect(await store.readTurns(id, 3, 2)).toEqual([]);
      expect((await store.readNotes(id, 8)).map(({ seq }) => seq)).toEqual([9, 10, 11, 12]);
      expect(await store.readNotes(id, 12)).toEqual([]);
    });
  });

  describe('a socket', () => {
    test('is attached while it has seen all, and detached as often as one likes', async () => {
      await commit();
      expect([await store.attach(id, 'a tab', 0), await store.attach(id, 'a tab', 1)]).toEqual([false, true]);
      expect(await store.attach(id, 'a tab', 1)).toBe(true);
      expect(await stored()).toMatchObject({ sockets: ['a tab'], attached: 2 });
      for (let time = 0; time < 2; time++) await store.detach(id, 'a tab');
      expect(await stored()).toMatchObject({ sockets: [], attached: 2 });
      const gone = randomUUID();
      await store.detach(gone, 'a tab');
      expect([await store.attach(gone, 'a tab', 0), await store.read(gone)]).toEqual([false, undefined]);
    });

    test('belongs to a conversation until it is dropped', async () => {
      const tab = randomUUID();
      await store.noteSocket(tab, id, EXPIRY.expiresAt);
      expect(await store.conversationOf(tab)).toBe(id);
      for (let time = 0; time < 2; time++) await store.dropSocket(tab);
      expect(await store.conversationOf(tab)).toBeUndefined();
    });
  });

  test('a bucket gives what it holds at once, then one token each time that one has come', async () => {
    const bucket = randomUUID();
    const waits: number[] = [];
    for (const now of [0, 0, 0, 0, 500, 2_000, 2_000, 60_000, 60_000])
      waits.push(await store.takeToken(bucket, { perSecond: 0.5, burst: 3 }, 1_000_000 + now));
    expect(waits).toEqual([0, 0, 0, 2_000, 1_500, 0, 2_000, 0, 0]);
  });

  test('tokens are taken with a turn or not at all, and how full buckets are is read with what decides about it', async () => {
    const [bucket, rate] = [randomUUID(), { perSecond: 0.5, burst: 2 }];
    const full = async () => (await store.readWithAsked(id, randomUUID(), [bucket])).buckets;
    const take = async (turn: number, fullAt?: number): Promise<boolean> => {
      const takes = [{ bucket, rate, now: 1_000_000, ...(fullAt === undefined ? {} : { fullAt }) }];
      return commit({ turn: turnOf(turn), isNew: true, takes });
    };
    expect([await full(), await take(1), await full()]).toEqual([{}, true, { [bucket]: 1_002_000 }]);
    expect([await take(1, 1_002_000), await full()]).toEqual([false, { [bucket]: 1_002_000 }]);
    expect([await take(2, 1_002_000), await full()]).toEqual([true, { [bucket]: 1_004_000 }]);
    expect([await take(3, 1_004_000), await store.readTurn(id, 3)]).toEqual([false, undefined]);
  });
});
