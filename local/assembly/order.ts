import { references, TemplateError } from './intrinsics.ts';
import type { TemplateResource } from './read-assembly.ts';

/** Resources, each behind those that it refers to or depends on. Throws `TemplateError` for a circle. */
export const inOrder = (
  stackName: string,
  resources: ReadonlyMap<string, TemplateResource>,
): [string, TemplateResource][] => {
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
