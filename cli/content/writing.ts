import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { json, table } from '../print.ts';
import { UsageError, wholeNumber } from '../usage.ts';
import { allItems, type Item, type Publication, tellPublication } from './api.ts';
import { allAssets, withAssetNames } from './asset-names.ts';
import { type Command, type ContentCall, oneId, versionOf } from './command.ts';
import { readItemFiles } from './item-files.ts';
import { publishInSteps, putItems } from './put.ts';

const write = async ({ values, positionals, out, as }: ContentCall, usage: string): Promise<boolean> => {
  if (positionals.length === 0) throw new UsageError(`Usage: npm run marquee -- content ${usage}`);
  const files = await readItemFiles(positionals);
  const done = await putItems(await as('editor'), files);
  const publications: Publication[] = values.publish ? await publishInSteps(await as('publisher'), files) : [];
  const rows = done.map(({ itemId, outcome, version }) => [itemId, outcome, version]);
  out(
    values.json
      ? json({ items: done, publications })
      : [
          table(['ITEM', 'OUTCOME', 'VERSION'], rows, 'There are no items in it.'),
          ...publications.map(tellPublication),
        ].join('\n'),
  );
  return publications.every(({ state }) => state === 'live');
};

export const put: Command = {
  usage: 'put FILE… [--publish]',
  summary: 'write items from JSON files',
  run: (call) => write(call, put.usage),
};

export const importItems: Command = {
  usage: 'import FOLDER… [--publish]',
  summary: 'write every item of a folder, with the files of its folder assets',
  run: (call) => write(call, importItems.usage),
};

export const exportItems: Command = {
  usage: 'export FOLDER [--type T] [--state S]',
  summary: 'write every item into a folder, one JSON file each, as import takes them',
  async run({ values, positionals, out, as }) {
    const [folder, more] = positionals;
    if (folder === undefined || more !== undefined)
      throw new UsageError(`Usage: npm run marquee -- content ${exportItems.usage}`);
    const api = await as('editor');
    const items = await allItems(api, { type: values.type, state: values.state });
    const assets = await allAssets(api);
    for (const { itemId, type } of items) {
      const { data } = await api<Item>('GET', `/content/${itemId}`);
      await mkdir(join(folder, type), { recursive: true });
      await writeFile(join(folder, type, `${itemId}.json`), `${json({ type, data: withAssetNames(assets, data) })}\n`);
    }
    out(values.json ? json(items.map(({ itemId }) => itemId)) : `${items.length} items are in ${folder}.`);
    return true;
  },
};

type Preview = { links: { locale: string; url: string }[]; expiresAt: string };

/** How often and how long it is looked whether a preview is there. */
const LOOK_EVERY = 200;
const PATIENCE = 30_000;

export const preview: Command = {
  usage: 'preview ID [--version N] [--hours N]',
  summary: 'links that show a version before it is public',
  async run(call) {
    const { values, out, as } = call;
    const id = oneId(call, preview.usage);
    const version = versionOf('version', values.version);
    const hours = wholeNumber('hours', values.hours, 24);
    const api = await as('editor');
    const made = await api<Preview>('POST', `/content/${id}/preview`, { hours, ...(version ? { version } : {}) });
    for (let waited = 0; waited < PATIENCE; waited += LOOK_EVERY) {
      const answers = await Promise.all(made.links.map(({ url }) => fetch(url, { method: 'HEAD' })));
      if (answers.every(({ ok }) => ok)) break;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
    out(
      values.json
        ? json(made)
        : [...made.links.map(({ locale, url }) => `${locale}  ${url}`), `They end ${made.expiresAt}.`].join('\n'),
    );
    return true;
  },
};
