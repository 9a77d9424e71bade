import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A Lambda function as the template deploys it. */
export type DeployedFunction = {
  /** Such as `media/list-assets`. */
  service: string;
  /** Folder of the asset that CDK uploads. */
  folder: string;
  /** What it finds in its environment; references to resources stand for themselves. */
  environment: Record<string, string>;
  hasSharp: boolean;
};

type Resource = {
  Type: string;
  Properties: {
    Description?: string;
    Code?: { S3Key?: string };
    Environment?: { Variables?: Record<string, unknown> };
  };
};

/** The functions that a cloud assembly deploys, by the name that `Nanoservice` describes each with. */
export const functionsOf = (assembly: string): DeployedFunction[] =>
  readdirSync(assembly)
    .filter((name) => name.endsWith('.template.json'))
    .flatMap((name) => {
      const { Resources = {} } = JSON.parse(readFileSync(join(assembly, name), 'utf8')) as {
        Resources?: Record<string, Resource>;
      };
      return Object.values(Resources);
    })
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .flatMap(({ Properties: { Description = '', Code, Environment } }) => {
      const [, service] = /^Marquee (\S+\/\S+)$/.exec(Description) ?? [];
      const folder = join(assembly, `asset.${Code?.S3Key?.replace('.zip', '')}`);
      if (!service || !existsSync(join(folder, 'index.mjs'))) return [];
      const variables = Object.entries(Environment?.Variables ?? {});
      const environment = Object.fromEntries(
        variables.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
      );
      return [{ service, folder, environment, hasSharp: existsSync(join(folder, 'node_modules', 'sharp')) }];
    })
    .sort((one, other) => (one.service < other.service ? -1 : 1));
