import type { Operation } from '../../../aws/service.ts';
import { type PageInput, pageOf } from '../paging.ts';
import { type Control, distributionArn, foundDistribution } from '../state.ts';

/** Invalidations of a distribution, the newest first, in pages. */
export const listInvalidations = (control: Control): Operation => ({
  members: ['DistributionId', 'Marker', 'MaxItems'],
  permissions: ({ DistributionId }: { DistributionId: unknown }) => [
    { action: 'cloudfront:ListInvalidations', resource: distributionArn(control, DistributionId) },
  ],
  run(input: PageInput & { DistributionId: unknown }) {
    const all = control.invalidations.list(foundDistribution(control, input.DistributionId).id);
    const summaries = all.map(({ id, createdAt }) => ({
      Id: id,
      CreateTime: new Date(createdAt),
      Status: 'Completed',
    }));
    return { InvalidationList: pageOf(summaries, input, ({ Id }) => Id) };
  },
});
