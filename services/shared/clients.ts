import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

// Each is marked pure so that a bundle carries only the clients that its own code touches.

const dynamo = /* @__PURE__ */ new DynamoDBClient({});

/** DynamoDB with plain objects as items; undefined members are left out. */
export const table = /* @__PURE__ */ DynamoDBDocumentClient.from(dynamo, {
  marshallOptions: { removeUndefinedValues: true },
});

/** Bodies are signed by their SHA-256, which S3 verifies; another checksum over every rendition would only cost time. */
export const s3 = /* @__PURE__ */ new S3Client({
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
});

export const events = /* @__PURE__ */ new EventBridgeClient({});

export const queues = /* @__PURE__ */ new SQSClient({});

export const scheduler = /* @__PURE__ */ new SchedulerClient({});

/** Whoever uses it imports `@aws-sdk/signature-v4a` too: the store takes no other signature. */
export const keyValueStore = /* @__PURE__ */ new CloudFrontKeyValueStoreClient({});
