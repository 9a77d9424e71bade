import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { table } from './clients.ts';
import { variable } from './environment.ts';

const TableName = /* @__PURE__ */ variable('CONTENT_TABLE');

/** Where the content table says which version of the site is live. */
export const LIVE_SITE = { pk: 'SITE', sk: 'LIVE' } as const;

/** The key of a file for each language, the default one first. */
export type KnowledgeKeys = readonly { locale: string; key: string }[];

/** What the chatbot knows at the version that is live, and what else in territories that see something else. */
export type LiveKnowledge = {
  version: number;
  knowledge: KnowledgeKeys;
  editions?: readonly { territories: readonly string[]; knowledge: KnowledgeKeys }[];
};

/** Reads what is live now; version 0 before anything was published. */
export const readLiveKnowledge = async (): Promise<LiveKnowledge> => {
  const { Item = {} } = await table.send(
    new GetCommand({
      TableName,
      Key: LIVE_SITE,
      ConsistentRead: true,
      ProjectionExpression: 'version, knowledge, editions',
    }),
  );
  return { version: Item.version ?? 0, knowledge: Item.knowledge ?? [], editions: Item.editions ?? [] };
};
