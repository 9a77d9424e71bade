import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import { LIVE_SITE, type LiveKnowledge } from '../../shared/live-site.ts';
import { publicationKey, withoutKeys } from './keys.ts';
import { contentTable } from './table.ts';

const KEY = LIVE_SITE;

/** A version of the site that is made and not yet live, with the publications in it. */
export type Prepared = {
  version: number;
  manifestKey: string;
  /** What the chatbot knows at that version. */
  knowledge: LiveKnowledge['knowledge'];
  /** What it knows in territories that are apart. */
  editions?: LiveKnowledge['editions'];
  publications: { publicationId: string; stagedKey: string }[];
};

/** Which version of the site is live, and who works on the next one. */
export type SiteRecord = {
  /** 0 before anything was published. */
  version: number;
  manifestKey?: string;
  turn?: { holder: string; until: number };
  next?: Prepared;
};

/** Pages that are rendered and wait to go live together. */
export type Staged = { publicationId: string; planKey: string; stagedKey: string };

const refused = (error: unknown): boolean => error instanceof Error && error.name === 'ConditionalCheckFailedException';

/** Reads which version is live. */
export const readSite = async (): Promise<SiteRecord> => {
  const { Item } = await table.send(new GetCommand({ TableName: contentTable, Key: KEY, ConsistentRead: true }));
  return Item ? withoutKeys<SiteRecord>(Item) : { version: 0 };
};

/** Puts rendered pages up for the next version of the site; once more changes nothing. */
export const stage = async ({ publicationId, planKey }: Omit<Staged, 'stagedKey'>): Promise<void> => {
  const sk = `STAGED#${publicationId}`;
  await table.send(new PutCommand({ TableName: contentTable, Item: { pk: 'SITE', sk, publicationId, planKey } }));
};

/** What waits for the next version; at most `limit`. */
export const readStaged = async (limit: number): Promise<Staged[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: contentTable,
      KeyConditionExpression: 'pk = :site AND begins_with(sk, :staged)',
      ExpressionAttributeValues: { ':site': 'SITE', ':staged': 'STAGED#' },
      ConsistentRead: true,
      Limit: limit,
    }),
  );
  return Items.map(({ sk, publicationId, planKey }) => ({ publicationId, planKey, stagedKey: sk }));
};

/** Takes the turn to make the next version, where nobody has it or whoever has it took too long. Undefined where it is taken. */
export const takeTurn = async (holder: string, now: number, until: number): Promise<SiteRecord | undefined> => {
  try {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName: contentTable,
        Key: KEY,
        UpdateExpression: 'SET turn = :turn, version = if_not_exists(version, :none)',
        ConditionExpression: 'attribute_not_exists(turn) OR turn.holder = :holder OR turn.#until < :now',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':turn': { holder, until }, ':holder': holder, ':now': now, ':none': 0 },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return withoutKeys<SiteRecord>(Attributes ?? {});
  } catch (error) {
    if (refused(error)) return undefined;
    throw error;
  }
};

/** Gives the turn back where nothing is to be done. */
export const giveTurnBack = async (holder: string): Promise<void> => {
  try {
    await table.send(
      new UpdateCommand({
        TableName: contentTable,
        Key: KEY,
        UpdateExpression: 'REMOVE turn',
        ConditionExpression: 'turn.holder = :holder',
        ExpressionAttributeValues: { ':holder': holder },
      }),
    );
  } catch (error) {
    if (!refused(error)) throw error;
  }
};

/** Notes the version that is made; false where somebody else has the turn by now. From here on it will go live. */
export const prepare = async (holder: string, next: Prepared): Promise<boolean> => {
  try {
    await table.send(
      new UpdateCommand({
        TableName: contentTable,
        Key: KEY,
        UpdateExpression: 'SET #next = :next',
        ConditionExpression: 'turn.holder = :holder AND version = :before',
        ExpressionAttributeNames: { '#next': 'next' },
        ExpressionAttributeValues: { ':next': next, ':holder': holder, ':before': next.version - 1 },
      }),
    );
    return true;
  } catch (error) {
    if (refused(error)) return false;
    throw error;
  }
};

/** Notes that a version is live, with all that was in it, and gives the turn back. False where that was noted already. */
export const finish = async (next: Prepared, before: string | undefined): Promise<boolean> => {
  const staged = next.publications.map(({ stagedKey }) => ({
    Delete: { TableName: contentTable, Key: { pk: 'SITE', sk: stagedKey } },
  }));
  const publications = next.publications.map(({ publicationId }) => ({
    Update: {
      TableName: contentTable,
      Key: publicationKey(publicationId),
      UpdateExpression: `SET #state = :live, siteVersion = :version${before ? ', siteBefore = :before' : ''}`,
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':live': 'live',
        ':version': next.version,
        ...(before ? { ':before': before } : {}),
      },
    },
  }));
  const site = {
    Update: {
      TableName: contentTable,
      Key: KEY,
      UpdateExpression:
        'SET version = :version, manifestKey = :key, knowledge = :knowledge, editions = :editions REMOVE #next, turn',
      ConditionExpression: 'version = :before AND #next.version = :version',
      ExpressionAttributeNames: { '#next': 'next' },
      ExpressionAttributeValues: {
        ':version': next.version,
        ':key': next.manifestKey,
        ':knowledge': next.knowledge,
        ':editions': next.editions ?? [],
        ':before': next.version - 1,
      },
    },
  };
  try {
    await table.send(new TransactWriteCommand({ TransactItems: [site, ...staged, ...publications] }));
    return true;
  } catch (error) {
    const { CancellationReasons } = error as { CancellationReasons?: { Code?: string }[] };
    if (CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed') return false;
    throw error;
  }
};

/** Takes back what was put up for the next version. */
export const unstage = async (publicationId: string): Promise<void> => {
  await table.send(new DeleteCommand({ TableName: contentTable, Key: { pk: 'SITE', sk: `STAGED#${publicationId}` } }));
};
