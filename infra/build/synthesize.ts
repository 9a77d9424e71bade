import { rm } from 'node:fs/promises';
import { createApp } from '../app.ts';
import { bundle } from './bundle.ts';
import { assemblyFolder, bundlesFolder } from './folders.ts';
import { fingerprint, isMadeFrom, stamp } from './made-from.ts';

/** What decides what is in the bundles. */
const BUNDLED = ['events', 'infra/build', 'services', 'web/site', 'web/studio', 'web/ui', 'package-lock.json'];

/**
 * Bundles all nanoservices, where what they are made of has changed, and writes the cloud assembly of a stage to `cdk.out/<stage>`. With `keep`, the code of the
 * assembly before stays beside the new, for who runs it.
 */
export const synthesize = async (
  stage: string,
  { keep = false }: { keep?: boolean } = {},
): Promise<{ folder: string; stacks: string[] }> => {
  const sources = fingerprint(BUNDLED);
  if (!isMadeFrom(bundlesFolder(), sources)) {
    await bundle();
    stamp(bundlesFolder(), sources);
  }
  const folder = assemblyFolder(stage);
  if (!keep) await rm(folder, { recursive: true, force: true });
  const { stacks } = createApp(stage).synth();
  return { folder, stacks: stacks.map(({ stackName }) => stackName) };
};
