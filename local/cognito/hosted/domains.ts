import type { DatabaseSync } from 'node:sqlite';
import { AwsError } from '../../aws/error.ts';

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html */
const PREFIX = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const RESERVED = ['aws', 'amazon', 'cognito'];

const refused = (message: string): AwsError => new AwsError('InvalidParameterException', message);

/** The prefixes below which user pools have their hosted sign-in. Those made over the wire are kept; templates declare theirs. */
export const createDomains = (database: DatabaseSync) => {
  database.exec('CREATE TABLE IF NOT EXISTS cognito_domains (prefix TEXT PRIMARY KEY, pool_id TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT OR REPLACE INTO cognito_domains VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM cognito_domains WHERE prefix = ?');
  const rows = database.prepare('SELECT prefix, pool_id FROM cognito_domains').all();
  const pools = new Map(rows.map(({ prefix, pool_id }) => [String(prefix), String(pool_id)]));
  const ofPool = (poolId: string): string | undefined => [...pools].find(([, id]) => id === poolId)?.[0];

  /** Throws `InvalidParameterException` where no pool, or not this one, can have the prefix. */
  const requireFree = (prefix: string, poolId: string): void => {
    if (!PREFIX.test(prefix))
      throw refused(
        `Domain "${prefix}" is no prefix: it takes 1 to 63 lower-case letters, digits and hyphens, and no hyphen at either end.`,
      );
    const reserved = RESERVED.find((word) => prefix.includes(word));
    if (reserved !== undefined) throw refused(`Domain cannot contain reserved word: ${reserved}`);
    if (pools.has(prefix) && pools.get(prefix) !== poolId)
      throw refused('Domain already associated with another user pool.');
    const other = ofPool(poolId);
    if (other !== undefined && other !== prefix) throw refused(`User pool already has the domain ${other} configured.`);
  };

  return {
    ofPool,
    /** The id of the pool that signs in below a prefix. */
    poolOf: (prefix: string): string | undefined => pools.get(prefix),
    /** Gives a pool a prefix until the runtime ends. */
    declare(prefix: string, poolId: string): void {
      requireFree(prefix, poolId);
      pools.set(prefix, poolId);
    },
    /** Gives a pool a prefix for good. */
    make(prefix: string, poolId: string): void {
      requireFree(prefix, poolId);
      if (pools.has(prefix)) throw refused('Domain already exists.');
      pools.set(prefix, poolId);
      insert.run(prefix, poolId);
    },
    remove(prefix: string): void {
      pools.delete(prefix);
      remove.run(prefix);
    },
  };
};

export type Domains = ReturnType<typeof createDomains>;
