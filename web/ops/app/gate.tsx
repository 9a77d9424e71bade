import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NoSessionError, openSession, readSession } from '../aws/call.ts';
import { SessionProvider } from './session.tsx';

/** Spends the link's token, where there is one, and takes it out of the address before anything else is shown. */
const enter = async () => {
  const token = location.hash.slice(1);
  if (token !== '') {
    history.replaceState(null, '', `${location.pathname}${location.search}`);
    await openSession(token).catch((error: unknown) => {
      // A link that is opened twice in one browser is spent, yet the browser has its cookie.
      if (!(error instanceof NoSessionError)) throw error;
    });
  }
  return readSession();
};

/** Lets nobody in without a session; says how to get one. */
export const Gate = ({ children }: { children: ReactNode }) => {
  const { data, error, isPending } = useQuery({
    queryKey: ['session'],
    queryFn: enter,
    retry: false,
    staleTime: Infinity,
  });
  if (isPending) return <Skeleton label="Opening the console" />;
  if (data) return <SessionProvider session={data}>{children}</SessionProvider>;
  if (error instanceof NoSessionError) {
    return (
      <main className="gate">
        <h1>This console is opened by its link</h1>
        <p>
          A link works once, in one browser. <code>npm start</code> prints one; <code>npm run marquee -- console</code>{' '}
          prints a new one at any time, and with <code>--profile</code> and <code>--stage</code> one for an AWS account.
        </p>
      </main>
    );
  }
  return <Failure title="The console's own server does not answer" error={error} />;
};
