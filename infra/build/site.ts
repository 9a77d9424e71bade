import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type BuildOptions, build, type OutputFile } from 'esbuild';
import { BUILD_FOLDER, ROOT } from './folders.ts';

/** Where the site's files are written: each named with its content's hash, and `files.json`, which `web/site/static.ts` reads. */
export const SITE_FOLDER = join(BUILD_FOLDER, 'site');

/** Where pages find them. */
const PUBLIC_PATH = '/site';

const SITE = join(ROOT, 'web', 'site');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The oldest browsers that know `light-dark()`, which every colour is written with. */
const BROWSERS = ['chrome123', 'firefox120', 'safari17.5'];

const COMMON = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  target: BROWSERS,
  legalComments: 'none',
  logLevel: 'silent',
  outdir: SITE_FOLDER,
  publicPath: PUBLIC_PATH,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
} satisfies BuildOptions;

/**
 * Builds what every page of the site shares: one stylesheet, the scripts, the fonts and the icon. Answers the folder. Safe to
 * run twice at once: a file's name follows from its content, and `files.json` is put in place last and whole.
 */
export const buildSite = async (folder: string = SITE_FOLDER): Promise<string> => {
  const [styles, scripts, icon] = await Promise.all([
    build({ ...COMMON, entryPoints: [join(SITE, 'styles', 'site.css')], loader: { '.woff2': 'file' } }),
    build({
      ...COMMON,
      entryPoints: [join(SITE, 'browser', 'page.ts')],
      format: 'esm',
      splitting: true,
      platform: 'browser',
    }),
    readIcon(),
  ]);
  const files = [...styles.outputFiles, ...scripts.outputFiles, icon].map(named);
  const find = (pattern: RegExp): string => {
    const file = files.find(({ name }) => pattern.test(name));
    if (!file) throw new Error(`The site was built without a file like ${pattern}.`);
    return `${PUBLIC_PATH}/${file.name}`;
  };
  const index = {
    files: files.map(({ name }) => ({
      path: `${PUBLIC_PATH}/${name}`,
      contentType: CONTENT_TYPES[extname(name)] ?? '',
    })),
    frame: {
      stylesheet: find(/^site-.*\.css$/),
      script: find(/^page-.*\.js$/),
      icon: find(/^icon-.*\.svg$/),
      fonts: {
        display: find(/^big-shoulders-.*\.woff2$/),
        text: find(/^geist-latin-.*\.woff2$/),
      },
    },
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(files.map(({ name, contents }) => put(folder, name, contents)));
  await put(folder, 'files.json', `${JSON.stringify(index, null, 2)}\n`);
  const kept = new Set(['files.json', ...files.map(({ name }) => name)]);
  const left = (await readdir(folder)).filter((name) => !kept.has(name) && !name.startsWith('.'));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
  return folder;
};

type Built = Pick<OutputFile, 'path' | 'contents'>;

const named = ({ path, contents }: Built) => ({ name: basename(path), contents });

const readIcon = async (): Promise<Built> => {
  const contents = await readFile(join(SITE, 'icon.svg'));
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8).toUpperCase();
  return { path: `icon-${hash}.svg`, contents };
};

/** Puts a file in place at once, so that nobody reads half of it. */
const put = async (folder: string, name: string, contents: Uint8Array | string): Promise<void> => {
  const part = join(folder, `.${name}.${process.pid}.${Math.random().toString(36).slice(2)}`);
  await writeFile(part, contents);
  await rename(part, join(folder, name));
};
