import { json, table } from '../print.ts';
import { wholeNumber } from '../usage.ts';
import { allItems, type Item, nameOf } from './api.ts';
import { type Command, oneId, versionOf } from './command.ts';

export const list: Command = {
  usage: 'list [--type T] [--state S] [--about ID] [--query WORDS] [--limit N]',
  summary: 'items, changed last first',
  async run({ values, out, as }) {
    const { type, state, about, query: q } = values;
    const items = await allItems(
      await as('editor'),
      { type, state, about, q },
      wholeNumber('limit', values.limit, 100),
    );
    const rows = items.map((item) => [
      item.itemId,
      item.type,
      item.state,
      item.version,
      item.publishedVersion,
      item.updatedAt.slice(0, 16).replace('T', ' '),
      nameOf(item),
    ]);
    const empty = 'No item fits. Write one: npm run marquee -- content put FILE';
    out(
      values.json ? json(items) : table(['ITEM', 'TYPE', 'STATE', 'VERSION', 'PUBLIC', 'CHANGED', 'NAME'], rows, empty),
    );
    return true;
  },
};

export const get: Command = {
  usage: 'get ID [--version N]',
  summary: 'an item, or one version of it, as JSON that put takes',
  async run(call) {
    const { values, out, as } = call;
    const id = oneId(call, get.usage);
    const version = versionOf('version', values.version);
    const api = await as('editor');
    const item = await api<Item>(
      'GET',
      version === undefined ? `/content/${id}` : `/content/${id}/revisions/${version}`,
    );
    const { itemId, type, data } = item;
    out(json(values.json ? item : { type, itemId, data }));
    return true;
  },
};
