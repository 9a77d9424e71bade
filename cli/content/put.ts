import { isDeepStrictEqual } from 'node:util';
import { type Api, ApiError } from '../api.ts';
import { UsageError } from '../usage.ts';
import { type Item, MOST_TOGETHER, type Publication, publishTogether } from './api.ts';
import { withAssetIds } from './asset-names.ts';
import { type ItemFile, inOrder } from './item-files.ts';

/** What became of one file; `kept` is an item that is not as the file has it and was left so. */
export type Put = { itemId: string; outcome: 'created' | 'changed' | 'unchanged' | 'kept'; version: number };

type Options = {
  /** Whether items that are there already become as files have them. Default: yes. */
  change?: boolean;
};

/** Writes items as files have them, those that others refer to first. Throws `ApiError` or `UsageError`, which name the file and the field. */
export const putItems = async (api: Api, files: readonly ItemFile[], options: Options = {}): Promise<Put[]> => {
  const ordered = inOrder(await withAssetIds(api, files));
  const done: Put[] = [];
  for (const item of ordered) {
    try {
      done.push(await putItem(api, item, options));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      throw new ApiError(error.status, error.code, `${item.file}: ${error.message}`);
    }
  }
  return done;
};

const putItem = async (api: Api, { file, itemId, type, data }: ItemFile, { change = true }: Options): Promise<Put> => {
  const current = await existing(api, itemId);
  if (!current) {
    const { version } = await api<Item>('POST', '/content', { type, itemId, data });
    return { itemId, outcome: 'created', version };
  }
  if (change && current.type !== type) {
    throw new UsageError(`${file}: type: ${itemId} is of type ${current.type}, and stays so; choose another itemId.`);
  }
  if (isDeepStrictEqual(current.data, data)) return { itemId, outcome: 'unchanged', version: current.version };
  if (!change) return { itemId, outcome: 'kept', version: current.version };
  const { version } = await api<Item>('PUT', `/content/${itemId}`, { data }, { 'if-match': `"${current.version}"` });
  return { itemId, outcome: 'changed', version };
};

const existing = async (api: Api, itemId: string): Promise<Item | undefined> => {
  try {
    return await api<Item>('GET', `/content/${encodeURIComponent(itemId)}`);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
};

/**
 * Publishes items, the newest version of each unless another is named, so that none is public before what it refers to: together
 * where they fit into one step, else in several. Stops at the first that is refused.
 */
export const publishInSteps = async (
  api: Api,
  files: readonly ItemFile[],
  version?: number,
): Promise<Publication[]> => {
  const left = inOrder(files);
  const done: Publication[] = [];
  while (left.length > 0) {
    const publication = await publishTogether(
      api,
      'publish',
      left.splice(0, MOST_TOGETHER).map(({ itemId }) => ({ itemId, version })),
    );
    done.push(publication);
    if (publication.state === 'failed') break;
  }
  return done;
};
