import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

// Each is marked pure so that a bundle carries only the clients that its own code touches.

const dynamo = /* @__PURE__ */ new DynamoDBClient({});

/** DynamoDB with plain objects as items; undefined members are left out. */
export const table = /* @__PURE__ */ DynamoDBDocumentClient.from(dynamo, {
  marshallOptions: { removeUndefinedValues: true },
});

export const s3 = /* @__PURE__ */ new S3Client({});

export const events = /* @__PURE__ */ new EventBridgeClient({});
