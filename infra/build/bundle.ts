import { cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { bundlesFolder, ROOT, SERVICES_FOLDER } from './folders.ts';
import { ownSourceMaps } from './own-source-maps.ts';
import { requiredHttp } from './required-http.ts';
import { sharpForLambda } from './sharp.ts';
import { buildSite } from './site.ts';
import { buildStudio } from './studio.ts';

/** What a native package needs beside the bundle, by the package's name. */
export const NATIVE: Readonly<Record<string, () => Promise<string>>> = { sharp: () => sharpForLambda() };

/** A bundle with this in it finds the site's styles, scripts and fonts beside it, in `static/`. */
const READS_SITE_FILES = 'web/site/static.ts';

/** Whether a bundle made of these sources finds the site's files beside it. */
export const readsSite = (inputs: Metafile['outputs'][string]['inputs']): boolean =>
  Object.keys(inputs).some((input) => input.endsWith(READS_SITE_FILES));

/** A bundle with this in it finds the studio's page and files beside it, in `studio/`. */
const READS_STUDIO = 'services/studio/files.ts';

/** Some packages are CommonJS and `require` Node's own modules, which an ES module cannot; this gives it the means. */
const REQUIRE = "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);";

/** What decides which code a bundle holds. */
export const LAMBDA_CODE = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  external: Object.keys(NATIVE),
  banner: { js: REQUIRE },
  plugins: [requiredHttp],
} satisfies BuildOptions;

/**
 * Bundles every nanoservice, one folder each, in one esbuild pass. A nanoservice is a folder
 * `<domain>/<verb-noun>` with a `handler.ts`; a `worker.ts` in it is what it runs in a thread of its own, and becomes `worker.mjs`
 * beside the handler's bundle. Answers their names, sorted.
 */
export const bundle = async (servicesFolder: string = SERVICES_FOLDER): Promise<string[]> => {
  const services = await nanoservices(servicesFolder);
  const workers = await foldersWith('worker.ts', servicesFolder);
  const outdir = bundlesFolder(servicesFolder);
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: [
      ...services.map((service) => ({ in: join(servicesFolder, service, 'handler.ts'), out: join(service, 'index') })),
      ...workers.map((service) => ({ in: join(servicesFolder, service, 'worker.ts'), out: join(service, 'worker') })),
    ],
    outdir,
    outExtension: { '.js': '.mjs' },
    ...LAMBDA_CODE,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    plugins: [...LAMBDA_CODE.plugins, ownSourceMaps],
    metafile: true,
    logLevel: 'silent',
  });
  let site: Promise<string> | undefined;
  for (const [output, { imports, inputs, entryPoint }] of Object.entries(metafile.outputs)) {
    if (!entryPoint) continue;
    await complete(dirname(output), imports);
    if (readsSite(inputs)) {
      site ??= buildSite();
      await cp(await site, join(dirname(output), 'static'), { recursive: true });
    }
    if (Object.keys(inputs).some((input) => input.endsWith(READS_STUDIO))) {
      await cp(await buildStudio(), join(dirname(output), 'studio'), { recursive: true });
    }
    await leadToSources(`${output}.map`);
  }
  return services;
};

/** Names of all nanoservices, sorted. Throws where there is none. */
export const nanoservices = async (servicesFolder: string): Promise<string[]> => {
  const found = await foldersWith('handler.ts', servicesFolder);
  if (found.length === 0) throw new Error(`${servicesFolder}: no */*/handler.ts, so there is nothing to bundle.`);
  return found.sort();
};

const foldersWith = async (file: string, servicesFolder: string): Promise<string[]> => {
  const found: string[] = [];
  for await (const path of glob(`*/*/${file}`, { cwd: servicesFolder })) found.push(dirname(path));
  return found;
};

/** Where a bundle stands in an assembly; on Lambda, where it is less deep, the way up ends at `/`: `/services/media/…`. */
const IN_ASSEMBLY = join(ROOT, 'cdk.out', 'stage', 'asset');

/** The code is copied into the assembly after it was built; from there its map leads to the sources. */
const leadToSources = async (file: string): Promise<void> => {
  const map = JSON.parse(await readFile(file, 'utf8')) as { sources: string[] };
  const sources = map.sources.map((source) => relative(IN_ASSEMBLY, resolve(dirname(file), source)));
  await writeFile(file, JSON.stringify({ ...map, sources }));
};

/** Puts beside a bundle what it imports and esbuild left out. */
const complete = async (folder: string, imports: Metafile['outputs'][string]['imports']): Promise<void> => {
  for (const name of new Set(imports.filter(({ external }) => external).map(({ path }) => path))) {
    const modules = await NATIVE[name]?.();
    if (!modules) continue;
    await mkdir(folder, { recursive: true });
    await cp(modules, join(folder, 'node_modules'), { recursive: true });
  }
  await writeFile(join(folder, 'package.json'), '{"type":"module"}\n');
};
