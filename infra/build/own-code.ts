import { createHash } from 'node:crypto';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { type BuildContext, type BuildFailure, context, formatMessages, type Plugin } from 'esbuild';
import { LAMBDA_CODE, NATIVE, nanoservices, readsSite } from './bundle.ts';
import { ROOT, SERVICES_FOLDER } from './folders.ts';
import { type Imported, vendorFile } from './vendor.ts';

/** Terminal until a source changes: what is wrong, with file and line. */
export class OwnCodeError extends Error {
  override name = 'OwnCodeError';
}

/** A nanoservice's own code without its packages, which it imports from `./vendor/`. */
export type OwnCode = {
  service: string;
  hash: string;
  code: string;
  map: string;
  native: readonly string[];
  /** Whether it looks for the site's files beside it, in `static/`. */
  readsSite: boolean;
};

export type OwnBuild = { services: ReadonlyMap<string, OwnCode>; imported: Imported };

/** Builds the code of all nanoservices over and over, each time in the few milliseconds that a change of our own sources takes. */
export const openOwnCode = (servicesFolder = SERVICES_FOLDER) => {
  const outdir = join(ROOT, '.build', 'own');
  const specifiers = new Map<string, string>();
  let opened: { services: string; build: BuildContext<{ metafile: true; write: false }> } | undefined;

  const open = async (services: readonly string[]) => {
    const names = services.join(' ');
    if (opened?.services === names) return opened.build;
    await opened?.build.dispose();
    const build = await context({
      ...LAMBDA_CODE,
      entryPoints: services.map((service) => ({
        in: join(servicesFolder, service, 'handler.ts'),
        out: join(service, 'index'),
      })),
      outdir,
      outExtension: { '.js': '.mjs' },
      minify: false,
      sourcemap: 'linked',
      sourcesContent: false,
      plugins: [...LAMBDA_CODE.plugins, packagesApart(specifiers)],
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
    opened = { services: names, build };
    return build;
  };

  const make = async (): Promise<OwnBuild> => {
    const context = await open(await nanoservices(servicesFolder));
    const { outputFiles, metafile } = await context.rebuild().catch(explain);
    const texts = new Map(outputFiles.map(({ path, text }) => [path, text]));
    const services = new Map<string, OwnCode>();
    const imported = new Map<string, Set<string>>();
    for (const [output, { entryPoint, imports, inputs }] of Object.entries(metafile.outputs)) {
      if (!entryPoint) continue;
      const path = resolve(output);
      const service = dirname(relative(outdir, path));
      const code = texts.get(path) ?? '';
      const map = withFullPaths(texts.get(`${path}.map`) ?? '{}', path);
      const native = imports.map((each) => each.path).filter((name) => Object.hasOwn(NATIVE, name));
      const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
      services.set(service, { service, hash, code, map, native: [...new Set(native)], readsSite: readsSite(inputs) });
      note(imported, code, imports, specifiers);
    }
    return { services, imported };
  };
  let last: Promise<unknown> = Promise.resolve();

  return {
    /** Throws `OwnCodeError`. One after the other: a build that joined one under way would not have what was saved since. */
    build(): Promise<OwnBuild> {
      const next = last.then(make);
      last = next.catch(() => {});
      return next;
    },
    close: async (): Promise<void> => opened?.build.dispose(),
  };
};

/** Has packages of `node_modules` imported from files of their own; those of this project are part of the code. */
const packagesApart = (specifiers: Map<string, string>): Plugin => ({
  name: 'packages-apart',
  setup(build) {
    const apart = new Map<string, boolean>();
    build.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === 'plain' || kind === 'entry-point' || isBuiltin(path) || Object.hasOwn(NATIVE, path))
        return undefined;
      let foreign = apart.get(path);
      if (foreign === undefined) {
        const found = await build.resolve(path, { kind, resolveDir, pluginData: 'plain' });
        if (found.errors.length > 0) return { errors: found.errors };
        foreign = /[\\/]node_modules[\\/]/.test(found.path);
        apart.set(path, foreign);
      }
      if (!foreign) return undefined;
      const external = `./vendor/${vendorFile(path)}`;
      specifiers.set(external, path);
      return { path: external, external: true };
    });
  },
});

/** An import as esbuild prints it. */
const IMPORT = /^import\s+(?:([\w$]+)\s*,?\s*)?(?:\{([^}]*)\}\s*)?(?:(\*)\s+as\s+[\w$]+\s*)?from\s+"([^"]+)";/gm;

const note = (
  imported: Map<string, Set<string>>,
  code: string,
  imports: readonly { path: string; kind: string }[],
  specifiers: ReadonlyMap<string, string>,
): void => {
  const namesOf = (file: string): Set<string> | undefined => {
    const specifier = specifiers.get(file);
    if (specifier === undefined) return undefined;
    const names = imported.get(specifier) ?? new Set();
    imported.set(specifier, names);
    return names;
  };
  for (const { path, kind } of imports) {
    const names = namesOf(path);
    if (kind !== 'import-statement') names?.add('*').add('default');
  }
  for (const [, byDefault, named = '', all, file = ''] of code.matchAll(IMPORT)) {
    const names = namesOf(file);
    if (byDefault !== undefined) names?.add('default');
    if (all !== undefined) names?.add('*');
    for (const each of named.split(',').map((part) => part.trim().split(/\s+as\s+/)[0]))
      if (each !== undefined && each !== '') names?.add(each);
  }
};

/** The code will stand in another folder than it was built for. */
const withFullPaths = (text: string, output: string): string => {
  const map = JSON.parse(text) as { sources?: string[] };
  const sources = (map.sources ?? []).map((source) => resolve(dirname(output), source));
  return JSON.stringify({ ...map, sources });
};

const explain = async (error: BuildFailure): Promise<never> => {
  if (!error.errors) throw error;
  const messages = await formatMessages(error.errors, { kind: 'error', color: false });
  throw new OwnCodeError(messages.map((message) => message.trim()).join('\n'), { cause: error });
};
