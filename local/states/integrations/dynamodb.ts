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
  result: (answer) => withMetadata(answer),
  failure: optimisedFailure('DynamoDB', 'AmazonDynamoDBException', 'AmazonDynamoDBv2'),
};
