/** How many shard iterators are remembered; AWS lets each live 15 minutes. */
const LIMIT = 10_000;

/**
 * Which stream a shard iterator reads. GetRecords names no stream, but IAM judges it by the stream, so the iterators
 * that were handed out are remembered.
 */
export const createIterators = () => {
  const streams = new Map<string, string>();
  return {
    remember(iterator: unknown, streamArn: string): void {
      if (typeof iterator !== 'string') return;
      streams.delete(iterator);
      streams.set(iterator, streamArn);
      const oldest = streams.size > LIMIT ? streams.keys().next().value : undefined;
      if (oldest !== undefined) streams.delete(oldest);
    },
    streamOf: (iterator: unknown): string | undefined => streams.get(String(iterator)),
  };
};
