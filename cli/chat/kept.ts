import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ConnectionOptions } from '../connection.ts';
import { defaultDataFolder } from '../running.ts';
import { UsageError } from '../usage.ts';

/** The file of a data folder that keeps the tokens of conversations, for those who go on with one. */
export const CONVERSATIONS_FILE = 'conversations.json';

/** A conversation that this machine takes part in. */
export type Kept = { conversationId: string; token: string; last: number };

/** Conversations that are kept, the newest first. */
const MOST = 50;

const fileOf = ({ data, stage = 'dev' }: ConnectionOptions): string =>
  join(data === undefined ? defaultDataFolder(stage) : resolve(data), CONVERSATIONS_FILE);

const readAll = (file: string): Kept[] => {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept[]) : [];
  } catch (cause) {
    throw new UsageError(`${file} cannot be read: ${(cause as Error).message}. Delete it to begin anew.`, { cause });
  }
};

/** Keeps a conversation, readable by this user alone; without a data folder nothing is kept. */
export const keep = (options: ConnectionOptions, kept: Kept): void => {
  const file = fileOf(options);
  const others = readAll(file).filter(({ conversationId }) => conversationId !== kept.conversationId);
  try {
    writeFileSync(`${file}.${process.pid}`, JSON.stringify([kept, ...others].slice(0, MOST)), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
};

/** The conversation of that id. Throws `UsageError` where this machine does not take part in it. */
export const keptConversation = (options: ConnectionOptions, conversationId: string): Kept => {
  const found = readAll(fileOf(options)).find((kept) => kept.conversationId === conversationId);
  if (found) return found;
  throw new UsageError(
    `This machine has no token of a conversation ${conversationId}. Leave --conversation out to open one.`,
  );
};
