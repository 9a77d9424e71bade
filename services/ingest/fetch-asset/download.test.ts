import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDownload, type DownloadDeps } from './download.ts';

const PUBLIC = '93.184.216.34';
const NAMES: Readonly<Record<string, string[]>> = {
  'press.example': [PUBLIC],
  'both.example': [PUBLIC, '10.0.0.7'],
  'inside.example': ['169.254.169.254'],
};

let server: Server;
/** Addresses that were asked, with the path. */
const asked: string[] = [];
beforeAll(async () => {
  server = createServer(({ url = '' }, answer) => {
    const hops = /^\/hop\/(\d+)$/.exec(url)?.[1];
    if (hops !== undefined)
      return answer.writeHead(302, { location: hops === '0' ? '/a.jpg' : `/hop/${Number(hops) - 1}` }).end();
    const to = /^\/to\/(.*)$/.exec(url)?.[1];
    if (to !== undefined) return answer.writeHead(307, { location: decodeURIComponent(to) }).end();
    if (url === '/slow') return answer.writeHead(200, { 'content-type': 'image/jpeg' }).write('begun');
    if (url === '/broken') {
      answer.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': '100' }).write('begun');
      return setImmediate(() => answer.destroy());
    }
    if (url === '/a.jpg') return answer.writeHead(200, { 'content-type': 'Image/JPEG; q=1' }).end('bytes');
    return answer.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const deps: DownloadDeps = {
  resolve: async (hostname) => {
    if (/^[\d.]+$|:/.test(hostname)) return [hostname];
    const found = NAMES[hostname];
    if (!found) throw new Error('ENOTFOUND');
    return found;
  },
  // Whatever address was checked stands for the server of this test.
  open: (url, address, signal) =>
    new Promise((resolve, reject) => {
      asked.push(`${address}${url.pathname}`);
      const { port } = server.address() as AddressInfo;
      const sent = request({ host: '127.0.0.1', port, path: url.pathname, signal, agent: false }, (answer) => {
        const { 'content-type': contentType, location } = answer.headers;
        const headers = { 'content-type': contentType, location };
        resolve({ status: answer.statusCode ?? 0, headers, body: answer, close: () => void answer.destroy() });
      });
      sent.on('error', reject).end();
    }),
};

const fetched = async (url: string, seconds = 10) => {
  const { body, ...about } = await createDownload(deps, seconds)(url);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return { ...about, text: Buffer.concat(chunks).toString() };
};
const reasonOf = (url: string, seconds?: number) =>
  fetched(url, seconds).then(
    () => 'fetched',
    ({ reason }) => reason,
  );

test('a file is fetched from the very address that was checked', async () => {
  asked.length = 0;
  const found = await fetched('https://press.example/a.jpg');
  expect(found).toMatchObject({ contentType: 'image/jpeg', text: 'bytes' });
  expect(asked).toEqual([`${PUBLIC}/a.jpg`]);
});

test('it is followed to where the server leads, three times at most', async () => {
  expect(await fetched('https://press.example/hop/2')).toMatchObject({ text: 'bytes' });
  expect(await reasonOf('https://press.example/hop/3')).toMatchObject({
    code: 'not-fetched',
    message: 'The address leads elsewhere more than 3 times.',
  });
});

test.each([
  ['http://press.example/a.jpg', /only https/],
  ['ftp://press.example/a.jpg', /only https/],
  ['file:///etc/passwd', /only https/],
  ['https://ada:secret@press.example/a.jpg', /a name or a password/],
  ['https://press.example:8443/a.jpg', /port 8443/],
  ['no address', /no address of a file/],
  ['https://127.0.0.1/a.jpg', /127\.0\.0\.1 is at 127\.0\.0\.1, which is no address of the public internet/],
  ['https://0x7f.1/a.jpg', /127\.0\.0\.1/],
  ['https://2130706433/a.jpg', /127\.0\.0\.1/],
  ['https://[::1]/a.jpg', /::1/],
  ['https://[::ffff:7f00:1]/a.jpg', /::ffff:7f00:1/],
  ['https://169.254.169.254/latest/meta-data/', /169\.254\.169\.254/],
  ['https://inside.example/a.jpg', /169\.254\.169\.254/],
  ['https://both.example/a.jpg', /10\.0\.0\.7/],
  ['https://press.example/to/https%3A%2F%2Finside.example%2Fa.jpg', /inside\.example is at 169\.254\.169\.254/],
  ['https://press.example/to/http%3A%2F%2Fpress.example%2Fa.jpg', /only https/],
  ['https://press.example/to/https%3A%2F%2Fa%3Ab%40press.example%2F', /a name or a password/],
])('%s is not asked', async (url, message) => {
  asked.length = 0;
  expect(await reasonOf(url)).toEqual({
    code: 'address-not-allowed',
    message: expect.stringMatching(message),
    remedy: expect.stringMatching(/\.$/),
  });
  expect(asked.filter((each) => !each.startsWith(`${PUBLIC}/to/`))).toEqual([]);
});

test.each([
  ['https://nobody.example/a.jpg', 'not-fetched', 'There is no nobody.example.'],
  ['https://press.example/missing', 'not-fetched', 'press.example answers with the status 404 instead of a file.'],
  ['https://press.example/broken', 'not-fetched', 'The connection ended before the file was whole.'],
])('%s cannot be fetched, and says why', async (url, code, message) => {
  expect(await reasonOf(url)).toMatchObject({ code, message });
});

test('a server that lets one wait is not waited for', async () => {
  expect(await reasonOf('https://press.example/slow', 0.2)).toMatchObject({ code: 'fetch-too-slow' });
});
