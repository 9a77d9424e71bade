import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../../infra/build/folders.ts';

/** What the console's pages allow: their own scripts and workers, and no text as a script; the one style is React Aria's own. */
const POLICY = [
  "default-src 'none'; script-src 'self'; worker-src 'self'; font-src 'self'; connect-src 'self'; img-src 'self' data:",
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
].join('; ');

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Graph</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/graph.css"></head><body><main></main><script type="module" src="/graph-page.js"></script></body></html>`;

/** Serves one graph under the console's policy. `given` is what `graph-page.tsx` reads. */
export const serveGraph = async (given: () => unknown) => {
  const files = new Map<string, { type: string; body: Uint8Array | string }>();
  const { outputFiles } = await build({
    stdin: {
      contents: '@import "./web/ui/tokens.css"; @import "./web/ui/styles/ui.css"; @import "./web/ops/graph/graph.css";',
      resolveDir: ROOT,
      loader: 'css',
    },
    bundle: true,
    write: false,
    outfile: '/graph.css',
    loader: { '.woff2': 'file' },
    assetNames: '[name]',
  });
  const scripts = await build({
    entryPoints: {
      'graph-page': join(import.meta.dirname, 'graph-page.tsx'),
      'lay-out-worker': join(ROOT, 'web/ops/definition/lay-out-worker.ts'),
    },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    splitting: false,
    target: 'es2022',
    outdir: '/',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  for (const { path, contents } of [...outputFiles, ...scripts.outputFiles]) {
    const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'font/woff2';
    files.set(path, { type, body: contents });
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-security-policy', POLICY);
    if (pathname === '/') return response.setHeader('content-type', 'text/html').end(HTML);
    if (pathname === '/given.json')
      return response.setHeader('content-type', 'application/json').end(JSON.stringify(given()));
    const file = files.get(pathname);
    if (!file) return response.writeHead(404).end();
    return response.setHeader('content-type', file.type).end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
