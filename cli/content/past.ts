import { clean, json, table } from '../print.ts';
import { UsageError } from '../usage.ts';
import type { Item } from './api.ts';
import { type Command, oneId, versionOf } from './command.ts';

type Entry = { at: string; action: string; by: string; version: number; details?: Record<string, unknown> };

export const history: Command = {
  usage: 'history ID',
  summary: 'who did what to an item, the newest first',
  async run(call) {
    const { values, out, as } = call;
    const id = oneId(call, history.usage);
    const api = await as('editor');
    const entries: Entry[] = [];
    let next: string | undefined;
    do {
      const page = await api<{ entries: Entry[]; next?: string }>(
        'GET',
        `/content/${id}/history?limit=100${next ? `&next=${next}` : ''}`,
      );
      entries.push(...page.entries);
      next = page.next;
    } while (next);
    const rows = entries.map(({ at, action, by, version, details }) => [
      at,
      action,
      version,
      by,
      details ? JSON.stringify(details) : '',
    ]);
    out(
      values.json ? json(entries) : table(['AT', 'ACTION', 'VERSION', 'BY', 'DETAILS'], rows, 'Nothing was done yet.'),
    );
    return true;
  },
};

type Change = { field: string; before?: unknown; after?: unknown };

const shown = (value: unknown): string => clean(typeof value === 'string' ? value : JSON.stringify(value));

export const diff: Command = {
  usage: 'diff ID [--from N] [--to N]',
  summary: 'what changed since the public version, or between two versions',
  async run(call) {
    const { values, out, as } = call;
    const id = oneId(call, diff.usage);
    const [from, to] = [versionOf('from', values.from), versionOf('to', values.to)];
    const query = new URLSearchParams({ ...(from ? { from: `${from}` } : {}), ...(to ? { to: `${to}` } : {}) });
    const answer = await (await as('editor'))<{ from: number; to: number; changes: Change[] }>(
      'GET',
      `/content/${id}/diff?${query}`,
    );
    const lines = answer.changes.flatMap(({ field, before, after }) => [
      field,
      ...(before === undefined ? [] : [`  - ${shown(before)}`]),
      ...(after === undefined ? [] : [`  + ${shown(after)}`]),
    ]);
    const same = `Versions ${answer.from} and ${answer.to} are alike.`;
    out(
      values.json
        ? json(answer)
        : lines.length === 0
          ? same
          : [`Version ${answer.from} → ${answer.to}`, ...lines].join('\n'),
    );
    return true;
  },
};

export const restore: Command = {
  usage: 'restore ID [--version N]',
  summary: 'make an earlier version the newest one; without a version, take the item out of the trash',
  async run(call) {
    const { values, out, as } = call;
    const id = oneId(call, restore.usage);
    const version = versionOf('version', values.version);
    const api = await as('editor');
    const current = await api<Item>('GET', `/content/${id}`);
    if (version === undefined && current.state !== 'trashed') {
      throw new UsageError(`${id} is not in the trash; --version says which earlier version to restore.`);
    }
    const item =
      version === undefined
        ? await api<Item>('POST', `/content/${id}/restore`, {})
        : await api<Item>(
            'POST',
            `/content/${id}/revisions/${version}/restore`,
            {},
            { 'if-match': `"${current.version}"` },
          );
    out(values.json ? json(item) : `${item.itemId} is at version ${item.version}, ${item.state}.`);
    return true;
  },
};
