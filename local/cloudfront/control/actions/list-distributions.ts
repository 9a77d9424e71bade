import type { Operation } from '../../../aws/service.ts';
import { distributionSummary } from '../distribution-answer.ts';
import { type PageInput, pageOf } from '../paging.ts';
import type { Control } from '../state.ts';

/** Distributions, in pages. */
export const listDistributions = (control: Control): Operation => ({
  members: ['Marker', 'MaxItems'],
  permissions: () => [{ action: 'cloudfront:ListDistributions', resource: '*' }],
  run(input: PageInput) {
    const summaries = [...control.distributions.values()].map((each) => distributionSummary(control, each));
    return { DistributionList: pageOf(summaries, input, ({ Id }) => Id) };
  },
});
