import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { BUILD_FOLDER, ROOT } from './folders.ts';
import { findFile, hashed, named, WEB_CODE, writeFiles } from './web-files.ts';

/** Where the operators' console is written: `index.html`, and beside it files named with their content's hash. */
export const OPS_FOLDER = join(BUILD_FOLDER, 'ops');

const OPS = join(ROOT, 'web', 'ops');

const COMMON = {
  ...WEB_CODE,
  outdir: OPS_FOLDER,
  publicPath: '/',
  define: { 'process.env.NODE_ENV': '"production"' },
} satisfies BuildOptions;

/** Builds the console. Answers its folder. Safe to run twice at once. */
export const buildOps = async (folder: string = OPS_FOLDER): Promise<string> => {
  const [styles, scripts, worker, icon, page] = await Promise.all([
    build({ ...COMMON, entryPoints: [join(OPS, 'styles', 'ops.css')], loader: { '.woff2': 'file' } }),
    build({
      ...COMMON,
      entryPoints: [join(OPS, 'main.tsx')],
      format: 'esm',
      splitting: true,
      platform: 'browser',
      jsx: 'automatic',
      loader: { '.css': 'empty' },
    }),
    // A script of its own, as the page starts it.
    build({ ...COMMON, entryPoints: [join(OPS, 'definition', 'lay-out-worker.ts')], platform: 'browser' }),
    hashed(join(OPS, 'icon.svg')),
    readFile(join(OPS, 'index.html'), 'utf8'),
  ]);
  const files = [...[styles, scripts, worker].flatMap(({ outputFiles }) => outputFiles.map(named)), icon];
  const places: Readonly<Record<string, RegExp>> = {
    icon: /^icon-.*\.svg$/,
    font: /^geist-latin-.*\.woff2$/,
    stylesheet: /^ops-.*\.css$/,
    script: /^main-.*\.js$/,
    worker: /^lay-out-worker-.*\.js$/,
  };
  const contents = page.replace(/\{(\w+)\}/g, (whole, place: string) => {
    const pattern = places[place];
    return pattern ? `/${findFile(files, pattern).name}` : whole;
  });
  await writeFiles(folder, files, { name: 'index.html', contents });
  return folder;
};
