import { createContext, type ReactNode, useContext } from 'react';
import type { Api } from '../api/call.ts';
import { type Action, mayOf, type Person } from './person.ts';

export type Session = { person: Person; stage: string; api: Api; signOut: () => void };

const Current = createContext<Session | undefined>(undefined);

export const SessionProvider = ({ session, children }: { session: Session; children: ReactNode }) => (
  <Current value={session}>{children}</Current>
);

/** Who works here, and how the API is asked. Throws outside of the gate. */
export const useSession = (): Session => {
  const session = useContext(Current);
  if (!session) throw new Error('useSession is called outside of the gate.');
  return session;
};

/** How the API is asked, as whoever is signed in. */
export const useApi = (): Api => useSession().api;

/** Whether whoever is signed in may: what they may not do, they are not offered. */
export const useMay = (action: Action): boolean => mayOf(useSession().person.roles, action);
