import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { type Asset, openApi, type Rendition } from '../cli/api.ts';
import { connect } from '../cli/connection.ts';
import { launchBrowser } from '../test/browser.ts';

// Draws the picture of the README from a running system:  npm run picture -- ASSET-ID
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ui = join(root, 'web', 'ui');
const picture = join(root, 'docs', 'asset.png');
const [id] = process.argv.slice(2);
const connection = await connect({});
const api = await openApi(connection);
const newest = async (): Promise<string> =>
  (await api<{ assets: Asset[] }>('GET', '/assets?state=ready')).assets.find(({ fileName }) =>
    fileName.includes('key-art'),
  )?.assetId ?? '';
const asset = await api<Asset & { thumbhash: string; colours: string[] }>('GET', `/assets/${id ?? (await newest())}`);
const { renditions = [] } = asset;

const text = (value: unknown): string => String(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const kilobytes = (bytes = 0): string => `${Math.round(bytes / 1000)} KB`;
const url = ({ path }: Rendition): string => `${connection.outputs.SiteUrl}${path}`;
const find = (name: string): Rendition =>
  renditions.find((rendition) => rendition.name === name) ?? { name, state: 'missing' };
const sizes = [...new Set(renditions.map(({ name }) => name.replace(/\.\w+$/, '')))];
const formats = [...new Set(renditions.map(({ name }) => name.replace(/^.*\./, '')))];
const check =
  '<svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="8" fill="var(--succeeded-solid)"/><path d="M4.5 8.3l2.3 2.3 4.6-5" fill="none" stroke="var(--surface-raised)" stroke-width="1.8"/></svg>';
const crops = ['wide-640', 'square-320', 'portrait-320'].map((size) =>
  find(`${size}.${formats.includes('jpg') ? 'jpg' : 'png'}`),
);
const font = (file: string): string =>
  `data:font/woff2;base64,${readFileSync(join(ui, 'fonts', file)).toString('base64')}`;
const tokens = readFileSync(join(ui, 'tokens.css'), 'utf8').replace(
  /url\("fonts\/([^"]+)"\)/g,
  (_, file: string) => `url("${font(file)}")`,
);

const document = `<!doctype html><html lang="en"><meta charset="utf-8"><style>${tokens}
  html { color-scheme: dark; } body { margin: 0; padding: 32px; width: 1136px; background: var(--surface-page); color: var(--text); font: 14px/1.45 "Geist Variable", sans-serif; font-variant-numeric: tabular-nums; }
  h1 { font-size: 20px; font-weight: 620; margin: 0; } .head { display: flex; gap: 12px; align-items: center; } .pill { display: inline-flex; gap: 6px; align-items: center; padding: 3px 10px; border-radius: 99px; background: var(--succeeded-tint); color: var(--succeeded-text); }
  .muted { color: var(--text-muted); } .mono { font-family: "Geist Mono Variable", monospace; font-size: 12px; } .grid { display: grid; grid-template-columns: 660px 1fr; gap: 32px; margin-top: 20px; }
  img { display: block; border-radius: 8px; } .crops { display: flex; gap: 12px; margin-top: 12px; align-items: end; } figure { margin: 0; } figcaption { margin-top: 6px; font-size: 12px; color: var(--text-muted); }
  table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 500; color: var(--text-muted); font-size: 12px; } th + th, td + td { text-align: right; } td, th { padding: 6px 0; border-bottom: 1px solid var(--line-subtle); }
  .dots { display: flex; gap: 6px; } .dots i { width: 20px; height: 20px; border-radius: 5px; } dl { display: grid; grid-template-columns: 110px 1fr; gap: 4px 12px; margin: 20px 0 0; } dt { color: var(--text-muted); } dd { margin: 0; }
</style><div class="head"><h1>${text(asset.fileName)}</h1><span class="pill">${check} ${renditions.filter(({ state }) => state === 'ready').length} of ${renditions.length} ready</span><span class="muted">${asset.width} × ${asset.height}, ${kilobytes(asset.bytes)}</span></div>
<div class="grid"><div><img width="660" src="${url(find('frame-1280.avif'))}">
<div class="crops">${crops.map((crop) => `<figure><img height="150" src="${url(crop)}"><figcaption>${text(crop.name)}</figcaption></figure>`).join('')}</div>
<dl><dt>Colours</dt><dd class="dots">${asset.colours.map((colour) => `<i style="background:${text(colour)}"></i>`).join('')}</dd><dt>Thumbhash</dt><dd class="mono">${text(asset.thumbhash)}</dd><dt>Content</dt><dd class="mono">${text(asset.contentId?.slice(0, 32))}…</dd><dt>Story</dt><dd class="mono">${text(asset.correlationId)}</dd></dl></div>
<table><tr><th>Rendition</th>${formats.map((format) => `<th>${text(format)}</th>`).join('')}</tr>
${sizes.map((size) => `<tr><td class="mono">${text(size)}</td>${formats.map((format) => `<td>${find(`${size}.${format}`).bytes === undefined ? '' : kilobytes(find(`${size}.${format}`).bytes)}</td>`).join('')}</tr>`).join('')}</table></div></html>`;

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1200, height: 700 }, deviceScaleFactor: 2 });
await page.setContent(document, { waitUntil: 'networkidle' });
const screenshot = await page.screenshot({ fullPage: true });
await browser.close();
writeFileSync(picture, await sharp(screenshot).resize({ width: 1600 }).png({ palette: true, quality: 90 }).toBuffer());
console.log(`Wrote docs/asset.png from ${asset.fileName}.`);
