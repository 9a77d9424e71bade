import { type Rate, takeFrom } from '../limits.ts';
import type { Conversation, Note, Turn } from '../model/conversation.ts';
import type { Commit, FoundAsked, Stored } from '../store/conversations.ts';
import { memoryAsked, memoryGaps, memoryTickets, memoryWords } from './memory-lists.ts';
import { copy } from './memory-pages.ts';

type Row = {
  conversation: Omit<Stored, 'sockets' | 'latest'>;
  sockets: Set<string>;
  turns: Map<number, Turn>;
  notes: Note[];
};

/** Turns that are read with their conversation: few, so that the others are needed too. */
const NEWEST = 2;

/** The chat table in memory, with the conditions that the real one is written to with. */
export const memoryChat = () => {
  const rows = new Map<string, Row>();
  const asked = new Map<string, number>();
  const owners = new Map<string, string>();
  const buckets = new Map<string, number>();
  const { tickets, fits, change, calls: ofTickets } = memoryTickets();
  const { gaps, asks, calls: ofGaps } = memoryGaps();
  const { calls: ofAsked } = memoryAsked();
  const { promises, feedback, calls: ofWords } = memoryWords();
  const stored = (row: Row | undefined): Stored | undefined =>
    row && copy({ ...row.conversation, sockets: [...row.sockets], latest: [...row.turns.values()].slice(-NEWEST) });

  return {
    ...{ rows, tickets, gaps, asks, promises, feedback, buckets },
    ...{ ...ofTickets, ...ofGaps, ...ofWords, ...ofAsked },
    open: async (conversation: Conversation, { expiresAt }: { expiresAt: number }): Promise<void> => {
      if (rows.has(conversation.conversationId))
        throw Object.assign(new Error('It is there.'), { name: 'ConditionalCheckFailedException' });
      const row = { conversation: copy({ ...conversation, attached: 0, expiresAt }), sockets: new Set<string>() };
      rows.set(conversation.conversationId, { ...row, turns: new Map(), notes: [] });
    },
    read: async (id: string): Promise<Stored | undefined> => stored(rows.get(id)),
    readWithAsked: async (id: string, turnId: string, wanted: readonly string[] = []): Promise<FoundAsked> => {
      const [conversation, turn] = [stored(rows.get(id)), asked.get(`${id} ${turnId}`)];
      return {
        ...(conversation ? { conversation: { ...conversation, latest: [] } } : {}),
        ...(turn ? { asked: turn } : {}),
        buckets: Object.fromEntries([...buckets].filter(([bucket]) => wanted.includes(bucket))),
      };
    },
    readTurn: async (id: string, turn: number): Promise<Turn | undefined> => {
      const found = rows.get(id)?.turns.get(turn);
      return found && copy(found);
    },
    readTurns: async (id: string, from: number, to: number): Promise<Turn[]> =>
      copy([...(rows.get(id)?.turns.values() ?? [])].filter(({ turn }) => turn >= from && turn <= to)),
    readNotes: async (id: string, after: number): Promise<Note[]> =>
      copy((rows.get(id)?.notes ?? []).filter(({ seq }) => seq > after)),
    commit: async (step: Commit, { expiresAt }: { expiresAt: number }): Promise<boolean> => {
      const { from, to, turn, isNew, note, ticket, ticketChange, takes = [] } = step;
      const row = rows.get(from.conversationId);
      if (row?.conversation.lastSeq !== from.lastSeq || row.conversation.attached !== from.attached) return false;
      const name = `${from.conversationId} ${turn?.turnId}`;
      if (turn && isNew && (row.turns.has(turn.turn) || asked.has(name))) return false;
      if (ticketChange && !fits(ticketChange)) return false;
      const taken = takes.map(({ bucket, rate, now }) => ({ bucket, ...takeFrom(buckets.get(bucket), rate, now) }));
      if (taken.some((each) => 'wait' in each)) return false;
      for (const each of taken) if ('fullAt' in each) buckets.set(each.bucket, each.fullAt);
      row.conversation = copy({ ...row.conversation, ...to, expiresAt });
      if (turn) row.turns.set(turn.turn, copy(turn));
      if (turn && isNew) asked.set(name, turn.turn);
      if (note) row.notes.push(copy(note));
      if (ticket) tickets.set(ticket.ticketId, copy(ticket));
      if (ticketChange) change(ticketChange);
      return true;
    },
    forget: async (id: string): Promise<void> => {
      rows.delete(id);
      for (const kept of [tickets, asks, promises, feedback])
        for (const [name, { conversationId }] of kept) if (conversationId === id) kept.delete(name);
      for (const name of asked.keys()) if (name.startsWith(id)) asked.delete(name);
    },
    attach: async (id: string, connectionId: string, lastSeq: number): Promise<boolean> => {
      const row = rows.get(id);
      if (row?.conversation.lastSeq !== lastSeq) return false;
      row.sockets.add(connectionId);
      row.conversation.attached += 1;
      row.conversation.told = lastSeq;
      return true;
    },
    detach: async (id: string, connectionId: string): Promise<void> => void rows.get(id)?.sockets.delete(connectionId),
    noteSocket: async (connectionId: string, id: string, _expiresAt: number): Promise<void> =>
      void owners.set(connectionId, id),
    conversationOf: async (connectionId: string): Promise<string | undefined> => owners.get(connectionId),
    dropSocket: async (connectionId: string): Promise<void> => void owners.delete(connectionId),
    takeToken: async (bucket: string, rate: Rate, now: number): Promise<number> => {
      const taken = takeFrom(buckets.get(bucket), rate, now);
      if ('wait' in taken) return taken.wait;
      buckets.set(bucket, taken.fullAt);
      return 0;
    },
  };
};

export type MemoryChat = ReturnType<typeof memoryChat>;
