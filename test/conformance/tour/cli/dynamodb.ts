import { expect } from 'vitest';
import type { Aws } from '../aws.ts';

/** A table: made and waited for, items written, changed and found page by page. */
export const dynamodb = async (aws: Aws): Promise<void> => {
  const made = await aws.run(
    'dynamodb create-table --table-name cli --billing-mode PAY_PER_REQUEST --key-schema AttributeName=pk,KeyType=HASH --attribute-definitions AttributeName=pk,AttributeType=S --stream-specification StreamEnabled=true,StreamViewType=NEW_IMAGE',
  );
  await aws.run('dynamodb wait table-exists --table-name cli');
  const put = (pk: string) => ({ PutRequest: { Item: { pk: { S: pk } } } });
  await aws.run('dynamodb batch-write-item --request-items', JSON.stringify({ cli: ['a', 'b', 'c'].map(put) }));
  await aws.run(
    'dynamodb update-item --table-name cli --key {"pk":{"S":"a"}} --expression-attribute-values {":n":{"N":"1"}} --update-expression',
    'SET n = :n',
  );
  const scanned = await aws.run('dynamodb scan --table-name cli --page-size 1');
  expect(scanned).toMatchObject({ Count: 3, Items: expect.arrayContaining([{ pk: { S: 'a' }, n: { N: '1' } }]) });
  const { Streams } = await aws.run('dynamodbstreams list-streams --table-name cli');
  expect(Streams).toMatchObject([{ StreamArn: made.TableDescription.LatestStreamArn }]);
  const condition = ['--condition-expression', 'attribute_not_exists(pk)'];
  expect(await aws.refused('dynamodb put-item --table-name cli --item {"pk":{"S":"a"}}', ...condition)).toMatch(
    /\(ConditionalCheckFailedException\)/,
  );
  await aws.run('dynamodb delete-table --table-name cli');
  expect(await aws.refused('dynamodb describe-table --table-name cli')).toMatch(/\(ResourceNotFoundException\)/);
};
