import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import type { ArmedRelease } from '../embargo.ts';
import { withoutKeys } from './keys.ts';
import { contentTable } from './table.ts';

/** Reads the releases that hold back what they have, as they are now. */
export const readArmed = async (): Promise<ArmedRelease[]> => {
  const found: ArmedRelease[] = [];
  for (let from: Record<string, unknown> | undefined, more = true; more; more = from !== undefined) {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: contentTable,
        KeyConditionExpression: 'pk = :releases AND begins_with(sk, :armed)',
        ExpressionAttributeValues: { ':releases': 'RELEASES', ':armed': 'ARMED#' },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    found.push(...Items.map((item) => withoutKeys<ArmedRelease>(item)));
    from = LastEvaluatedKey;
  }
  return found;
};
