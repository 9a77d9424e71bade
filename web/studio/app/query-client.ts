import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/call.ts';

/** Attempts after the first, of reads that may succeed later; what the API refuses does not. */
const RETRIES = 3;

const isFinal = (error: Error): boolean => error instanceof ApiError && error.status < 500 && error.status !== 429;

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, error) => count < RETRIES && !isFinal(error),
        retryDelay: (count) => 500 * 2 ** count,
        refetchOnWindowFocus: false,
        staleTime: 1000,
      },
      mutations: { networkMode: 'always' },
    },
  });
