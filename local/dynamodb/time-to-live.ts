import type { Clock, Timer } from '../clock.ts';

export type Call = (operation: string, input: object) => Promise<Record<string, unknown>>;

/** How often expired items are looked for, in milliseconds. AWS promises days; a minute lets a rehearsal see it. */
const EVERY = 60_000;

/** Items whose time is longer past than this are never removed, in seconds: five years, as AWS documents. */
const OLDEST = 5 * 365 * 86_400;

type Item = Record<string, unknown>;
type Table = { name: string; attribute: string; keys: string[] };

/** Removes expired items by our clock. */
export const startExpiry = (call: Call, clock: Clock) => {
  let tables: Table[] | undefined;
  let stopped = false;
  let timer: Timer | undefined;

  const round = async (): Promise<void> => {
    try {
      tables ??= await tablesWithTtl(call);
      for (const table of tables) await sweep(call, table, Math.floor(clock.now() / 1000));
    } catch {
      // A table that has just gone, or a server that is just ending: the next round sees.
      tables = undefined;
    }
    if (!stopped) arm();
  };
  const arm = (): void => {
    timer = clock.at(clock.now() + EVERY, () => void round());
  };
  arm();

  return {
    tablesChanged(): void {
      tables = undefined;
    },
    stop(): void {
      stopped = true;
      timer?.cancel();
    },
  };
};

const tablesWithTtl = async (call: Call): Promise<Table[]> => {
  const tables: Table[] = [];
  let last: string | undefined;
  do {
    const page = (await call('ListTables', last === undefined ? {} : { ExclusiveStartTableName: last })) as {
      TableNames: string[];
      LastEvaluatedTableName?: string;
    };
    for (const name of page.TableNames) {
      const { TimeToLiveDescription } = (await call('DescribeTimeToLive', { TableName: name })) as {
        TimeToLiveDescription?: { TimeToLiveStatus?: string; AttributeName?: string };
      };
      const attribute = TimeToLiveDescription?.AttributeName;
      if (TimeToLiveDescription?.TimeToLiveStatus !== 'ENABLED' || !attribute) continue;
      const { Table } = (await call('DescribeTable', { TableName: name })) as {
        Table: { KeySchema: { AttributeName: string }[] };
      };
      tables.push({ name, attribute, keys: Table.KeySchema.map(({ AttributeName }) => AttributeName) });
    }
    last = page.LastEvaluatedTableName;
  } while (last !== undefined);
  return tables;
};

const sweep = async (call: Call, { name, attribute, keys }: Table, now: number): Promise<void> => {
  const expired = {
    TableName: name,
    ExpressionAttributeNames: { '#ttl': attribute },
    ExpressionAttributeValues: { ':now': { N: String(now) }, ':oldest': { N: String(now - OLDEST) } },
  };
  const condition = '#ttl < :now AND #ttl > :oldest';
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = (await call('Scan', { ...expired, FilterExpression: condition, ExclusiveStartKey })) as {
      Items?: Item[];
      LastEvaluatedKey?: Item;
    };
    for (const item of page.Items ?? []) {
      const Key = Object.fromEntries(keys.map((key) => [key, item[key]]));
      try {
        await call('DeleteItem', { ...expired, Key, ConditionExpression: condition });
      } catch {
        // The item was given a new time, or is gone.
      }
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
};
