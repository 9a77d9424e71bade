import * as executeApi from '@aws-sdk/client-apigatewaymanagementapi';
import * as apigatewayv2 from '@aws-sdk/client-apigatewayv2';
import * as cloudformation from '@aws-sdk/client-cloudformation';
import * as cloudfront from '@aws-sdk/client-cloudfront';
import * as keyValues from '@aws-sdk/client-cloudfront-keyvaluestore';
import '@aws-sdk/signature-v4a';
import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import * as logs from '@aws-sdk/client-cloudwatch-logs';
import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as dynamodbstreams from '@aws-sdk/client-dynamodb-streams';
import * as events from '@aws-sdk/client-eventbridge';
import * as iam from '@aws-sdk/client-iam';
import * as lambda from '@aws-sdk/client-lambda';
import * as s3 from '@aws-sdk/client-s3';
import * as scheduler from '@aws-sdk/client-scheduler';
import * as secretsmanager from '@aws-sdk/client-secrets-manager';
import * as states from '@aws-sdk/client-sfn';
import * as sns from '@aws-sdk/client-sns';
import * as sqs from '@aws-sdk/client-sqs';
import * as ssm from '@aws-sdk/client-ssm';
import * as sts from '@aws-sdk/client-sts';
import { type Api, apiOf } from './api.ts';

/** AWS's APIs by the name of the runtime's service, as the SDK's clients describe them. */
export const APIS: Readonly<Record<string, Api>> = {
  apigatewayv2: apiOf('API Gateway V2', apigatewayv2, apigatewayv2.ApiGatewayV2Client),
  'execute-api': apiOf('API Gateway Management API', executeApi, executeApi.ApiGatewayManagementApiClient),
  cloudformation: apiOf('CloudFormation', cloudformation, cloudformation.CloudFormationClient),
  cloudfront: apiOf('CloudFront', cloudfront, cloudfront.CloudFrontClient),
  'cloudfront-keyvaluestore': apiOf('CloudFront KeyValueStore', keyValues, keyValues.CloudFrontKeyValueStoreClient),
  cloudwatch: apiOf('CloudWatch', cloudwatch, cloudwatch.CloudWatchClient),
  logs: apiOf('CloudWatch Logs', logs, logs.CloudWatchLogsClient),
  'cognito-idp': apiOf('Cognito user pools', cognito, cognito.CognitoIdentityProviderClient),
  dynamodb: apiOf('DynamoDB', dynamodb, dynamodb.DynamoDBClient),
  dynamodbstreams: apiOf('DynamoDB Streams', dynamodbstreams, dynamodbstreams.DynamoDBStreamsClient),
  events: apiOf('EventBridge', events, events.EventBridgeClient),
  scheduler: apiOf('EventBridge Scheduler', scheduler, scheduler.SchedulerClient),
  iam: apiOf('IAM', iam, iam.IAMClient),
  lambda: apiOf('Lambda', lambda, lambda.LambdaClient),
  s3: apiOf('S3', s3, s3.S3Client),
  secretsmanager: apiOf('Secrets Manager', secretsmanager, secretsmanager.SecretsManagerClient),
  sns: apiOf('SNS', sns, sns.SNSClient),
  sqs: apiOf('SQS', sqs, sqs.SQSClient),
  states: apiOf('Step Functions', states, states.SFNClient),
  sts: apiOf('STS', sts, sts.STSClient),
  ssm: apiOf('Systems Manager parameters', ssm, ssm.SSMClient),
};

/** Services and operations of the runtime that no API of AWS has. */
export const OWN: ReadonlySet<string> = new Set(['faults', 's3:PostObject']);
