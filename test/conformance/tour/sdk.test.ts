import { afterAll, beforeAll, test } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import { apigateway } from './sdk/apigateway.ts';
import { cloudformation } from './sdk/cloudformation.ts';
import { cloudfront } from './sdk/cloudfront.ts';
import { cloudwatch } from './sdk/cloudwatch.ts';
import { cognito } from './sdk/cognito.ts';
import { dynamodb } from './sdk/dynamodb.ts';
import { events } from './sdk/events.ts';
import { iamAndSts } from './sdk/iam-and-sts.ts';
import { lambda } from './sdk/lambda.ts';
import { logs } from './sdk/logs.ts';
import { s3 } from './sdk/s3.ts';
import { scheduler } from './sdk/scheduler.ts';
import { secretsmanager } from './sdk/secretsmanager.ts';
import { sns } from './sdk/sns.ts';
import { sqs } from './sdk/sqs.ts';
import { ssm } from './sdk/ssm.ts';
import { states } from './sdk/states.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground?.close());

test.each([
  ['API Gateway', apigateway],
  ['CloudFormation', cloudformation],
  ['CloudFront and its key value stores', cloudfront],
  ['CloudWatch', cloudwatch],
  ['CloudWatch Logs', logs],
  ['Cognito user pools', cognito],
  ['DynamoDB and its streams', dynamodb],
  ['EventBridge', events],
  ['EventBridge Scheduler', scheduler],
  ['IAM and STS', iamAndSts],
  ['Lambda', lambda],
  ['S3', s3],
  ['Secrets Manager', secretsmanager],
  ['SNS', sns],
  ['SQS', sqs],
  ['Step Functions', states],
  ['Systems Manager parameters', ssm],
])("AWS's own client tours %s", async (_, tour) => {
  await tour(ground);
});
