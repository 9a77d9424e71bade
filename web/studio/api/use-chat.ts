import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi, useMay } from '../app/session.tsx';
import { type Chat, chatOf, type GapState, type TicketState } from './chat.ts';

/** What fans ask, as whoever is signed in. */
export const useChat = (): Chat => {
  const api = useApi();
  return useMemo(() => chatOf(api), [api]);
};

/** Groups and conversations that are read at once. */
export const MOST = 100;

/** Groups of questions of one state, for whoever answers fans; asked again every `pace` milliseconds. */
export const useGaps = (state: GapState, pace: number) => {
  const chat = useChat();
  return useQuery({
    queryKey: ['gaps', state],
    queryFn: () => chat.gaps(state, { limit: MOST }),
    refetchInterval: pace,
    enabled: useMay('answerFans'),
  });
};

/** Conversations of one state that were handed over, for whoever answers fans; asked again every `pace` milliseconds. */
export const useTickets = (state: TicketState, pace: number) => {
  const chat = useChat();
  return useQuery({
    queryKey: ['tickets', state],
    queryFn: () => chat.tickets(state, { limit: MOST }),
    refetchInterval: pace,
    enabled: useMay('answerFans'),
  });
};
