import type { DeployedStack, Deployment } from './assembly/deploy.ts';
import type { Place } from './assembly/dynamic-references.ts';
import type { Assembly } from './assembly/read-assembly.ts';
import { type Change, redeploy } from './assembly/redeploy.ts';
import type { ResourceType } from './assembly/resource-type.ts';
import { describe } from './assembly/unsupported.ts';
import type { Exports } from './cloudformation/exports.ts';

/** What a reload did, a line each for what could not be removed and for what the runtime does not do. */
export type Reload = { changes: readonly Change[]; leftovers: readonly string[]; unsupported: readonly string[] };

type Options = {
  resourceTypes: readonly ResourceType[];
  place: Place;
  /** What the start carried out. */
  deployment: Deployment;
  /** The assembly where functions find their code. */
  assembly: () => Assembly;
  setAssembly(assembly: Assembly): void;
  exports: Exports;
  show(stacks: readonly DeployedStack[]): void;
};

/** Carries other assemblies out over the one that runs, one after the other. */
export const createReload = (options: Options) => {
  const { resourceTypes, place, exports } = options;
  let { deployment } = options;
  let last: Promise<unknown> = Promise.resolve();

  const reload = async (wanted: Assembly): Promise<Reload> => {
    const before = options.assembly();
    // Code that runs now is still found should the change be undone.
    options.setAssembly({ ...wanted, assets: new Map([...before.assets, ...wanted.assets]) });
    try {
      const accept = (after: Deployment): void => exports.requireKept(after.exports);
      const after = await redeploy({ assembly: wanted, resourceTypes, place, before: deployment, accept });
      deployment = after;
      options.setAssembly(wanted);
      exports.assembled(after.exports);
      options.show(after.stacks);
      const { changes, leftovers, unsupported } = after;
      return { changes, leftovers, unsupported: unsupported.map(describe) };
    } catch (error) {
      options.setAssembly(before);
      throw error;
    }
  };

  return {
    /** Throws `TemplateError` where it cannot be carried out; what ran before runs on then. */
    to(wanted: Assembly): Promise<Reload> {
      const next = last.then(() => reload(wanted));
      last = next.catch(() => {});
      return next;
    },
    /** Waits until none is under way. */
    settled: () => last,
  };
};
