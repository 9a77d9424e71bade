import type { Texts } from './assets.ts';
import { type Api, path } from './call.ts';

export const GAP_STATES = ['open', 'drafted', 'answered', 'dismissed'] as const;
export type GapState = (typeof GAP_STATES)[number];

/** Questions of one meaning that had no answer. */
export type Gap = {
  gapId: string;
  locale: string;
  question: string;
  count: number;
  state: GapState;
  firstAt: string;
  lastAt: string;
  itemId?: string;
  asked?: { answered: number; of: number; siteVersion: number };
};

export type Ask = {
  conversationId: string;
  turn: number;
  question: string;
  reason: 'unknown' | 'feedback';
  at: string;
  again?: { outcome: string; text: string; itemId?: string; at: string };
};

export type Source = { path: string; title: string; heading?: string; itemId?: string };
export type Answer = { outcome: string; locale: string; text: string; sources: readonly Source[] };
export type Tried = { answer: Answer; question: string; siteVersion: number };

export type Feedback = {
  conversationId: string;
  turn: number;
  verdict: 'yes' | 'no';
  reason?: string;
  note?: string;
  at: string;
  question: string;
  answer: string;
  outcome: string;
  itemId?: string;
};

export const TICKET_STATES = ['waiting', 'answered', 'timed-out'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export type Ticket = {
  ticketId: string;
  conversationId: string;
  locale: string;
  state: TicketState;
  reason: 'asked' | 'no-answer';
  openedAt: string;
  correlationId: string;
  replies: readonly { replyId: string; text: string; by: string; at: string }[];
};

export type Said = { turn: number; question: string; askedAt: string; outcome?: string; answer?: string };
export type TicketInFull = Ticket & { transcript: readonly Said[] };

/** What the fans asked, by what answered it. */
export type Asked = {
  subject: string;
  title: string;
  itemId?: string;
  outcome: string;
  count: number;
  example: string;
};

type Paged = { limit?: number; next?: string };

/** What the studio does with what fans ask. */
export const chatOf = (api: Api) => ({
  gaps: (state: GapState, page: Paged = {}) =>
    api.get<{ gaps: Gap[]; next?: string }>('/chat/gaps', { query: { state, ...page } }),
  gap: (gapId: string) => api.get<Gap & { asks: Ask[] }>(path('/chat/gaps', gapId)),
  draft: (gapId: string, drafted: { question: Texts; answer?: Texts }) =>
    api.post<{ itemId: string }>(path('/chat/gaps', gapId, 'draft'), { body: drafted }),
  dismiss: (gapId: string) => api.delete<object>(path('/chat/gaps', gapId)),
  feedback: (verdict: 'yes' | 'no', page: Paged = {}) =>
    api.get<{ feedback: Feedback[]; next?: string }>('/chat/feedback', { query: { verdict, ...page } }),
  tickets: (state: TicketState, page: Paged = {}) =>
    api.get<{ tickets: Ticket[]; next?: string }>('/chat/tickets', { query: { state, ...page } }),
  ticket: (ticketId: string) => api.get<TicketInFull>(path('/chat/tickets', ticketId)),
  /** The same `replyId` is the same reply. */
  reply: (ticketId: string, replyId: string, text: string) =>
    api.post<object>(path('/chat/tickets', ticketId, 'replies'), { body: { replyId, text } }),
  /** What a fan would be answered. */
  try: (asked: { text: string; locale: string; territory?: string; rehearsal?: object }) =>
    api.post<Tried>('/chat/try', { body: asked }),
  asked: (locale: string, days: number) => api.get<{ asked: Asked[] }>('/chat/topics', { query: { locale, days } }),
});
export type Chat = ReturnType<typeof chatOf>;
