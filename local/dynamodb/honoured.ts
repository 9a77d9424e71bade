import { type Honoured, named } from '../aws/honouring.ts';

const all = (members: string): Honoured => ({ members: named(members) });

/** Nothing is bought here, so capacity is neither kept apart nor warmed up. */
const WARM = { WarmThroughput: 'nothing here has to be warmed up' };

const RESERVED =
  'Throughput, the class of a table and its encryption are kept and told, and change nothing; tables are ready at once.';

const WRITE =
  'ReturnValues ReturnConsumedCapacity ReturnItemCollectionMetrics ConditionalOperator ConditionExpression Expected ExpressionAttributeNames ExpressionAttributeValues ReturnValuesOnConditionCheckFailure';

const READ =
  'TableName IndexName Select AttributesToGet Limit ConsistentRead ConditionalOperator ExclusiveStartKey ReturnConsumedCapacity ProjectionExpression FilterExpression ExpressionAttributeNames ExpressionAttributeValues';

/** What DynamoDB's operations make of their input: what the server behind them does, and what is refused before it gets there. */
export const DYNAMODB_HONOURED: Readonly<Record<string, Honoured>> = {
  BatchExecuteStatement: all('Statements ReturnConsumedCapacity'),
  BatchGetItem: all('RequestItems ReturnConsumedCapacity'),
  BatchWriteItem: all('RequestItems ReturnConsumedCapacity ReturnItemCollectionMetrics'),
  CreateTable: {
    ...all(
      'TableName AttributeDefinitions KeySchema LocalSecondaryIndexes GlobalSecondaryIndexes BillingMode ProvisionedThroughput StreamSpecification SSESpecification Tags TableClass DeletionProtectionEnabled OnDemandThroughput',
    ),
    withoutEffect: WARM,
    differs: RESERVED,
  },
  DeleteItem: all(`TableName Key ${WRITE}`),
  DeleteTable: all('TableName'),
  DescribeTable: all('TableName'),
  DescribeTimeToLive: all('TableName'),
  ExecuteStatement: all(
    'Statement Parameters ConsistentRead NextToken ReturnConsumedCapacity Limit ReturnValuesOnConditionCheckFailure',
  ),
  ExecuteTransaction: all('TransactStatements ClientRequestToken ReturnConsumedCapacity'),
  GetItem: all(
    'TableName Key AttributesToGet ConsistentRead ReturnConsumedCapacity ProjectionExpression ExpressionAttributeNames',
  ),
  ListTables: all('ExclusiveStartTableName Limit'),
  ListTagsOfResource: all('ResourceArn NextToken'),
  PutItem: all(`TableName Item ${WRITE}`),
  Query: all(`${READ} KeyConditions QueryFilter ScanIndexForward KeyConditionExpression`),
  Scan: all(`${READ} ScanFilter TotalSegments Segment`),
  TagResource: all('ResourceArn Tags'),
  TransactGetItems: all('TransactItems ReturnConsumedCapacity'),
  TransactWriteItems: all('TransactItems ReturnConsumedCapacity ReturnItemCollectionMetrics ClientRequestToken'),
  UntagResource: all('ResourceArn TagKeys'),
  UpdateItem: all(`TableName Key AttributeUpdates UpdateExpression ${WRITE}`),
  UpdateTable: {
    ...all(
      'TableName AttributeDefinitions BillingMode ProvisionedThroughput GlobalSecondaryIndexUpdates StreamSpecification SSESpecification TableClass DeletionProtectionEnabled OnDemandThroughput',
    ),
    withoutEffect: WARM,
    differs: RESERVED,
  },
  UpdateTimeToLive: {
    ...all('TableName TimeToLiveSpecification'),
    differs:
      'Expired items go within a minute, which takes AWS up to two days; records of the stream tell of them as of any other deletion, without userIdentity.',
  },
};
