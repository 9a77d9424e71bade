import '@aws-sdk/signature-v4a';
import {
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  PutKeyCommand,
  UpdateKeysCommand,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import { keyValueStore } from './clients.ts';
import { variable } from './environment.ts';

const KvsARN = /* @__PURE__ */ variable('ROUTES_STORE_ARN');

/** The most keys of one call. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions.html */
const MOST_KEYS = 50;

/** Somebody else writes the routes: the turn has passed on. Terminal for this attempt; the workflow looks again. */
export class RoutesTakenError extends Error {
  override name = 'RoutesTakenError';
}

/** The store's entity tag; it changes with every write. */
export const routesTag = async (): Promise<string> => {
  const { ETag = '' } = await keyValueStore.send(new DescribeKeyValueStoreCommand({ KvsARN }));
  return ETag;
};

/** Reads one key, or undefined where there is none. */
export const readRoute = async (Key: string): Promise<string | undefined> => {
  try {
    return (await keyValueStore.send(new GetKeyCommand({ KvsARN, Key }))).Value;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
};

/** Writes keys, provided that nobody wrote since `tag`; answers the tag after. Throws `RoutesTakenError`. */
export const writeRoutes = async (entries: readonly (readonly [string, string])[], tag: string): Promise<string> => {
  let IfMatch = tag;
  for (let from = 0; from < entries.length; from += MOST_KEYS) {
    const Puts = entries.slice(from, from + MOST_KEYS).map(([Key, Value]) => ({ Key, Value }));
    IfMatch = await ifNobodyWrote(
      async () => (await keyValueStore.send(new UpdateKeysCommand({ KvsARN, Puts, IfMatch }))).ETag,
    );
  }
  return IfMatch;
};

/** Writes a key that is not there yet; answers what stands there afterwards, whoever wrote it. */
export const ensureRoute = async (Key: string, make: () => string): Promise<string> => {
  for (;;) {
    const found = await readRoute(Key);
    if (found !== undefined) return found;
    const IfMatch = await routesTag();
    if ((await readRoute(Key)) !== undefined) continue;
    const Value = make();
    try {
      await ifNobodyWrote(
        async () => (await keyValueStore.send(new PutKeyCommand({ KvsARN, Key, Value, IfMatch }))).ETag,
      );
      return Value;
    } catch (error) {
      if (!(error instanceof RoutesTakenError)) throw error;
    }
  }
};

const ifNobodyWrote = async (write: () => Promise<string | undefined>): Promise<string> => {
  try {
    return (await write()) ?? '';
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    if (name !== 'ConflictException' && name !== 'ValidationException') throw cause;
    throw new RoutesTakenError(`The routes were written by another execution: ${(cause as Error).message}`, { cause });
  }
};
