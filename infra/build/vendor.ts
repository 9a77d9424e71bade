import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { LAMBDA_CODE } from './bundle.ts';
import { ROOT } from './folders.ts';

/** What is imported of a package: names, `*` for all of it; nothing where it is imported for its effect alone. */
export type Imported = ReadonlyMap<string, ReadonlySet<string>>;

/** The file that stands for a package among those of `vendor`. */
export const vendorFile = (specifier: string): string => `${specifier.replace(/[^\w.-]/g, '_')}.mjs`;

/**
 * Bundles what is imported of packages into a folder of its own below `parent`, a file for each package, and answers the
 * folder. It is made once for the same imports, so that a change of our own code waits for none of it.
 */
export const vendor = async (imported: Imported, parent: string): Promise<string> => {
  const entries = [...imported].map(([specifier, names]) => [specifier, exportsOf(specifier, names)] as const).sort();
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  const folder = join(parent, `vendor-${hash.update(JSON.stringify(entries)).digest('hex').slice(0, 16)}`);
  const making = underWay.get(folder) ?? make(entries, folder).finally(() => underWay.delete(folder));
  underWay.set(folder, making);
  return making;
};

/** Folders that are being made, so that nobody makes them twice at once. */
const underWay = new Map<string, Promise<string>>();

const make = async (entries: readonly (readonly [string, string])[], folder: string): Promise<string> => {
  if (existsSync(folder)) return folder;
  const draft = `${folder}.draft`;
  await rm(draft, { recursive: true, force: true });
  await build({
    ...LAMBDA_CODE,
    entryPoints: entries.map(([specifier]) => ({
      in: `vendor:${specifier}`,
      out: vendorFile(specifier).replace(/\.mjs$/, ''),
    })),
    outdir: draft,
    outExtension: { '.js': '.mjs' },
    // Packages that share a module go on sharing it.
    splitting: true,
    legalComments: 'none',
    plugins: [...LAMBDA_CODE.plugins, entriesOf(new Map(entries))],
    logLevel: 'silent',
  });
  await rename(draft, folder);
  return folder;
};

const exportsOf = (specifier: string, names: ReadonlySet<string>): string => {
  const from = JSON.stringify(specifier);
  const single = [...names].filter((name) => name !== '*').sort();
  if (!names.has('*')) return single.length > 0 ? `export { ${single.join(', ')} } from ${from};` : `import ${from};`;
  // A star leaves the default out.
  return `export * from ${from};${names.has('default') ? ` export { default } from ${from};` : ''}`;
};

const entriesOf = (entries: ReadonlyMap<string, string>): Plugin => ({
  name: 'vendor',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vendor:/ }, ({ path }) => ({ path: path.slice('vendor:'.length), namespace: 'vendor' }));
    onLoad({ filter: /.*/, namespace: 'vendor' }, ({ path }) => ({
      contents: entries.get(path) ?? '',
      resolveDir: join(ROOT, 'services'),
    }));
  },
});
