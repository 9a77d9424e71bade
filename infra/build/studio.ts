import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { STYLE_OF_PRESS } from '@marquee/ui/policy.ts';
import { type BuildOptions, build } from 'esbuild';
import { BUILD_FOLDER, ROOT } from './folders.ts';
import { CONTENT_TYPES, findFile, hashed, named, WEB_CODE, writeFiles } from './web-files.ts';

/** Where the studio is written: its page, its files, each named with its content's hash, and `files.json`, which lists them. */
export const STUDIO_FOLDER = join(BUILD_FOLDER, 'studio');

/** Where its page finds them. */
const PUBLIC_PATH = '/studio';

const STUDIO = join(ROOT, 'web', 'studio');

const COMMON = {
  ...WEB_CODE,
  outdir: STUDIO_FOLDER,
  publicPath: PUBLIC_PATH,
  define: { 'process.env.NODE_ENV': '"production"' },
} satisfies BuildOptions;

/** Builds the studio. Answers its folder. Safe to run twice at once. */
export const buildStudio = async (folder: string = STUDIO_FOLDER): Promise<string> => {
  const [styles, scripts, icon, page] = await Promise.all([
    build({ ...COMMON, entryPoints: [join(STUDIO, 'styles', 'studio.css')], loader: { '.woff2': 'file' } }),
    build({
      ...COMMON,
      entryPoints: [join(STUDIO, 'main.tsx')],
      format: 'esm',
      splitting: true,
      platform: 'browser',
      jsx: 'automatic',
      loader: { '.css': 'empty' },
    }),
    hashed(join(STUDIO, 'icon.svg')),
    readFile(join(STUDIO, 'index.html'), 'utf8'),
  ]);
  const files = [...[styles, scripts].flatMap(({ outputFiles }) => outputFiles.map(named)), icon];
  const places: Readonly<Record<string, RegExp>> = {
    icon: /^icon-.*\.svg$/,
    font: /^geist-latin-.*\.woff2$/,
    stylesheet: /^studio-.*\.css$/,
    script: /^main-.*\.js$/,
  };
  // What has no place here, such as `{settings}`, is filled in where the page is served.
  const contents = page.replace(/\{(\w+)\}/g, (whole, place: string) => {
    const pattern = places[place];
    return pattern ? `${PUBLIC_PATH}/${findFile(files, pattern).name}` : whole;
  });
  const index = {
    files: files.map(({ name }) => ({ name, contentType: CONTENT_TYPES[extname(name)] ?? '' })),
    styles: [STYLE_OF_PRESS],
  };
  const all = [...files, { name: 'index.html', contents }];
  await writeFiles(folder, all, { name: 'files.json', contents: `${JSON.stringify(index, null, 2)}\n` });
  return folder;
};
