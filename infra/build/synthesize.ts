import { rm } from 'node:fs/promises';
import { createApp } from '../app.ts';
import { bundle } from './bundle.ts';
import { assemblyFolder } from './folders.ts';

/** Bundles all nanoservices and writes the cloud assembly of a stage to `cdk.out/<stage>`. */
export const synthesize = async (stage: string): Promise<{ folder: string; stacks: string[] }> => {
  await bundle();
  const folder = assemblyFolder(stage);
  await rm(folder, { recursive: true, force: true });
  const { stacks } = createApp(stage).synth();
  return { folder, stacks: stacks.map(({ stackName }) => stackName) };
};
