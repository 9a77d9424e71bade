import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { BUILD_FOLDER } from './folders.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

type Manifest = {
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies: Record<string, string>;
};

/** Where an installed package stands, whatever its `exports` hide. */
const installed = (name: string): string => {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return dirname(require.resolve(join(folder, name, 'package.json')));
    } catch {
      // Not in this folder: the next one up may have it.
    }
  }
  throw new Error(`The package ${name} is not installed; run npm install.`);
};

/**
 * A `node_modules` folder with sharp and its native libraries for Lambda's arm64, whatever machine this is: the libraries
 * are packed from the npm registry in the versions that the installed sharp names. Made once for each version.
 * Throws, naming the package, where the registry does not hand it out.
 */
export const sharpForLambda = async (architecture: 'arm64' | 'x64' = 'arm64'): Promise<string> => {
  const source = installed('sharp');
  const manifest: Manifest = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  const folder = join(BUILD_FOLDER, `sharp-${manifest.version}-linux-${architecture}`, 'node_modules');
  if (await exists(join(folder, 'sharp', 'package.json'))) return folder;

  const work = `${dirname(folder)}.${process.pid}`;
  await rm(work, { recursive: true, force: true });
  const modules = join(work, 'node_modules');
  for (const [name, version] of nativePackages(manifest, architecture))
    await unpack(name, version, join(modules, name));
  await copyWithDependencies('sharp', modules);
  await rm(dirname(folder), { recursive: true, force: true });
  await rename(work, dirname(folder));
  return folder;
};

const nativePackages = ({ optionalDependencies }: Manifest, architecture: string): [string, string][] =>
  [`@img/sharp-linux-${architecture}`, `@img/sharp-libvips-linux-${architecture}`].map((name) => {
    const version = optionalDependencies[name];
    if (!version) throw new Error(`The installed sharp names no ${name}; Lambda cannot run it.`);
    return [name, version];
  });

const copyWithDependencies = async (name: string, modules: string): Promise<void> => {
  const source = installed(name);
  const { dependencies = {} }: Manifest = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  await cp(source, join(modules, name), {
    recursive: true,
    filter: (path) => !/\/(src|install|docs)(\/|$)|\.(md|d\.[cm]?ts|map)$/.test(path.slice(source.length)),
  });
  for (const dependency of Object.keys(dependencies)) await copyWithDependencies(dependency, modules);
};

/** Fetches one package as the registry serves it and unpacks it into `target`. */
const unpack = async (name: string, version: string, target: string): Promise<void> => {
  const scratch = `${target}.tgz.d`;
  await mkdir(scratch, { recursive: true });
  await mkdir(target, { recursive: true });
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { stdout } = await run(
      npm,
      ['pack', `${name}@${version}`, '--json', '--silent', '--pack-destination', scratch],
      {
        shell: process.platform === 'win32',
      },
    );
    const listing: unknown = JSON.parse(stdout);
    const [packed] = Object.values(listing as Record<string, { filename: string }>);
    if (!packed) throw new Error('npm pack named no file');
    await run('tar', [
      '-xzf',
      join(scratch, packed.filename.replace('@', '').replace('/', '-')),
      '-C',
      target,
      '--strip-components=1',
    ]);
  } catch (cause) {
    throw new Error(
      `${name}@${version} could not be fetched with npm pack: Lambda needs it for sharp. Check the npm registry.`,
      { cause },
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
};

const exists = (file: string): Promise<boolean> =>
  readFile(file).then(
    () => true,
    () => false,
  );
