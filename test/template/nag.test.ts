import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { appOf } from './synthesized.ts';

test.each(['dev', 'prod'])(
  'the AWS Solutions rules find nothing in stage %s that is not accepted with a reason',
  (stage) => {
    const app = appOf(stage);
    app.synth();
    const { violations } = new AwsSolutionsChecks(app, { verbose: true }).validateScope(app);
    const findings = violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ resourceLogicalId }) => `${ruleName} ${resourceLogicalId}`),
    );
    expect(findings).toEqual([]);
  },
);

test('the same rules do find a bucket that is left open', () => {
  const app = new App();
  new Bucket(new Stack(app, 'Open'), 'Bucket');
  app.synth();
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  expect(violations.map(({ ruleName }) => ruleName)).toContain('AwsSolutions-S10');
});
