import { cpSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../infra/build/folders.ts';

/** What a start needs of the project. */
const PARTS = ['cli', 'events', 'infra', 'local', 'services', 'test', 'tools', 'web', 'workflows', 'package.json'];

/** A copy of the project whose sources may be changed, with the packages of the original and the assembly built for tests. */
export const copyProject = async (): Promise<{ folder: string; remove(): void }> => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'marquee-copy-')));
  for (const part of [...PARTS, 'package-lock.json']) {
    cpSync(join(ROOT, part), join(folder, part), {
      recursive: true,
      // Not what others write there meanwhile.
      filter: (path) => !/\.test\.ts$|node_modules/.test(path),
    });
  }
  linkPackages(join(ROOT, 'node_modules'), join(folder, 'node_modules'), folder);
  const [from, to] = [join(ROOT, 'cdk.out', 'test'), join(folder, 'cdk.out', 'test')];
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name.startsWith('asset.')) symlinkSync(join(from, name), join(to, name));
    else cpSync(join(from, name), join(to, name), { recursive: true });
  }
  const { stampAssembly } = (await import(
    pathToFileURL(join(folder, 'cli', 'assembly.ts')).href
  )) as typeof import('../cli/assembly.ts');
  stampAssembly('test');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** Links every package; those of the project itself lead to the copy. */
const linkPackages = (from: string, to: string, folder: string): void => {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name !== '@marquee') symlinkSync(join(from, name), join(to, name));
  }
  mkdirSync(join(to, '@marquee'));
  for (const name of readdirSync(join(from, '@marquee'))) {
    const own = join(from, '@marquee', readlinkSync(join(from, '@marquee', name)));
    symlinkSync(join(folder, relative(ROOT, own)), join(to, '@marquee', name));
  }
};
