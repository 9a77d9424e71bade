import { crc32 } from 'node:zlib';
import { optimisedFailure } from './failure.ts';
import { type Integration, patternsOf } from './integration.ts';
import { withMetadata } from './sdk-metadata.ts';

/** `arn:aws:states:::dynamodb:{getItem,putItem,updateItem,deleteItem}`. */
export const dynamodb: Integration = {
  resourceType: 'dynamodb',
  service: 'dynamodb',
  patterns: patternsOf({
    deleteItem: ['RequestResponse'],
    getItem: ['RequestResponse'],
    putItem: ['RequestResponse'],
    updateItem: ['RequestResponse'],
  }),
  request: (input) => input,
  result: (answer, at) => {
    const body = JSON.stringify(answer);
    const headers = {
      Connection: 'keep-alive',
      'Content-Length': String(Buffer.byteLength(body)),
      'Content-Type': 'application/x-amz-json-1.0',
      Server: 'Server',
      'x-amz-crc32': String(crc32(body)),
    };
    return withMetadata(answer, { at, headers });
  },
  failure: optimisedFailure('DynamoDB', 'AmazonDynamoDBException', 'AmazonDynamoDBv2'),
};
