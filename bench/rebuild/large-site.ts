import { BatchWriteItemCommand, DynamoDBClient, PutItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Connection } from '../../cli/connection.ts';
import type { ItemRecord, Revision } from '../../services/content/item.ts';
import { liveItem } from '../../services/content/site/live-item.ts';
import { emptyManifest } from '../../services/content/site/manifest.ts';
import { itemKey, revisionKey } from '../../services/content/store/keys.ts';

/** When everything of it was written. */
const AT = '2026-01-01T09:00:00.000Z';

const TEXT = 'The lamp was out when the boat came in, and nobody on the quay could say since when. '.repeat(12);

const both = (text: string) => ({ en: text, es: text });

const articles = (count: number): [string, Revision['type'], Record<string, unknown>][] =>
  Array.from({ length: count }, (_, index) => [
    `article-${index}`,
    'news',
    {
      headline: both(`What the log of lamp ${index} says`),
      summary: both(`Entry ${index} of the keeper's log.`),
      body: both(`## Night ${index}\n\n${TEXT}\n\n- **Wind** from the west\n- [The log](/news/)\n\n${TEXT}`),
      dated: { at: `2025-${String(1 + (index % 12)).padStart(2, '0')}-01T09:00`, zone: 'Europe/London' },
    },
  ]);

const NAVIGATION: [string, Revision['type'], Record<string, unknown>] = [
  'navigation',
  'navigation',
  { siteName: both('Nine Lamps Out'), locales: ['en', 'es'].map((locale) => ({ locale, label: locale })) },
];

/**
 * Puts so many articles of two languages behind the API, as if they had been published and none of their pages were there: the
 * next rebuild makes them all.
 */
export const fillSite = async ({ client, outputs }: Connection, count: number): Promise<void> => {
  const dynamo = new DynamoDBClient(client);
  const TableName = outputs.ContentTableName ?? '';
  const manifest = { ...emptyManifest(), version: 1, locales: ['en', 'es'] };
  const requests: WriteRequest[] = [];
  const put = (item: object): void =>
    void requests.push({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } });
  for (const [itemId, type, data] of [NAVIGATION, ...articles(count)]) {
    const revision: Revision = { itemId, type, version: 1, data, by: 'bench', at: AT };
    const item: ItemRecord = {
      ...{ itemId, type, version: 1, sequence: 1, names: {}, slugs: {}, publishedVersion: 1, publishedSequence: 1 },
      ...{
        firstPublishedAt: AT,
        publishedAt: AT,
        createdAt: AT,
        createdBy: 'bench',
        updatedAt: AT,
        updatedBy: 'bench',
      },
    };
    manifest.items[itemId] = liveItem(item, revision, 1, AT);
    put({ ...itemKey(itemId), listPk: 'ITEMS', listSk: `${AT}#${itemId}`, ...item, writes: 1 });
    put({ ...revisionKey(itemId, 1), ...revision });
  }
  for (let from = 0; from < requests.length; from += 25) {
    await dynamo.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests.slice(from, from + 25) } }));
  }
  const Key = 'versions/00000001-bench.json';
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  await s3.send(new PutObjectCommand({ Bucket: outputs.PagesBucketName, Key, Body: JSON.stringify(manifest) }));
  await dynamo.send(
    new PutItemCommand({ TableName, Item: marshall({ pk: 'SITE', sk: 'LIVE', version: 1, manifestKey: Key }) }),
  );
  s3.destroy();
  dynamo.destroy();
};
