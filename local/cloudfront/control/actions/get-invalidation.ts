import { AwsError } from '../../../aws/error.ts';
import type { Operation } from '../../../aws/service.ts';
import { invalidationAnswer } from '../invalidations.ts';
import { type Control, distributionArn, foundDistribution } from '../state.ts';

/** One invalidation. */
export const getInvalidation = (control: Control): Operation => ({
  members: ['DistributionId', 'Id'],
  permissions: ({ DistributionId }: { DistributionId: unknown }) => [
    { action: 'cloudfront:GetInvalidation', resource: distributionArn(control, DistributionId) },
  ],
  run({ DistributionId, Id }: { DistributionId: unknown; Id: unknown }) {
    const found = control.invalidations.find(foundDistribution(control, DistributionId).id, String(Id));
    if (!found) throw new AwsError('NoSuchInvalidation', 'The specified invalidation does not exist.', 404);
    return { Invalidation: invalidationAnswer(found, 'Completed') };
  },
});
