import { AwsError } from '../../../aws/error.ts';
import type { Operation } from '../../../aws/service.ts';
import { invalidationAnswer } from '../invalidations.ts';
import { type Control, distributionArn, foundDistribution, invalidArgument } from '../state.ts';

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-invalidations */
const MOST_PATHS = 3000;
const MOST_WILDCARDS = 15;
const LONGEST_PATH = 4000;

type Batch = { CallerReference?: unknown; Paths?: { Quantity?: unknown; Items?: unknown } };

/** Invalidates paths. A call with the reference of an earlier one changes nothing and answers that one. */
export const createInvalidation = (control: Control): Operation => ({
  members: ['DistributionId', 'InvalidationBatch'],
  permissions: ({ DistributionId }: { DistributionId: unknown }) => [
    { action: 'cloudfront:CreateInvalidation', resource: distributionArn(control, DistributionId) },
  ],
  differs: 'Nothing is cached here, so what it answers as `InProgress` is `Completed` at the next look',
  run({ DistributionId, InvalidationBatch }: { DistributionId: unknown; InvalidationBatch?: Batch }) {
    const { id: distribution } = foundDistribution(control, DistributionId);
    const { reference, paths } = read(InvalidationBatch);
    const known = control.invalidations.byReference(distribution, reference);
    if (known && !same(known.paths, paths))
      throw new AwsError(
        'InvalidationBatchAlreadyExists',
        'There is already an invalidation batch with this caller reference and other paths.',
        409,
      );
    const kept = known ?? control.invalidations.keep({ distribution, reference, paths, createdAt: control.now() });
    return {
      Location: `https://cloudfront.amazonaws.com/2020-05-31/distribution/${distribution}/invalidation/${kept.id}`,
      Invalidation: invalidationAnswer(kept, known ? 'Completed' : 'InProgress'),
    };
  },
});

const read = (batch: Batch | undefined): { reference: string; paths: string[] } => {
  const { CallerReference: reference, Paths: { Quantity, Items = [] } = {} } = batch ?? {};
  if (typeof reference !== 'string' || reference === '') throw invalidArgument('CallerReference must be given.');
  if (!Array.isArray(Items) || !Items.every((path) => typeof path === 'string'))
    throw invalidArgument('Paths must be a list of paths.');
  if (Number(Quantity) !== Items.length)
    throw new AwsError('InconsistentQuantities', 'The value of Quantity and the size of Items don’t match.', 400);
  if (Items.length === 0) throw invalidArgument('Your request must contain at least one invalidation path.');
  if (!Items.every(isPath)) throw invalidArgument('Your request contains one or more invalid invalidation paths.');
  if (Items.length > MOST_PATHS) throw new AwsError('BatchTooLarge', 'Invalidation batch specified is too large.', 413);
  if (Items.filter((path) => path.endsWith('*')).length > MOST_WILDCARDS)
    throw new AwsError(
      'TooManyInvalidationsInProgress',
      'You have exceeded the maximum number of allowable InProgress invalidation batch requests, or invalidation objects.',
      400,
    );
  return { reference, paths: Items };
};

/** A path begins with a slash; a star may only end it, and what is no character of an address is percent-encoded. */
const isPath = (path: string): boolean =>
  path.length <= LONGEST_PATH && /^\/[\w\-.~:/?#[\]@!$&'()+,;=%]*\*?$/.test(path) && !/%(?![0-9a-f]{2})/i.test(path);

const same = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
