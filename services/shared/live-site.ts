import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { table } from './clients.ts';
import { variable } from './environment.ts';

const TableName = /* @__PURE__ */ variable('CONTENT_TABLE');

/** Where the content table says which version of the site is live. */
export const LIVE_SITE = { pk: 'SITE', sk: 'LIVE' } as const;

/** What the chatbot knows at the version that is live: the key of a file for each language, the default one first. */
export type LiveKnowledge = { version: number; knowledge: readonly { locale: string; key: string }[] };

/** Reads what is live now; version 0 before anything was published. */
export const readLiveKnowledge = async (): Promise<LiveKnowledge> => {
  const { Item = {} } = await table.send(
    new GetCommand({
      TableName,
      Key: LIVE_SITE,
      ConsistentRead: true,
      ProjectionExpression: 'version, knowledge',
    }),
  );
  return { version: Item.version ?? 0, knowledge: Item.knowledge ?? [] };
};
