import { type FSWatcher, watch as watchFolder } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../infra/build/folders.ts';
import type { Runtime } from '../../local/runtime.ts';
import { OtherPlaceholdersError } from './patched-assembly.ts';
import { openReloads, type Reloads } from './reloads.ts';
import { changesBetween, readSources, type SourceChange, type Sources, WATCHED } from './sources.ts';

/** A save is often several writes; this long after the last of them its changes are taken, in milliseconds. */
const QUIET = 20;

/** Where the system tells of no changes, it is looked for them this often, in milliseconds. */
const LOOK_EVERY = 1000;

type Options = {
  runtime: Runtime;
  stage: string;
  /** The sources that the runtime was started from. */
  sources: Sources;
  say: (text: string) => void;
};

/** Keeps a runtime up with the sources until it is closed. What cannot be carried out is said, and what ran before runs on. */
export const watch = async ({ runtime, stage, sources, say }: Options): Promise<{ close(): Promise<void> }> => {
  const ending = new AbortController();
  const reloads = await openReloads({ runtime, stage, signal: ending.signal });
  let known = sources;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;

  const keepUp = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const now = readSources(known);
      const changes = changesBetween(known, now);
      known = now;
      if (changes.length === 0) return;
      await takeUp(changes, reloads, (text) => ending.signal.aborted || say(text));
    }
  };
  const touched = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (ending.signal.aborted) return;
      // What changes meanwhile is seen by the one that works.
      working = (working ?? Promise.resolve()).then(keepUp).catch((error) => say(`watching: ${error.stack}`));
    }, QUIET);
  };
  const watchers = watchFolders(touched, say);
  reloads.warmUp().catch(() => {}); // What is wrong is said when something changes.
  touched();

  return {
    async close() {
      ending.abort();
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      await working;
      await reloads.close();
    },
  };
};

/** Takes up changes of sources, by the shortest way for each, and says what became of them and how long it took. */
const takeUp = async (changes: readonly SourceChange[], reloads: Reloads, say: (text: string) => void) => {
  const savedAt = Math.max(...changes.map(({ at }) => at));
  /** Answers whether anything became another. */
  const attempt = async (what: string, work: () => Promise<string[]>): Promise<boolean> => {
    try {
      const lines = await work();
      for (const line of lines) say(`reloaded in ${Math.max(0, Math.round(Date.now() - savedAt))} ms: ${line}`);
      return lines.length > 0;
    } catch (error) {
      say(`${what} could not be reloaded, what ran before runs on:\n${(error as Error).message}`);
      return false;
    }
  };
  const below = (folder: string): SourceChange[] => changes.filter(({ path }) => path.startsWith(`${folder}/`));
  const infrastructure = [...below('infra'), ...below('events'), ...changes.filter(isAddedOrGone)];
  let wholly = infrastructure.length > 0;
  if (!wholly) {
    if (below('services').length > 0) await attempt('the code', () => reloads.code());
    for (const { path } of below('workflows')) {
      if (!path.endsWith('.asl.json')) continue;
      await attempt(path, async () => {
        try {
          return await reloads.workflow(path);
        } catch (error) {
          if (!(error instanceof OtherPlaceholdersError)) throw error;
          wholly = true;
          return [];
        }
      });
    }
  }
  let otherPages = wholly && (await attempt('the infrastructure', reloads.infrastructure));
  if (below('web').length === 0) return;
  if (!wholly) otherPages = await attempt('the templates', () => reloads.templates());
  if (otherPages) await attempt('the pages', reloads.pages);
};

/** A nanoservice or a workflow that came or went concerns the template. */
const isAddedOrGone = ({ path, became }: SourceChange): boolean =>
  became !== 'changed' && /^(services\/.*\/handler\.ts|workflows\/.*\.asl\.json)$/.test(path);

const watchFolders = (touched: () => void, say: (text: string) => void): { close(): void }[] => {
  const watchers: FSWatcher[] = [];
  const lookInstead = (error: Error): { close(): void }[] => {
    for (const watcher of watchers) watcher.close();
    say(`the system does not tell of changed files (${error.message}), so they are looked for every second`);
    const timer = setInterval(touched, LOOK_EVERY);
    return [{ close: () => clearInterval(timer) }];
  };
  try {
    for (const folder of WATCHED) watchers.push(watchFolder(join(ROOT, folder), { recursive: true }, touched));
  } catch (error) {
    return lookInstead(error as Error);
  }
  const all: { close(): void }[] = [...watchers];
  for (const watcher of watchers) watcher.once('error', (error) => all.push(...lookInstead(error)));
  return all;
};
