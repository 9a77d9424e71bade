import type { Place } from './dynamic-references.ts';
import { TemplateError } from './intrinsics.ts';
import { openStack } from './open-stack.ts';
import { physicalName } from './physical-name.ts';
import type { Assembly, Stack, Template } from './read-assembly.ts';
import type { Created, DeployContext, Resource, ResourceType } from './resource-type.ts';
import { type Unsupported, unsupportedProperties } from './unsupported.ts';

export type DeployedResource = { logicalId: string; type: string; physicalId: string; path: string };

export type DeployedStack = {
  name: string;
  template: Template;
  outputs: Readonly<Record<string, string>>;
  resources: readonly DeployedResource[];
};

/** A resource as it was made, and whether it stays when the template lets go of it. */
export type Made = { resource: Resource; created: Created; retained: boolean };

export type Deployment = {
  stacks: readonly DeployedStack[];
  unsupported: readonly Unsupported[];
  /** What the stacks export, by its name. */
  exports: ReadonlyMap<string, string>;
  /** In the order of making, by stack and logical id. */
  made: ReadonlyMap<string, Made>;
};

/** Makes a resource of a type that is known. */
export type Maker = (type: ResourceType, resource: Resource, context: DeployContext) => Promise<Created> | Created;

type Environment = {
  types: ReadonlyMap<string, ResourceType>;
  place: Place;
  context: DeployContext;
  exports: Map<string, string>;
  unsupported: Unsupported[];
  made: Map<string, Made>;
  make: Maker;
};

/**
 * Makes every resource of the assembly, in the order of its dependencies, as CloudFormation would.
 * Throws `TemplateError`, naming stack and resource, where a template cannot be carried out.
 */
export const deploy = async (
  assembly: Assembly,
  resourceTypes: readonly ResourceType[],
  place: Place,
  make: Maker = (type, resource, context) => type.create(resource, context),
): Promise<Deployment> => {
  const environment: Environment = {
    types: new Map(resourceTypes.map((type) => [type.type, type])),
    place,
    context: {
      ...{ accountId: place.accountId, region: place.region },
      ...{ assemblyFolder: assembly.folder, physicalName },
    },
    exports: new Map(),
    unsupported: [],
    made: new Map(),
    make,
  };
  const stacks: DeployedStack[] = [];
  for (const stack of assembly.stacks) stacks.push(await deployStack(stack, environment));
  const { unsupported, exports, made } = environment;
  return { stacks, unsupported, exports, made };
};

/** A resource's name in `Deployment.made`. */
export const keyOf = ({ stackName, logicalId }: Resource): string => `${stackName}/${logicalId}`;

/** The id of a stack of the assembly, which is the same at every start. */
export const assemblyStackId = (name: string, { accountId, region }: { accountId: string; region: string }): string =>
  `arn:aws:cloudformation:${region}:${accountId}:stack/${name}/local`;

const deployStack = async ({ name, template, origins }: Stack, environment: Environment): Promise<DeployedStack> => {
  const { place, exports, made } = environment;
  const stack = openStack({ name, id: assemblyStackId(name, place), template, exports, place, origins });
  const resources: DeployedResource[] = [];
  for (const [logicalId, { Type, DeletionPolicy = '' }] of stack.ordered) {
    try {
      const resource = stack.resource(logicalId);
      const created = await create(resource, environment);
      stack.made(logicalId, created);
      made.set(keyOf(resource), { resource, created, retained: DeletionPolicy.startsWith('Retain') });
      resources.push({ logicalId, type: Type, physicalId: created.ref, path: resource.path });
    } catch (cause) {
      const madeAt = origins.get(logicalId)?.madeAt;
      const property = cause instanceof TemplateError && cause.property ? `, property ${cause.property}` : '';
      const where = `${name}/${logicalId} (${Type}${madeAt === undefined ? '' : `, ${madeAt}`})${property}`;
      throw new TemplateError(`${where}: ${cause instanceof Error ? cause.message : cause}`, { cause });
    }
  }
  const outputs = stack.outputs();
  for (const { exportName, value } of outputs) if (exportName !== undefined) exports.set(exportName, value);
  return {
    ...{ name, template, resources },
    outputs: Object.fromEntries(outputs.map((output) => [output.name, output.value])),
  };
};

const create = async (resource: Resource, environment: Environment): Promise<Created> => {
  const { types, context, unsupported, make } = environment;
  const type = types.get(resource.type);
  if (!type) {
    unsupported.push({ path: resource.path, type: resource.type });
    // Whatever refers to it gets a name that says what is missing.
    return { ref: `unsupported-${resource.logicalId}`, attributes: {} };
  }
  unsupported.push(...unsupportedProperties(resource, type));
  return make(type, resource, context);
};
