/** Everything that the public can load from a site by following what it finds, by path; bodies as text. `headers` go with every request. */
export const crawl = async (
  siteUrl: string,
  from: readonly string[],
  headers: Record<string, string> = {},
): Promise<Map<string, { status: number; text: string }>> => {
  const found = new Map<string, { status: number; text: string }>();
  const left = [...from];
  const own = new URL(siteUrl).origin;
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (found.has(path)) continue;
    const response = await fetch(new URL(path, siteUrl), { redirect: 'manual', headers });
    const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
    found.set(path, { status: response.status, text });
    const location = response.headers.get('location');
    const script = /javascript/.test(response.headers.get('content-type') ?? '');
    const addresses = script ? importsIn(text) : addressesIn(text);
    for (const address of [...(location ? [location] : []), ...addresses]) {
      const url = URL.canParse(address, new URL(path, siteUrl)) ? new URL(address, new URL(path, siteUrl)) : undefined;
      if (url?.origin === own && !found.has(url.pathname + url.search)) left.push(url.pathname + url.search);
    }
  }
  return found;
};

/** What a script loads: only that is an address, and not its other texts, which may be the halves of one. */
const importsIn = (text: string): string[] =>
  [...text.matchAll(/(?:\bimport\s*\(?|\bfrom)\s*["'`]([^"'`\s]+)["'`]/g)].map(([, specifier = '']) => specifier);

/** Whatever looks like an address: attributes, sets of sources, elements of feeds and sitemaps, texts of JSON and of styles. */
const addressesIn = (text: string): string[] => [
  ...[...text.matchAll(/(?:href|src|poster|action|url)="([^"]+)"/g)].map(([, address = '']) => plain(address)),
  ...[...text.matchAll(/srcset="([^"]+)"/g)].flatMap(([, set = '']) =>
    set.split(',').map((each) => plain(each.trim().split(' ')[0] ?? '')),
  ),
  ...[...text.matchAll(/content="((?:https?:\/\/|\/)[^"]+)"/g)].map(([, address = '']) => plain(address)),
  ...[...text.matchAll(/>(https?:\/\/[^<\s]+)</g)].map(([, address = '']) => plain(address)),
  ...[...text.matchAll(/"((?:https?:\/\/|\/)[^"\s\\]+)"/g)].map(([, address = '']) => address),
  ...[...text.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, address = '']) => address),
];

const plain = (address: string): string =>
  address.replace(/&(amp|#38|#x26);/g, '&').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
