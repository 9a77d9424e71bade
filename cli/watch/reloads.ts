import { join } from 'node:path';
import { assemblyFolder, ROOT } from '../../infra/build/folders.ts';
import { type OwnBuild, type OwnCode, openOwnCode } from '../../infra/build/own-code.ts';
import { vendor } from '../../infra/build/vendor.ts';
import { type Assembly, readAssembly } from '../../local/assembly/read-assembly.ts';
import type { Reload } from '../../local/reload.ts';
import type { Runtime } from '../../local/runtime.ts';
import { openApi } from '../api.ts';
import { assemblySources, stampAssembly } from '../assembly.ts';
import { connect } from '../connection.ts';
import { type Publication, settled, tellPublication } from '../content/api.ts';
import { runChild } from './child.ts';
import { type CodeFolders, openCodeFolders } from './code-folders.ts';
import { DefinitionError, readDefinition, withLine } from './definition.ts';
import { withCode, withDefinition } from './patched-assembly.ts';
import { openSiteFiles, type SiteFiles } from './site-files.ts';

type Options = { runtime: Runtime; stage: string; signal: AbortSignal };

/** What the sources turned into, kept up with them piece by piece; each piece answers the lines to say, or throws why not. */
export type Reloads = Awaited<ReturnType<typeof openReloads>>;

export const openReloads = async ({ runtime, stage, signal }: Options) => {
  const own = openOwnCode();
  const folders: CodeFolders = openCodeFolders();
  const siteFiles = openSiteFiles(folders.home);
  let assembly: Assembly = readAssembly(assemblyFolder(stage));
  /** Hashes of the code that runs, and of the files of the site that it serves. */
  let running: ReadonlyMap<string, string> = await Promise.all([own.build(), siteFiles.get()]).then(
    ([build, site]) => hashesOf(build, site),
    () => new Map(),
  );

  const put = (code: OwnCode, packages: string, site: SiteFiles): Promise<string> =>
    folders.put(code, packages, code.readsSite ? site.folder : undefined);

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
    async code(files: () => Promise<SiteFiles> = siteFiles.get): Promise<string[]> {
      const [build, site] = await Promise.all([own.build(), files()]);
      const wantedHashes = hashesOf(build, site);
      const changed = [...build.services.values()]
        .map((each) => ({ ...each, hash: wantedHashes.get(each.service) ?? each.hash }))
        .filter(({ service, hash }) => running.get(service) !== hash);
      if (changed.length === 0) return [];
      const packages = await vendor(build.imported, folders.home);
      let wanted = assembly;
      const reached: string[] = [];
      for (const each of changed) {
        const { assembly: next, count } = withCode(wanted, each.service, await put(each, packages, site));
        wanted = next;
        if (count > 0) reached.push(each.service);
      }
      await carryOut(wanted);
      running = wantedHashes;
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
      const [build, site] = await Promise.all([own.build(), siteFiles.build()]);
      const sources = assemblySources();
      await runChild(join(ROOT, 'infra', 'synth.ts'), ['--stage', stage, '--keep'], signal);
      const { changes, leftovers, unsupported } = await carryOut(readAssembly(assemblyFolder(stage)));
      stampAssembly(stage, sources);
      running = hashesOf(build, site);
      return [
        changes.length === 0
          ? 'template, which asks for nothing else than before'
          : `template: ${changes.map(({ path, became }) => `${path} ${became}`).join(', ')}`,
        ...leftovers,
        ...unsupported.map((line) => `not supported here: ${line}`),
      ];
    },

    /** Nanoservices whose templates, or whose files of the site, are other ones now. */
    templates(): Promise<string[]> {
      return this.code(siteFiles.build);
    },

    /** Every page of the site made anew, by the code that runs now. */
    async pages(): Promise<string[]> {
      const connection = await connect({ stage, 'aws-port': new URL(runtime.awsUrl).port });
      const api = await openApi(connection, 'admin');
      const { publicationId } = await api<Publication>('POST', '/content/rebuild', {});
      const publication = await Promise.race([settled(api, publicationId), endOf(signal)]);
      if (publication.state === 'failed') throw new Error(tellPublication(publication));
      return [`every page of the site, in version ${publication.siteVersion}`];
    },

    async close(): Promise<void> {
      await own.close();
      folders.close();
    },
  };
};

const hashesOf = ({ services }: OwnBuild, site: SiteFiles): ReadonlyMap<string, string> =>
  new Map(
    [...services.values()].map(({ service, hash, readsSite }) => [service, readsSite ? `${hash}.${site.hash}` : hash]),
  );

/** Rejects when the signal says so. */
const endOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
