import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../api/call.ts';
import type { Release } from '../../api/releases.ts';
import type { UsedRelease } from './use-release.ts';

/** Does one thing with a release after what was written is kept; what the API refuses is said beside the button that asked. */
export const useAction = (use: UsedRelease, done: () => void) => {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const act = async (ask: () => Promise<Release>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      if (await use.settled()) {
        use.put(await ask());
        done();
      } else done();
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['readiness'] });
    }
  };
  const refused = error instanceof ApiError ? error : undefined;
  return { act, isBusy, error, code: refused?.code, details: refused?.details };
};
