import { Button } from '@marquee/ui/button.tsx';
import { Skeleton } from '@marquee/ui/notice.tsx';
import type { User } from 'oidc-client-ts';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { createApi } from '../api/call.ts';
import { useWords } from '../words/use-words.ts';
import { personOf } from './person.ts';
import { SessionProvider } from './session.tsx';
import type { Settings } from './settings.ts';
import { createSignIn, type SignIn } from './sign-in.ts';

type State = { user: User } | { failed: unknown } | 'ended' | undefined;

/** Who is signed in in this tab; leaves for Cognito where nobody is. */
const enter = async (signIn: SignIn): Promise<User | undefined> => {
  if (signIn.isReturn()) await signIn.finish();
  const user = await signIn.users.getUser();
  if (user && !user.expired) return user;
  const renewed = user?.refresh_token ? await signIn.users.signinSilent().catch(() => null) : null;
  if (renewed) return renewed;
  await signIn.begin();
  return undefined;
};

/** Lets in who signs in, keeps the session alive, and says when it could not. */
export const Gate = ({ settings, children }: { settings: Settings; children: ReactNode }) => {
  const signIn = useMemo(() => createSignIn(settings), [settings]);
  const [state, setState] = useState<State>();
  useEffect(() => {
    const { events } = signIn.users;
    const offLoaded = events.addUserLoaded((user) => setState({ user }));
    const offExpired = events.addAccessTokenExpired(() => setState('ended'));
    // Both effects of a double start share the one way to Cognito.
    entered ??= enter(signIn);
    entered.then((user) => user && setState({ user })).catch((failed: unknown) => setState({ failed }));
    return () => {
      offLoaded();
      offExpired();
    };
  }, [signIn]);
  if (state === undefined) return <Waiting />;
  if (state === 'ended' || 'failed' in state) return <NotIn state={state} begin={() => void signIn.begin()} />;
  return (
    <Inside user={state.user} signIn={signIn} stage={settings.stage}>
      {children}
    </Inside>
  );
};

let entered: Promise<User | undefined> | undefined;

const Waiting = () => <Skeleton label={useWords().signingIn} />;

const NotIn = ({ state, begin }: { state: 'ended' | { failed: unknown }; begin: () => void }) => {
  const words = useWords();
  const ended = state === 'ended';
  const reason = ended ? words.sessionEndedWhy : reasonOf(state.failed, words.noAnswer);
  return (
    <main className="gate" role="alert">
      <h1>{ended ? words.sessionEnded : words.signInFailed}</h1>
      <p>{reason}</p>
      <Button kind="primary" onPress={begin}>
        {words.signInAgain}
      </Button>
    </main>
  );
};

const reasonOf = (error: unknown, noAnswer: string): string =>
  error instanceof TypeError ? noAnswer : error instanceof Error ? error.message : String(error);

type InsideProps = { user: User; signIn: SignIn; stage: string; children: ReactNode };

const Inside = ({ user, signIn, stage, children }: InsideProps) => {
  const words = useWords();
  const api = useMemo(
    () =>
      createApi({
        fetch: (...given) => fetch(...given),
        token: async () => (await signIn.users.getUser())?.access_token ?? '',
        renew: async () => (await signIn.users.signinSilent())?.access_token ?? '',
      }),
    [signIn],
  );
  const person = useMemo(() => personOf(user.access_token, user.profile.email), [user]);
  const signOut = (): void => void signIn.end();
  if (person.roles.length === 0) {
    return (
      <main className="gate">
        <h1>{words.noRights}</h1>
        <p>{words.noRightsWhy(person.name)}</p>
        <Button onPress={signOut}>{words.signOut}</Button>
      </main>
    );
  }
  return <SessionProvider session={{ person, stage, api, signOut }}>{children}</SessionProvider>;
};
