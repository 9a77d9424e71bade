import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import type { Problem } from '../item.ts';
import type { Publication } from '../publication.ts';
import { publicationKey, withoutKeys } from './keys.ts';
import { contentTable } from './table.ts';

/** Reads a publication as it is now, or undefined where there is none. */
export const readPublication = async (publicationId: string): Promise<Publication | undefined> => {
  const { Item } = await table.send(
    new GetCommand({ TableName: contentTable, Key: publicationKey(publicationId), ConsistentRead: true }),
  );
  return Item && withoutKeys<Publication>(Item);
};

/** Notes that a publication failed, and why; one that is live stays so. */
export const failPublication = async (publicationId: string, problems: readonly Problem[]): Promise<void> => {
  try {
    await table.send(
      new UpdateCommand({
        TableName: contentTable,
        Key: publicationKey(publicationId),
        UpdateExpression: 'SET #state = :failed, problems = :problems',
        ConditionExpression: '#state <> :live',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':failed': 'failed', ':live': 'live', ':problems': problems },
      }),
    );
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
  }
};
