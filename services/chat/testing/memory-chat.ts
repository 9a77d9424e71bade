import type { Conversation, Note, Turn } from '../model/conversation.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Commit, Stored } from '../store/conversations.ts';

/** What DynamoDB gives back: a copy, without members that are undefined. */
const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

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
  const tickets = new Map<string, Ticket>();
  const stored = (row: Row | undefined): Stored | undefined =>
    row && copy({ ...row.conversation, sockets: [...row.sockets], latest: [...row.turns.values()].slice(-NEWEST) });

  return {
    rows,
    tickets,
    open: async (conversation: Conversation, { expiresAt }: { expiresAt: number }): Promise<void> => {
      const row = { conversation: copy({ ...conversation, attached: 0, expiresAt }), sockets: new Set<string>() };
      rows.set(conversation.conversationId, { ...row, turns: new Map(), notes: [] });
    },
    read: async (id: string): Promise<Stored | undefined> => stored(rows.get(id)),
    readWithAsked: async (id: string, turnId: string): Promise<{ conversation?: Stored; asked?: number }> => {
      const [conversation, turn] = [stored(rows.get(id)), asked.get(`${id} ${turnId}`)];
      return { ...(conversation ? { conversation } : {}), ...(turn ? { asked: turn } : {}) };
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
      const { from, to, turn, isNew, note, ticket } = step;
      const row = rows.get(from.conversationId);
      if (row?.conversation.lastSeq !== from.lastSeq || row.conversation.attached !== from.attached) return false;
      const name = `${from.conversationId} ${turn?.turnId}`;
      if (turn && isNew && (row.turns.has(turn.turn) || asked.has(name))) return false;
      row.conversation = copy({ ...row.conversation, ...to, expiresAt });
      if (turn) row.turns.set(turn.turn, copy(turn));
      if (turn && isNew) asked.set(name, turn.turn);
      if (note) row.notes.push(copy(note));
      if (ticket) tickets.set(ticket.ticketId, copy(ticket));
      return true;
    },
    forget: async (id: string): Promise<void> => void rows.delete(id),
    attach: async (id: string, connectionId: string, lastSeq: number): Promise<boolean> => {
      const row = rows.get(id);
      if (row?.conversation.lastSeq !== lastSeq) return false;
      row.sockets.add(connectionId);
      row.conversation.attached += 1;
      return true;
    },
    detach: async (id: string, connectionId: string): Promise<void> => void rows.get(id)?.sockets.delete(connectionId),
    noteSocket: async (connectionId: string, id: string): Promise<void> => void owners.set(connectionId, id),
    conversationOf: async (connectionId: string): Promise<string | undefined> => owners.get(connectionId),
    dropSocket: async (connectionId: string): Promise<void> => void owners.delete(connectionId),
  };
};

export type MemoryChat = ReturnType<typeof memoryChat>;
