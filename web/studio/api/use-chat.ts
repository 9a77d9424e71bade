import { useMemo } from 'react';
import { useApi } from '../app/session.tsx';
import { type Chat, chatOf } from './chat.ts';

/** What fans ask, as whoever is signed in. */
export const useChat = (): Chat => {
  const api = useApi();
  return useMemo(() => chatOf(api), [api]);
};
