import type { Replay } from '@aws-sdk/client-eventbridge';
import { useQuery } from '@tanstack/react-query';
import { usePace, useSession } from '../app/session.tsx';
import { call } from '../aws/call.ts';

/** Of these nothing more comes. */
export const isOver = (state: string | undefined): boolean =>
  state === 'COMPLETED' || state === 'CANCELLED' || state === 'FAILED';

/** The stage's replays, the newest first, asked for while one runs. */
export const useReplays = () => {
  const { stage } = useSession();
  const pace = usePace(1000, 4000);
  return useQuery({
    queryKey: ['replays', stage],
    queryFn: async ({ signal }): Promise<Replay[]> => {
      const found: Replay[] = [];
      let NextToken: string | undefined;
      do {
        const page = await call('events', 'ListReplays', { NamePrefix: `Replay-${stage}-`, NextToken }, signal);
        found.push(...(page.Replays ?? []));
        NextToken = page.NextToken;
      } while (NextToken);
      return found.sort(
        (one, other) => (other.ReplayStartTime?.getTime() ?? 0) - (one.ReplayStartTime?.getTime() ?? 0),
      );
    },
    refetchInterval: ({ state }) => ((state.data ?? []).some(({ State }) => !isOver(State)) ? pace : 15_000),
  });
};
