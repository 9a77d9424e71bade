import { QueryClient } from '@tanstack/react-query';
import { AwsCallError, NoSessionError } from '../aws/call.ts';

/** Attempts after the first, of reads that may succeed later; AWS's own refusals (4xx but throttling) do not. */
const RETRIES = 3;

const isFinal = (error: Error): boolean =>
  error instanceof NoSessionError ||
  (error instanceof AwsCallError && error.status < 500 && error.status !== 429 && !/Throttl/.test(error.name));

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, error) => count < RETRIES && !isFinal(error),
        retryDelay: (count) => 500 * 2 ** count,
        refetchOnWindowFocus: false,
        staleTime: 1000,
      },
    },
  });
