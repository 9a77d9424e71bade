import { useQuery } from '@tanstack/react-query';
import { usePace } from '../app/session.tsx';
import { call } from '../aws/call.ts';
import { useSystem } from '../system/use-system.ts';

/** How many messages wait in all dead-letter queues of the stage; undefined until it is known. */
export const useDeadLetterCount = (): number | undefined => {
  const { data: system } = useSystem();
  const pace = usePace(3000, 15_000);
  const { data } = useQuery({
    queryKey: ['dead-letter-count', system?.deadLetterQueues.map(({ url }) => url)],
    enabled: system !== undefined,
    refetchInterval: pace,
    queryFn: async ({ signal }) => {
      const counts = await Promise.all(
        (system?.deadLetterQueues ?? []).map(({ url }) =>
          call(
            'sqs',
            'GetQueueAttributes',
            { QueueUrl: url, AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] },
            signal,
          ),
        ),
      );
      return counts
        .flatMap(({ Attributes = {} }) => Object.values(Attributes))
        .reduce((sum, count) => sum + Number(count), 0);
    },
  });
  return data;
};
