import { type Place, withReferences } from './dynamic-references.ts';
import { resolve, type Scope, TemplateError } from './intrinsics.ts';
import { inOrder } from './order.ts';
import type { Origin } from './origins.ts';
import type { Template, TemplateResource } from './read-assembly.ts';
import type { Created, Resource } from './resource-type.ts';
import { stackScope } from './stack-scope.ts';

export type StackOptions = {
  name: string;
  id: string;
  template: Template;
  parameters?: Readonly<Record<string, string>>;
  exports: { get(name: string): unknown };
  place: Place;
  /** Where its resources come from, by their logical ids. */
  origins?: ReadonlyMap<string, Origin>;
};

export type Output = { name: string; value: string; description?: string; exportName?: string };

/** A template about to be carried out, resource by resource. */
export type OpenStack = {
  /** The resources that its conditions want, each behind those that it depends on. */
  ordered: readonly (readonly [logicalId: string, declared: TemplateResource])[];
  /** A resource with its intrinsics resolved, which needs those before it to have been `made`. */
  resource(logicalId: string): Resource;
  made(logicalId: string, created: Created): void;
  /** Its outputs, once all resources are made. */
  outputs(): Output[];
};

/** Opens a template to be carried out. Throws `TemplateError` where resources or conditions go in circles. */
export const openStack = (options: StackOptions): OpenStack => {
  const { name, id, template, parameters = {}, exports, place, origins } = options;
  const created = new Map<string, Created>();
  const scope = stackScope({ stackName: name, stackId: id, template, parameters, created, exports, place });
  const wanted = Object.entries(template.Resources).filter(
    ([, { Condition }]) => !Condition || scope.condition(Condition),
  );
  return {
    ordered: inOrder(name, new Map(wanted)),
    resource(logicalId) {
      const origin = origins?.get(logicalId);
      const { Type = '', Properties = {}, Metadata = {} } = template.Resources[logicalId] ?? {};
      return {
        stackName: name,
        logicalId,
        path: String(Metadata['aws:cdk:path'] ?? origin?.path ?? logicalId),
        ...(origin?.madeAt === undefined ? {} : { madeAt: origin.madeAt }),
        type: Type,
        properties: withReferences(propertiesOf(Properties, scope), Type, place.lookUp),
        metadata: Metadata,
      };
    },
    made: (logicalId, made) => void created.set(logicalId, made),
    outputs: () =>
      Object.entries(template.Outputs ?? {})
        .filter(([, { Condition }]) => !Condition || scope.condition(Condition))
        .map(([output, { Value, Description, Export }]) => ({
          name: output,
          value: String(resolve(Value, scope)),
          ...(Description === undefined ? {} : { description: Description }),
          ...(Export === undefined ? {} : { exportName: String(resolve(Export.Name, scope)) }),
        })),
  };
};

/** Throws `TemplateError` that tells the property at fault. */
const propertiesOf = (properties: Readonly<Record<string, unknown>>, scope: Scope): Record<string, unknown> => {
  const resolved: Record<string, unknown> = {};
  for (const [name, declared] of Object.entries(properties)) {
    try {
      const value = resolve(declared, scope);
      if (value !== undefined) resolved[name] = value;
    } catch (error) {
      if (error instanceof TemplateError) error.property = name;
      throw error;
    }
  }
  return resolved;
};
