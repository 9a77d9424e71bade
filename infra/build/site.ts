import { extname, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { BUILD_FOLDER, ROOT } from './folders.ts';
import { CONTENT_TYPES, findFile, hashed, named, WEB_CODE, writeFiles } from './web-files.ts';

/** Where the site's files are written: each named with its content's hash, and `files.json`, which `web/site/static.ts` reads. */
export const SITE_FOLDER = join(BUILD_FOLDER, 'site');

/** Where pages find them. */
const PUBLIC_PATH = '/site';

const SITE = join(ROOT, 'web', 'site');

const COMMON = {
  ...WEB_CODE,
  metafile: true,
  outdir: SITE_FOLDER,
  publicPath: PUBLIC_PATH,
} satisfies BuildOptions;

/**
 * Builds what every page of the site shares: one stylesheet, the scripts, the fonts and the icon. Answers the folder. Safe to
 * run twice at once.
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
    hashed(join(SITE, 'icon.svg')),
  ]);
  const files = [...[...styles.outputFiles, ...scripts.outputFiles].map(named), icon];
  const find = (pattern: RegExp): string => `${PUBLIC_PATH}/${findFile(files, pattern).name}`;
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
  await writeFiles(folder, files, { name: 'files.json', contents: `${JSON.stringify(index, null, 2)}\n` });
  return folder;
};
