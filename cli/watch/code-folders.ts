import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NATIVE } from '../../infra/build/bundle.ts';
import { BUILD_FOLDER } from '../../infra/build/folders.ts';
import type { OwnCode } from '../../infra/build/own-code.ts';

/** How many folders of a nanoservice are kept: requests under way may still read from those before the newest. */
const KEPT = 4;

/** Where the code of changed nanoservices is put, for as long as this process lives. */
export const openCodeFolders = (parent = join(BUILD_FOLDER, 'watch')) => {
  mkdirSync(parent, { recursive: true });
  for (const pid of readdirSync(parent)) if (!isAlive(Number(pid))) rmSync(join(parent, pid), { recursive: true });
  const home = join(parent, String(process.pid));
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
  const made = new Map<string, string[]>();

  return {
    home,
    /**
     * Puts a nanoservice's code beside the packages that it imports and the files of the site that it serves; answers the folder,
     * whose name follows from the content.
     */
    async put(
      { service, hash, code, map, native }: OwnCode,
      vendorFolder: string,
      siteFolder?: string,
    ): Promise<string> {
      const name = `${service.replace('/', '.')}.${hash}`;
      const folder = join(home, name);
      const known = made.get(service) ?? [];
      if (known.includes(folder)) return folder;
      const draft = `${folder}.draft`;
      mkdirSync(draft);
      writeFileSync(join(draft, 'index.mjs'), code);
      writeFileSync(join(draft, 'index.mjs.map'), map);
      writeFileSync(join(draft, 'package.json'), '{"type":"module"}\n');
      symlinkSync(vendorFolder, join(draft, 'vendor'), 'junction');
      if (siteFolder) symlinkSync(siteFolder, join(draft, 'static'), 'junction');
      for (const each of native) {
        const modules = await NATIVE[each]?.();
        if (modules) symlinkSync(modules, join(draft, 'node_modules'), 'junction');
      }
      renameSync(draft, folder);
      const all = [...known, folder];
      for (const old of all.splice(0, all.length - KEPT)) rmSync(old, { recursive: true, force: true });
      made.set(service, all);
      return folder;
    },
    close: (): void => rmSync(home, { recursive: true, force: true }),
  };
};

export type CodeFolders = ReturnType<typeof openCodeFolders>;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
