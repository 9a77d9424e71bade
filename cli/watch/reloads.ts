import { join } from 'node:path';
import { assemblyFolder, ROOT } from '../../infra/build/folders.ts';
import { type OwnBuild, openOwnCode } from '../../infra/build/own-code.ts';
import { vendor } from '../../infra/build/vendor.ts';
import { type Assembly, readAssembly } from '../../local/assembly/read-assembly.ts';
import type { Reload } from '../../local/reload.ts';
import type { Runtime } from '../../local/runtime.ts';
import { fingerprint, stampAssembly } from '../assembly.ts';
import { runChild } from './child.ts';
import { type CodeFolders, openCodeFolders } from './code-folders.ts';
import { DefinitionError, readDefinition, withLine } from './definition.ts';
import { withCode, withDefinition } from './patched-assembly.ts';

type Options = { runtime: Runtime; stage: string; signal: AbortSignal };

/** What the sources turned into, kept up with them piece by piece; each piece answers the lines to say, or throws why not. */
export type Reloads = Awaited<ReturnType<typeof openReloads>>;

export const openReloads = async ({ runtime, stage, signal }: Options) => {
  const own = openOwnCode();
  const folders: CodeFolders = openCodeFolders();
  let assembly: Assembly = readAssembly(assemblyFolder(stage));
  /** Hashes of the code that runs. */
  let running: ReadonlyMap<string, string> = await own.build().then(hashesOf, () => new Map());

  const carryOut = async (wanted: Assembly): Promise<Reload> => {
    const reload = await runtime.reload(wanted);
    assembly = wanted;
    return reload;
  };

  return {
    /** Bundles packages once, so that the first change does not wait for it. */
    async warmUp(): Promise<void> {
      await vendor((await own.build()).imported, folders.home);
    },

    /** Nanoservices whose code is another one now. */
    async code(): Promise<string[]> {
      const build = await own.build();
      const changed = [...build.services.values()].filter(({ service, hash }) => running.get(service) !== hash);
      if (changed.length === 0) return [];
      const packages = await vendor(build.imported, folders.home);
      let wanted = assembly;
      const reached: string[] = [];
      for (const each of changed) {
        const { assembly: next, count } = withCode(wanted, each.service, await folders.put(each, packages));
        wanted = next;
        if (count > 0) reached.push(each.service);
      }
      await carryOut(wanted);
      running = hashesOf(build);
      return reached.length > 0 ? [`code of ${reached.join(', ')}`] : [];
    },

    /** Throws `OtherPlaceholdersError` where the infrastructure has to change with it. */
    async workflow(file: string): Promise<string[]> {
      const { assembly: wanted, count } = withDefinition(assembly, file, readDefinition(file));
      if (count === 0) return [];
      try {
        await carryOut(wanted);
      } catch (cause) {
        throw new DefinitionError(withLine(file, (cause as Error).message), { cause });
      }
      return [`definition of ${file}; executions under way keep theirs`];
    },

    /** All of it anew, by way of the template. */
    async infrastructure(): Promise<string[]> {
      const build = await own.build();
      const sources = fingerprint();
      await runChild(join(ROOT, 'infra', 'synth.ts'), ['--stage', stage, '--keep'], signal);
      const { changes, leftovers, unsupported } = await carryOut(readAssembly(assemblyFolder(stage)));
      stampAssembly(stage, sources);
      running = hashesOf(build);
      return [
        changes.length === 0
          ? 'template, which asks for nothing else than before'
          : `template: ${changes.map(({ path, became }) => `${path} ${became}`).join(', ')}`,
        ...leftovers,
        ...unsupported.map((line) => `not supported here: ${line}`),
      ];
    },

    async pages(): Promise<string[]> {
      const args = ['--endpoint', runtime.awsUrl, '--stage', stage];
      const became = await runChild(join(ROOT, 'cli', 'watch', 'publish-pages.ts'), args, signal);
      return [became === 'published' ? 'pages of the site' : 'no page: the site shows none of those made here'];
    },

    async close(): Promise<void> {
      await own.close();
      folders.close();
    },
  };
};

const hashesOf = ({ services }: OwnBuild): ReadonlyMap<string, string> =>
  new Map([...services.values()].map(({ service, hash }) => [service, hash]));
