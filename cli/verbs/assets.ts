import { type Asset, openApi } from '../api.ts';
import { connect } from '../connection.ts';
import { json, size, table } from '../print.ts';
import { wholeNumber } from '../usage.ts';
import type { Verb } from '../verb.ts';

export const assets: Verb = {
  usage: 'assets [ID] [--state STATE] [--limit N]',
  summary: 'list assets, newest first; with an id, one asset and its renditions',
  options: { state: { type: 'string' }, limit: { type: 'string' } },
  async run({ values, positionals, out }) {
    const api = await openApi(await connect(values));
    const [id] = positionals;
    if (id) {
      const asset = await api<Asset>('GET', `/assets/${encodeURIComponent(id)}`);
      out(values.json ? json(asset) : describe(asset));
      return true;
    }
    const limit = wholeNumber('limit', values.limit, 50);
    const found: Asset[] = [];
    let next: string | undefined;
    do {
      const query = new URLSearchParams({ limit: String(Math.min(100, limit - found.length)) });
      if (values.state) query.set('state', values.state);
      if (next) query.set('next', next);
      const page = await api<{ assets: Asset[]; next?: string }>('GET', `/assets?${query}`);
      found.push(...page.assets);
      next = page.next;
    } while (next && found.length < limit);
    const rows = found.map(({ assetId, fileName, folder, state, contentType, width, height, bytes, reason }) => [
      assetId,
      folder ? `${folder}/${fileName}` : fileName,
      state,
      contentType ?? '',
      width && height ? `${width} × ${height}` : '',
      bytes === undefined ? '' : size(bytes),
      reason?.message ?? '',
    ]);
    out(
      values.json
        ? json(found)
        : table(
            ['ASSET', 'FILE', 'STATE', 'TYPE', 'PIXELS', 'SIZE', 'REASON'],
            rows,
            'There are no assets yet. Upload one: npm run marquee -- upload FILE',
          ),
    );
    return true;
  },
};

const describe = ({ renditions = [], ...asset }: Asset): string => {
  const facts = Object.entries(asset).map(
    ([name, value]) => `${name.padEnd(14)} ${typeof value === 'object' ? JSON.stringify(value) : value}`,
  );
  const rows = renditions.map(({ name, state, width, height, bytes, path, reason }) => [
    name,
    state,
    width && height ? `${width} × ${height}` : '',
    bytes === undefined ? '' : size(bytes),
    path ?? reason?.message ?? '',
  ]);
  return `${facts.join('\n')}\n\n${table(['RENDITION', 'STATE', 'PIXELS', 'SIZE', 'PATH OR REASON'], rows, 'It has no renditions.')}`;
};
