import { basename } from 'node:path';
import type { Assembly, TemplateResource } from '../../local/assembly/read-assembly.ts';

type Patch = (resource: TemplateResource) => TemplateResource | undefined;

/** An assembly with some of its resources otherwise; answers how many were. */
const patched = (assembly: Assembly, patch: Patch): { assembly: Assembly; count: number } => {
  let count = 0;
  const stacks = assembly.stacks.map((stack) => {
    const Resources = { ...stack.template.Resources };
    for (const [logicalId, resource] of Object.entries(Resources)) {
      const changed = patch(resource);
      if (!changed) continue;
      Resources[logicalId] = changed;
      count += 1;
    }
    return { ...stack, template: { ...stack.template, Resources } };
  });
  return { assembly: { ...assembly, stacks }, count };
};

/** The assembly with the code of a nanoservice in another folder. */
export const withCode = (
  assembly: Assembly,
  service: string,
  folder: string,
): { assembly: Assembly; count: number } => {
  const key = basename(folder);
  const assets = new Map(assembly.assets);
  const result = patched({ ...assembly, assets }, ({ Type, Properties = {}, ...rest }) => {
    if (Type !== 'AWS::Lambda::Function' || serviceOf(Properties) !== service) return undefined;
    const Code = Properties.Code as { S3Key?: string };
    // What was saved before is nobody's any more.
    assets.delete(Code.S3Key ?? '');
    return { ...rest, Type, Properties: { ...Properties, Code: { ...Code, S3Key: key } } };
  });
  assets.set(key, folder);
  return result;
};

/** A nanoservice is named by what its logger is told. */
const serviceOf = ({ Environment }: Readonly<Record<string, unknown>>): unknown =>
  (Environment as { Variables?: Record<string, unknown> } | undefined)?.Variables?.POWERTOOLS_SERVICE_NAME;

/** Thrown where a definition wants other values than the infrastructure gives it. */
export class OtherPlaceholdersError extends Error {
  override name = 'OtherPlaceholdersError';
}

const PLACEHOLDER = /\$\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** The assembly with another definition of the workflow in `file`. Throws `OtherPlaceholdersError`. */
export const withDefinition = (assembly: Assembly, file: string, text: string): { assembly: Assembly; count: number } =>
  patched(assembly, ({ Type, Metadata, Properties = {}, ...rest }) => {
    if (Metadata?.['marquee:definition'] !== file) return undefined;
    const used = [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name))].sort();
    const given = Object.keys((Properties.DefinitionSubstitutions as object | undefined) ?? {}).sort();
    if (used.join() !== given.join())
      throw new OtherPlaceholdersError(`${file} uses ${used.join(', ')} and is given ${given.join(', ')}`);
    return { ...rest, Type, Metadata, Properties: { ...Properties, DefinitionString: text } };
  });
