import type { DatabaseSync } from 'node:sqlite';
import type { BucketSettings, Settings } from './s3.ts';

/** Opens the settings of buckets that `database` holds. */
export const openSettings = (database: DatabaseSync): Settings => {
  database.exec('CREATE TABLE IF NOT EXISTS s3_settings (bucket TEXT PRIMARY KEY, settings TEXT NOT NULL)');
  const save = database.prepare('INSERT OR REPLACE INTO s3_settings VALUES (?, ?)');
  const rows = database.prepare('SELECT bucket, settings FROM s3_settings').all() as {
    bucket: string;
    settings: string;
  }[];
  const known = new Map(rows.map(({ bucket, settings }) => [bucket, JSON.parse(settings) as BucketSettings]));
  const forget = database.prepare('DELETE FROM s3_settings WHERE bucket = ?');
  return {
    get: (bucket) => known.get(bucket),
    set(bucket, settings) {
      save.run(bucket, JSON.stringify(settings));
      known.set(bucket, settings);
    },
    remove(bucket) {
      forget.run(bucket);
      known.delete(bucket);
    },
  };
};
