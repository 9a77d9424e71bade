import { rm } from 'node:fs/promises';
import { createApp } from '../app.ts';
import { bundle } from './bundle.ts';
import { assemblyFolder } from './folders.ts';

/**
 * Bundles all nanoservices and writes the cloud assembly of a stage to `cdk.out/<stage>`. With `keep`, the code of the
 * assembly before stays beside the new, for who runs it.
 */
export const synthesize = async (
  stage: string,
  { keep = false }: { keep?: boolean } = {},
): Promise<{ folder: string; stacks: string[] }> => {
  await bundle();
  const folder = assemblyFolder(stage);
  if (!keep) await rm(folder, { recursive: true, force: true });
  const { stacks } = createApp(stage).synth();
  return { folder, stacks: stacks.map(({ stackName }) => stackName) };
};
