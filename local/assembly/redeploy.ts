import { isDeepStrictEqual } from 'node:util';
import { type Deployment, deploy, keyOf, type Made, type Maker } from './deploy.ts';
import type { Place } from './dynamic-references.ts';
import { physicalName } from './physical-name.ts';
import type { Assembly } from './read-assembly.ts';
import type { Created, DeployContext, Resource, ResourceType } from './resource-type.ts';

/** What became of a resource whose declaration changed. */
export type Change = { path: string; type: string; became: 'created' | 'updated' | 'removed' | 'retained' };

export type Redeployment = Deployment & {
  changes: readonly Change[];
  /** A line for each resource that the template let go of and that could not be removed, as CloudFormation leaves it too. */
  leftovers: readonly string[];
};

type Options = {
  assembly: Assembly;
  resourceTypes: readonly ResourceType[];
  place: Place;
  /** What runs now. */
  before: Deployment;
  /** Judges the outcome before anything is removed; what it throws undoes the change. */
  accept?: (deployment: Deployment) => void;
};

/**
 * Carries a changed assembly out over the one that runs: what is as it was stays untouched, what changed is brought up to
 * date, what left the template is removed last unless its deletion policy retains it. Where it cannot be carried out it throws
 * `TemplateError` as `deploy` does, and what was changed so far is what it was.
 */
export const redeploy = async (options: Options): Promise<Redeployment> => {
  const { assembly, resourceTypes, place, before, accept } = options;
  const types = new Map(resourceTypes.map((type) => [type.type, type]));
  const undo: (() => Promise<void>)[] = [];
  const changes: Change[] = [];
  const make: Maker = async (type, resource, context) => {
    const known = before.made.get(keyOf(resource));
    if (known && isSame(known.resource, resource)) return known.created;
    await requireFreeName(type, resource, context, before);
    let created: Created | undefined;
    undo.push(async () => {
      if (created && created.ref !== known?.created.ref) await type.remove?.(resource, created, context);
      if (known) await types.get(known.resource.type)?.create(known.resource, context);
    });
    created = await type.create(resource, context);
    changes.push({ path: resource.path, type: resource.type, became: known ? 'updated' : 'created' });
    return created;
  };
  let after: Deployment;
  try {
    after = await deploy(assembly, resourceTypes, place, make);
    accept?.(after);
  } catch (error) {
    for (const each of undo.reverse()) await each();
    throw error;
  }
  const leftovers: string[] = [];
  const context: DeployContext = { ...place, assemblyFolder: assembly.folder, physicalName };
  for (const gone of goneFrom(before, after)) {
    const { path, type } = gone.resource;
    const reason = gone.retained ? undefined : await remove(gone, types.get(type), context);
    if (reason !== undefined) leftovers.push(`${path} (${type}) left the template and stays: ${reason}`);
    else changes.push({ path, type, became: gone.retained ? 'retained' : 'removed' });
    // Something that was moved to another logical id may have gone with it, and is made again.
    const heir = gone.retained ? undefined : [...after.made.values()].find((made) => idOf(made) === idOf(gone));
    if (heir) await types.get(type)?.create(heir.resource, context);
  }
  return { ...after, changes, leftovers };
};

/** Where it comes from in the source is no change of the resource. */
const isSame = (one: Resource, other: Resource): boolean =>
  one.type === other.type && isDeepStrictEqual(one.properties, other.properties);

/** Throws, as CloudFormation does, where another resource of the template has the name: it cannot move between logical ids. */
const requireFreeName = async (
  type: ResourceType,
  resource: Resource,
  context: DeployContext,
  { made }: Deployment,
): Promise<void> => {
  const name = await type.taken?.(resource, context);
  if (name === undefined) return;
  for (const [key, other] of made) {
    if (key === keyOf(resource) || other.resource.type !== resource.type) continue;
    if ((await type.taken?.(other.resource, context)) === name) throw new Error(`${name} already exists`);
  }
};

/** What the new template lacks, or has by another physical id, the last made first. */
const goneFrom = (before: Deployment, after: Deployment): Made[] =>
  [...before.made]
    .flatMap(([key, made]) => {
      const heir = after.made.get(key);
      return heir && idOf(heir) === idOf(made) ? [] : [made];
    })
    .reverse();

const idOf = ({ resource: { type }, created: { ref } }: Made): string => `${type} ${ref}`;

/** Answers why it could not be removed. */
const remove = async (
  { resource, created }: Made,
  type: ResourceType | undefined,
  context: DeployContext,
): Promise<string | undefined> => {
  if (!type) return undefined; // It was never made.
  if (!type.remove) return 'the embedded runtime cannot remove a resource of this type before it starts again';
  try {
    await type.remove(resource, created, context);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
