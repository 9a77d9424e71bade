import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Console, startConsole } from './start-console.ts';
import { openPage, own, type Page, send, tokenOf } from './testing.ts';

let pages: string;
let builds = 0;
const open: Console[] = [];
beforeAll(() => {
  pages = mkdtempSync(join(tmpdir(), 'marquee-console-'));
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Console</title>');
  writeFileSync(join(pages, 'main-ABCD1234.js'), `${'/* long */'.repeat(500)}`);
});
afterAll(async () => {
  for (const each of open) await each.close();
  rmSync(pages, { recursive: true, force: true });
});

/** A console that reaches no AWS. */
const start = async (): Promise<Console> => {
  const connect = () => Promise.reject(new Error('nobody is to be asked'));
  const build = async () => {
    builds += 1;
    return pages;
  };
  const started = await startConsole({ connect, role: 'operator', port: 0, build });
  open.push(started);
  return started;
};

const opened = async (): Promise<Page> => openPage(await start());

describe('who may use the console', () => {
  test('a link opens it once; a wrong token never does', async () => {
    const at = await start();
    const wrong = await send(at, 'POST', '/session', own(at), '{"token":"wrong"}');
    expect([wrong.status, wrong.headers['content-type']]).toEqual([401, 'text/plain; charset=utf-8']);
    const first = await send(at, 'POST', '/session', own(at), tokenOf(at));
    const { port } = new URL(at.url);
    expect(first.headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^marquee-console-${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    );
    expect((await send(at, 'POST', '/session', own(at), tokenOf(at))).status).toBe(401);
    expect((await send(at, 'GET', '/session', own(at))).status).toBe(401);
    expect((await send(at, 'POST', '/aws/states/ListStateMachines', own(at), '{}')).status).toBe(401);
    const other = await opened();
    expect((await send(at, 'GET', '/session', own(at, other.cookie))).status).toBe(401);
  });

  test.each<[string, (page: Page) => Record<string, string>]>([
    ['a name that leads to this machine', ({ at, cookie }) => ({ ...own(at, cookie), host: 'rebound.example' })],
    ['another port', ({ at, cookie }) => ({ ...own(at, cookie), host: '127.0.0.1:1' })],
    ['another origin', ({ at, cookie }) => ({ ...own(at, cookie), origin: 'https://elsewhere.example' })],
    ['no origin', ({ cookie }) => ({ 'x-marquee-console': '1', cookie })],
    ['no header of the page', ({ at, cookie }) => ({ origin: at.url, cookie })],
    ['a site that embeds it', ({ at, cookie }) => ({ ...own(at, cookie), 'sec-fetch-site': 'same-site' })],
  ])('a call with the cookie and %s is refused', async (_, headers) => {
    const page = await opened();
    expect((await send(page.at, 'POST', '/aws/states/ListStateMachines', headers(page), '{}')).status).toBe(403);
  });

  test('a browser that names no origin to its own says that the page is the same one’s, and is answered', async () => {
    const { at, cookie } = await opened();
    const headers = { 'x-marquee-console': '1', 'sec-fetch-site': 'same-origin', cookie };
    expect((await send(at, 'POST', '/aws/states/None', headers, '{}')).status).toBe(404);
    const foreign = { ...headers, origin: 'null' };
    expect((await send(at, 'POST', '/aws/states/None', foreign, '{}')).status).toBe(403);
  });

  test('it listens on the loopback interface alone', async () => {
    const at = await start();
    const addresses = Object.values(networkInterfaces()).flat();
    for (const address of addresses.filter((each) => each && !each.internal && each.family === 'IPv4')) {
      const reached = await new Promise((resolve) => {
        const socket = connectSocket(Number(new URL(at.url).port), address?.address ?? '');
        socket.once('connect', () => resolve(true));
        socket.once('error', () => resolve(false));
      });
      expect(reached).toBe(false);
    }
    expect(new URL(at.url).hostname).toBe('127.0.0.1');
  });
});

describe('what crosses the proxy', () => {
  test('a call that is not listed is not made, whatever its path looks like', async () => {
    const { call, at, cookie } = await opened();
    const paths = [
      ...['states/UpdateStateMachine', 'sts/AssumeRole', 'iam/SimulatePrincipalPolicy', 'constructor/toString'],
      ...['__proto__/ListStateMachines', 'states/ListStateMachines/', 'states', '../aws/states/ListStateMachines'],
      ...['states/%4cistStateMachines', 'states//ListStateMachines'],
    ];
    for (const path of paths) {
      const { status, answer } = await call(path);
      expect([path, status, answer]).toMatchObject([path, 404, { name: 'NotListed' }]);
    }
    expect((await send(at, 'GET', '/aws/states/ListStateMachines', own(at, cookie))).status).toBe(405);
  });

  test('an input that is no object, and one that is too long, are refused', async () => {
    const { at, cookie } = await opened();
    const post = async (body: string): Promise<number> =>
      (await send(at, 'POST', '/aws/states/ListStateMachines', own(at, cookie), body)).status;
    expect(await Promise.all(['', 'no', '[]', '"text"'].map(post))).toEqual([400, 400, 400, 400]);
    expect(await post(JSON.stringify({ nextToken: 'x'.repeat(2 ** 20) }))).toBe(413);
  });
});

describe('the pages', () => {
  test('are built when the first is asked for, once, and sent compressed, with nothing allowed that they do not need', async () => {
    const before = builds;
    const at = await start();
    expect(builds).toBe(before);
    const [page, deep] = await Promise.all(['/', '/executions/one'].map((path) => send(at, 'GET', path, {})));
    expect(builds).toBe(before + 1);
    expect(deep?.body).toEqual(page?.body);
    expect(page?.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self'; worker-src 'self'/),
    });
    const script = await send(at, 'GET', '/main-ABCD1234.js', { 'accept-encoding': 'gzip, br' });
    expect(script.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(brotliDecompressSync(script.body).toString()).toMatch(/long/);
  });

  test('are those of their folder: no path leads out of it, and no other site shows them', async () => {
    const at = await start();
    for (const path of ['/../package.json', '/..%2fpackage.json', '/%2e%2e/package.json', '/missing.js']) {
      const { status, body } = await send(at, 'GET', path, {});
      expect([path, status, body.toString()]).toEqual([path, 404, 'There is no such file.']);
    }
    expect((await send(at, 'GET', '/', { host: 'rebound.example' })).status).toBe(403);
    expect((await send(at, 'POST', '/', own(at))).status).toBe(405);
  });

  test('that cannot be built say why, and are built anew by the next request; so is a connection that failed', async () => {
    let left = 1;
    const at = await startConsole({
      connect: () => Promise.reject(new Error('no stage')),
      role: 'reader',
      port: 0,
      build: async () => {
        if (left-- > 0) throw new Error('main.tsx:1: unexpected end');
        return pages;
      },
    });
    open.push(at);
    const first = await send(at, 'GET', '/');
    expect([first.status, first.body.toString()]).toEqual([500, 'The console failed: main.tsx:1: unexpected end']);
    expect((await send(at, 'GET', '/')).status).toBe(200);
    const { call } = await openPage(at);
    expect(await call('states/ListStateMachines')).toEqual({
      status: 502,
      answer: { name: 'Error', message: 'no stage' },
    });
  });
});
