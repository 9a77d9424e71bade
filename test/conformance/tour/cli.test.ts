import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Aws, awsCli, hasAwsCli } from './aws.ts';
import { apigateway } from './cli/apigateway.ts';
import { cloudformation } from './cli/cloudformation.ts';
import { cloudfront } from './cli/cloudfront.ts';
import { cloudwatch } from './cli/cloudwatch.ts';
import { cognito } from './cli/cognito.ts';
import { dynamodb } from './cli/dynamodb.ts';
import { events } from './cli/events.ts';
import { iamAndSts } from './cli/iam-and-sts.ts';
import { lambda } from './cli/lambda.ts';
import { logs } from './cli/logs.ts';
import { s3 } from './cli/s3.ts';
import { scheduler } from './cli/scheduler.ts';
import { secretsmanager } from './cli/secretsmanager.ts';
import { sns } from './cli/sns.ts';
import { sqs } from './cli/sqs.ts';
import { ssm } from './cli/ssm.ts';
import { states } from './cli/states.ts';
import { type Ground, openGround } from './ground.ts';

/** A command takes the better part of a second to start, so the tours run side by side; in milliseconds. */
const TIMEOUT = 180_000;

describe.skipIf(!hasAwsCli)('the AWS CLI', () => {
  let ground: Ground;
  let aws: Aws;
  beforeAll(async () => {
    ground = await openGround();
    aws = awsCli(ground);
  });
  afterAll(() => ground?.close());

  // The longest first, so that it is not waited for at the end.
  test.concurrent.each([
    ['S3', s3],
    ['API Gateway', apigateway],
    ['CloudFormation', cloudformation],
    ['CloudFront', cloudfront],
    ['CloudWatch', cloudwatch],
    ['CloudWatch Logs', logs],
    ['Cognito user pools', cognito],
    ['DynamoDB and its streams', dynamodb],
    ['EventBridge', events],
    ['EventBridge Scheduler', scheduler],
    ['IAM and STS', iamAndSts],
    ['Lambda', lambda],
    ['Secrets Manager', secretsmanager],
    ['SNS', sns],
    ['SQS', sqs],
    ['Step Functions', states],
    ['Systems Manager parameters', ssm],
  ])('tours %s', { timeout: TIMEOUT }, async (_, tour) => {
    await tour(aws, ground);
  });
});
