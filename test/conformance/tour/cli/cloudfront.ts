import { expect } from 'vitest';
import type { Aws } from '../aws.ts';
import type { Ground } from '../ground.ts';

/** The control plane. The data plane wants asymmetric signatures, for which the CLI needs a library that it does not ship. */
export const cloudfront = async (aws: Aws, { distributionId, storeArn }: Ground): Promise<void> => {
  const { DistributionList } = await aws.run('cloudfront list-distributions');
  expect(DistributionList).toMatchObject({ Items: [{ Id: distributionId, Enabled: true }] });
  const { Invalidation } = await aws.run(
    `cloudfront create-invalidation --distribution-id ${distributionId} --paths /a /cli/*`,
  );
  expect(Invalidation.InvalidationBatch.Paths).toEqual({ Quantity: 2, Items: ['/a', '/cli/*'] });
  await aws.text(`cloudfront wait invalidation-completed --distribution-id ${distributionId} --id ${Invalidation.Id}`);
  expect(await aws.refused(`cloudfront create-invalidation --distribution-id ENONE --paths /a`)).toMatch(
    /\(NoSuchDistribution\)/,
  );
  const { KeyValueStore } = await aws.run('cloudfront describe-key-value-store --name routes');
  expect(KeyValueStore).toMatchObject({ ARN: storeArn, Status: 'READY' });
  const { FunctionSummary } = await aws.run('cloudfront describe-function --name edge --stage LIVE');
  expect(FunctionSummary).toMatchObject({ Name: 'edge', Status: 'DEPLOYED' });
};
