import { references, resolve, type Scope, TemplateError } from './intrinsics.ts';
import { physicalName } from './physical-name.ts';
import type { Assembly, Stack, TemplateResource } from './read-assembly.ts';
import type { Created, DeployContext, Resource, ResourceType } from './resource-type.ts';
import { type Unsupported, unsupportedProperties } from './unsupported.ts';

export type DeployedResource = { logicalId: string; type: string; physicalId: string; path: string };

export type DeployedStack = {
  name: string;
  outputs: Readonly<Record<string, string>>;
  resources: readonly DeployedResource[];
};

export type Deployment = { stacks: readonly DeployedStack[]; unsupported: readonly Unsupported[] };

type Environment = {
  types: ReadonlyMap<string, ResourceType>;
  context: DeployContext;
  exports: Map<string, unknown>;
  unsupported: Unsupported[];
};

/**
 * Makes every resource of the assembly, in the order of its dependencies, as CloudFormation would.
 * Throws `TemplateError`, naming stack and resource, where a template cannot be carried out.
 */
export const deploy = async (
  assembly: Assembly,
  resourceTypes: readonly ResourceType[],
  { accountId, region }: { accountId: string; region: string },
): Promise<Deployment> => {
  const environment: Environment = {
    types: new Map(resourceTypes.map((type) => [type.type, type])),
    context: { accountId, region, assemblyFolder: assembly.folder, physicalName },
    exports: new Map(),
    unsupported: [],
  };
  const stacks: DeployedStack[] = [];
  for (const stack of assembly.stacks) stacks.push(await deployStack(stack, environment));
  return { stacks, unsupported: environment.unsupported };
};

const deployStack = async ({ name, template }: Stack, environment: Environment): Promise<DeployedStack> => {
  const created = new Map<string, Created>();
  const scope = scopeOf(name, template, created, environment);
  const resources: DeployedResource[] = [];
  const wanted = Object.entries(template.Resources).filter(
    ([, { Condition }]) => !Condition || scope.condition(Condition),
  );
  for (const [logicalId, declared] of inOrder(name, new Map(wanted))) {
    const where = `${name}/${logicalId} (${declared.Type})`;
    try {
      const resource: Resource = {
        stackName: name,
        logicalId,
        path: String(declared.Metadata?.['aws:cdk:path'] ?? logicalId),
        type: declared.Type,
        properties: (resolve(declared.Properties ?? {}, scope) ?? {}) as Record<string, unknown>,
        metadata: declared.Metadata ?? {},
      };
      const made = await create(resource, environment);
      created.set(logicalId, made);
      resources.push({ logicalId, type: resource.type, physicalId: made.ref, path: resource.path });
    } catch (cause) {
      throw new TemplateError(`${where}: ${cause instanceof Error ? cause.message : cause}`, { cause });
    }
  }
  const outputs: Record<string, string> = {};
  for (const [output, { Value, Export, Condition }] of Object.entries(template.Outputs ?? {})) {
    if (Condition && !scope.condition(Condition)) continue;
    const value = resolve(Value, scope);
    if (Export) environment.exports.set(String(resolve(Export.Name, scope)), value);
    outputs[output] = String(value);
  }
  return { name, outputs, resources };
};

const create = async (resource: Resource, { types, context, unsupported }: Environment): Promise<Created> => {
  const type = types.get(resource.type);
  if (!type) {
    unsupported.push({ path: resource.path, type: resource.type });
    // Whatever refers to it gets a name that says what is missing.
    return { ref: `unsupported-${resource.logicalId}`, attributes: {} };
  }
  unsupported.push(...unsupportedProperties(resource, type));
  return type.create(resource, context);
};

const scopeOf = (
  stackName: string,
  template: Stack['template'],
  created: ReadonlyMap<string, Created>,
  { context, exports }: Environment,
): Scope => {
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::AccountId': context.accountId,
    'AWS::Region': context.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stackName,
    'AWS::StackId': `arn:aws:cloudformation:${context.region}:${context.accountId}:stack/${stackName}/local`,
    'AWS::NotificationARNs': [],
  };
  /** Conditions that are being decided, in the order in which they ask for each other. */
  const deciding: string[] = [];
  const scope: Scope = {
    ref: (name) => created.get(name)?.ref ?? own(pseudo, name) ?? own(template.Parameters, name)?.Default,
    attribute: (logicalId, name) => {
      const value = own(created.get(logicalId)?.attributes, name);
      const type = template.Resources[logicalId]?.Type;
      if (value === undefined)
        throw new TemplateError(`Fn::GetAtt asks for ${name} of ${logicalId} (${type}), which it does not have here.`);
      return value;
    },
    condition: (name) => {
      const declared = own(template.Conditions, name);
      if (declared === undefined) throw new TemplateError(`The template has no condition ${name}.`);
      if (deciding.includes(name))
        throw new TemplateError(`${stackName}: circular conditions ${[...deciding, name].join(' → ')}.`);
      deciding.push(name);
      try {
        return Boolean(resolve(declared, scope));
      } finally {
        deciding.pop();
      }
    },
    mapping: (map, key, name) => {
      const value = own(own(own(template.Mappings, map), key), name);
      if (value === undefined) throw new TemplateError(`The mapping ${map} has no ${key}.${name}.`);
      return value;
    },
    importValue: (name) => {
      const value = exports.get(name);
      if (value === undefined) throw new TemplateError(`No stack exports ${name}.`);
      return value;
    },
  };
  return scope;
};

/** What a record itself has under a name, and nothing that every object has. */
const own = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  record && Object.hasOwn(record, name) ? record[name] : undefined;

/** Resources, each behind those that it refers to or depends on. Throws `TemplateError` for a circle. */
const inOrder = (stackName: string, resources: ReadonlyMap<string, TemplateResource>): [string, TemplateResource][] => {
  const ordered = new Map<string, TemplateResource>();
  const visit = (logicalId: string, path: readonly string[]): void => {
    const resource = resources.get(logicalId);
    if (!resource || ordered.has(logicalId)) return;
    if (path.includes(logicalId))
      throw new TemplateError(`${stackName}: circular dependency ${[...path, logicalId].join(' → ')}.`);
    const dependsOn = resource.DependsOn ? [resource.DependsOn].flat() : [];
    for (const other of [...references(resource.Properties), ...dependsOn]) visit(other, [...path, logicalId]);
    ordered.set(logicalId, resource);
  };
  for (const logicalId of resources.keys()) visit(logicalId, []);
  return [...ordered];
};
