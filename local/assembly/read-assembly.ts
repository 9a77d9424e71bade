import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Origin, readOrigins } from './origins.ts';

/** A CloudFormation template as CDK writes it; only what the runtime reads. */
export type Template = {
  Description?: string;
  Parameters?: Record<string, TemplateParameter>;
  Conditions?: Record<string, unknown>;
  Mappings?: Record<string, Record<string, Record<string, unknown>>>;
  Resources: Record<string, TemplateResource>;
  Outputs?: Record<string, { Value: unknown; Description?: string; Export?: { Name: unknown }; Condition?: string }>;
};

export type TemplateParameter = {
  Type: string;
  Default?: unknown;
  Description?: string;
  NoEcho?: boolean | string;
  AllowedValues?: unknown[];
  AllowedPattern?: string;
  ConstraintDescription?: string;
  MinLength?: number | string;
  MaxLength?: number | string;
  MinValue?: number | string;
  MaxValue?: number | string;
};

export type TemplateResource = {
  Type: string;
  Properties?: Record<string, unknown>;
  DependsOn?: string | string[];
  Condition?: string;
  Metadata?: Record<string, unknown>;
  DeletionPolicy?: string;
};

export type Stack = {
  name: string;
  template: Template;
  templateFile: string;
  /** Where its resources come from, by their logical ids. */
  origins: ReadonlyMap<string, Origin>;
};

export type Assembly = {
  folder: string;
  /** In the order of their dependencies. */
  stacks: readonly Stack[];
  /** Paths of file assets, by the object key that templates name them by. */
  assets: ReadonlyMap<string, string>;
};

/** Terminal: the folder holds no cloud assembly that the runtime can read. */
export class AssemblyError extends Error {
  override name = 'AssemblyError';
}

type Artifact = {
  type: string;
  dependencies?: string[];
  additionalMetadataFile?: string;
  properties?: { templateFile?: string; stackName?: string; file?: string };
};

type AssetManifest = {
  files?: Record<string, { source: { path?: string }; destinations: Record<string, { objectKey: string }> }>;
};

const readJson = <T>(file: string): T => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (cause) {
    throw new AssemblyError(`${file} is missing or is not JSON; make the cloud assembly again (npm run synth).`, {
      cause,
    });
  }
};

/** Reads the cloud assembly that `cdk synth` left in `folder`. Throws `AssemblyError` naming the file at fault. */
export const readAssembly = (folder: string): Assembly => {
  const { artifacts = {} } = readJson<{ artifacts?: Record<string, Artifact> }>(join(folder, 'manifest.json'));
  const assets = new Map<string, string>();
  for (const { type, properties } of Object.values(artifacts)) {
    if (type !== 'cdk:asset-manifest' && type !== 'aws:cdk:asset-manifest') continue;
    const manifest = readJson<AssetManifest>(join(folder, properties?.file ?? ''));
    for (const { source, destinations } of Object.values(manifest.files ?? {})) {
      for (const { objectKey } of Object.values(destinations))
        if (source.path) assets.set(objectKey, join(folder, source.path));
    }
  }
  const stacks = inOrder(artifacts).map((id): Stack => {
    const templateFile = join(folder, artifacts[id]?.properties?.templateFile ?? '');
    return {
      name: artifacts[id]?.properties?.stackName ?? id,
      template: readJson<Template>(templateFile),
      templateFile,
      origins: readOrigins(join(folder, artifacts[id]?.additionalMetadataFile ?? `${id}.metadata.json`)),
    };
  });
  if (stacks.length === 0) throw new AssemblyError(`${folder}/manifest.json names no stack.`);
  return { folder, stacks, assets };
};

/** The ids of all stacks, each behind those that it depends on. */
const inOrder = (artifacts: Readonly<Record<string, Artifact>>): string[] => {
  const ordered = new Set<string>();
  const visit = (id: string): void => {
    const artifact = artifacts[id];
    if (artifact?.type !== 'aws:cloudformation:stack' || ordered.has(id)) return;
    for (const dependency of artifact.dependencies ?? []) visit(dependency);
    ordered.add(id);
  };
  for (const id of Object.keys(artifacts)) visit(id);
  return [...ordered];
};
