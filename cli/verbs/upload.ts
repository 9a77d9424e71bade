import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Api, ApiError, type Asset, openApi, type Reason, SETTLED, type Ticket } from '../api.ts';
import { connect } from '../connection.ts';
import { declaredType } from '../file-type.ts';
import { postForm, UploadRefusedError } from '../form-upload.ts';
import { json, table } from '../print.ts';
import { createProgress, type Progress } from '../progress.ts';
import { UsageError } from '../usage.ts';
import type { Values, Verb } from '../verb.ts';

type Result = { file: string; assetId?: string; state: string; renditions?: number; reason?: Reason };

/** Uploads under way at once. */
const AT_ONCE = 6;

/** How often `--wait` looks, in milliseconds. */
const LOOK_EVERY = 500;

/** Assets looked at each time: asking after hundreds would take the processor from making them. */
const LOOKED_AT = 20;

export const upload: Verb = {
  usage: 'upload FILE... [--wait] [--type TYPE] [--folder FOLDER] [--tag TAG,...]',
  summary: 'upload files; with --wait until each is ready or refused',
  options: {
    wait: { type: 'boolean' },
    type: { type: 'string' },
    folder: { type: 'string' },
    tag: { type: 'string' },
  },
  async run({ values, positionals, out }) {
    if (positionals.length === 0) throw new UsageError('Name at least one file to upload.');
    const api = await openApi(await connect(values));
    const progress = createProgress(process.stderr);
    const results = await eachOf(positionals, AT_ONCE, (file) => uploadOne(api, file, values, progress));
    progress.end();
    if (values.wait) await settle(api, results);
    out(
      values.json
        ? json(results)
        : table(['FILE', 'ASSET', 'STATE', 'RENDITIONS', 'REASON'], results.map(row), 'Nothing was uploaded.'),
    );
    return results.every(({ state }) => state === 'ready' || (!values.wait && state === 'uploading'));
  },
};

const row = ({ file, assetId, state, renditions, reason }: Result) => [
  file,
  assetId ?? '-',
  state,
  renditions,
  reason?.message ?? '',
];

const uploadOne = async (
  api: Api,
  file: string,
  { type, folder, tag }: Values,
  progress: Progress,
): Promise<Result> => {
  const contentType = type ?? declaredType(file);
  const where = { ...(folder === undefined ? {} : { folder }), ...(tag === undefined ? {} : { tags: tag.split(',') }) };
  let assetId: string | undefined;
  try {
    const { size } = await stat(file);
    progress.update(file, 0, 'asking for a ticket');
    const ticket = await api<Ticket>('POST', '/assets', {
      fileName: basename(file),
      contentType,
      size,
      ...where,
    });
    assetId = ticket.assetId;
    await postForm(ticket.upload, file, size, (sent) =>
      progress.update(file, Math.min(0.99, sent / Math.max(1, size)), 'uploading'),
    );
    progress.update(file, 1, 'uploaded');
    return { file, assetId, state: 'uploading' };
  } catch (error) {
    progress.update(file, 1, 'refused');
    return { file, assetId, state: 'refused', reason: reasonOf(error) };
  }
};

const reasonOf = (error: unknown): Reason => {
  if (error instanceof ApiError || error instanceof UploadRefusedError)
    return { code: error.code, message: error.message };
  const { code = 'error', message } = error as { code?: string; message: string };
  if (code === 'ENOENT') return { code, message: 'There is no such file.' };
  return { code, message };
};

/** Looks at those that have waited longest until all that were uploaded have settled, and fills in what became of them. */
const settle = async (api: Api, results: readonly Result[]): Promise<void> => {
  let waiting = results.filter(({ state }) => state === 'uploading');
  const progress = createProgress(process.stderr);
  while (waiting.length > 0) {
    await eachOf(waiting.slice(0, LOOKED_AT), AT_ONCE, async (result) => {
      const { state, reason, renditions = [] } = await api<Asset>('GET', `/assets/${result.assetId}`);
      progress.update(result.file, SETTLED.has(state) ? 1 : 0.5, state);
      if (!SETTLED.has(state)) return;
      Object.assign(result, { state, reason, renditions: renditions.filter((made) => made.state === 'ready').length });
    });
    waiting = waiting.filter(({ state }) => !SETTLED.has(state));
    if (waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  progress.end();
};

const eachOf = async <T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
};
