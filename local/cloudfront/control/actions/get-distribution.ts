import type { Operation } from '../../../aws/service.ts';
import { distributionAnswer } from '../distribution-answer.ts';
import { type Control, distributionArn, foundDistribution } from '../state.ts';

/** One distribution. */
export const getDistribution = (control: Control): Operation => ({
  members: ['Id'],
  permissions: ({ Id }: { Id: unknown }) => [
    { action: 'cloudfront:GetDistribution', resource: distributionArn(control, Id) },
  ],
  run({ Id }: { Id: unknown }) {
    const found = foundDistribution(control, Id);
    return { Distribution: distributionAnswer(control, found), ETag: found.etag };
  },
});
