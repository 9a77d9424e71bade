import { createContext, type ReactNode, useContext } from 'react';
import type { Session } from '../aws/session.ts';

const Current = createContext<Session | undefined>(undefined);

export const SessionProvider = ({ session, children }: { session: Session; children: ReactNode }) => (
  <Current value={session}>{children}</Current>
);

/** Whom the console works for. Throws outside of the gate. */
export const useSession = (): Session => {
  const session = useContext(Current);
  if (!session) throw new Error('useSession is called outside of the gate.');
  return session;
};

/** Whether the operator's role has an action of IAM: what it may not do, it is not offered. */
export const useMay = (...actions: readonly string[]): boolean => {
  const { may } = useSession();
  return actions.every((action) => may.includes(action));
};

/** How often what is live is asked for, in milliseconds: accounts count calls, the machine at hand does not. */
export const usePace = (local: number, account: number): number => (useSession().local ? local : account);
