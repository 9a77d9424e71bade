/** What a function says of a batch: all is done, all has failed, or these items have. */
export type BatchAnswer = 'done' | 'failed' | ReadonlySet<string>;

/**
 * Reads `batchItemFailures` of a function's answer, which is JSON. An empty answer or list means that all is done; anything
 * that is not to be understood means that all has failed, as does an item that the batch does not hold.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export const readBatchAnswer = (payload: string, known: (identifier: string) => boolean): BatchAnswer => {
  const answer = JSON.parse(payload) as unknown;
  if (answer === null || answer === '') return 'done';
  if (typeof answer !== 'object' || Array.isArray(answer)) return 'failed';
  const { batchItemFailures = null } = answer as { batchItemFailures?: unknown };
  if (batchItemFailures === null) return 'done';
  if (!Array.isArray(batchItemFailures)) return 'failed';
  const failed = new Set<string>();
  for (const each of batchItemFailures as ({ itemIdentifier?: unknown } | null)[]) {
    const identifier = each?.itemIdentifier;
    if (typeof identifier !== 'string' || !known(identifier)) return 'failed';
    failed.add(identifier);
  }
  return failed.size === 0 ? 'done' : failed;
};
