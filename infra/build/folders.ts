import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const SERVICES_FOLDER = join(ROOT, 'services');
export const WORKFLOWS_FOLDER = join(ROOT, 'workflows');
/** Everything made by a build, safe to delete. */
export const BUILD_FOLDER = join(ROOT, '.build');

/** Where the cloud assembly of a stage is written. */
export const assemblyFolder = (stage: string): string => join(ROOT, 'cdk.out', stage);

/** Where the bundles of the nanoservices below `servicesFolder` are written. */
export const bundlesFolder = (servicesFolder: string = SERVICES_FOLDER): string =>
  servicesFolder === SERVICES_FOLDER ? join(BUILD_FOLDER, 'lambda') : join(servicesFolder, '..', 'lambda');

/** The folder of one bundle. Throws where there is none. */
export const bundleFolder = (service: string, servicesFolder?: string): string => {
  const folder = join(bundlesFolder(servicesFolder), service);
  if (!existsSync(join(folder, 'index.mjs'))) {
    throw new Error(
      `services/${service}/handler.ts has no bundle: is the folder's name right? Bundles are made by bundle().`,
    );
  }
  return folder;
};
