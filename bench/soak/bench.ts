import { freshAssembly } from '../../cli/assembly.ts';
import type { Bench } from '../figure.ts';
import { STAGE, withDataFolder } from '../running.ts';
import { idle } from './idle.ts';
import { uploads } from './uploads.ts';

/** Whether memory stays flat over a long time and over much work. */
export const soak: Bench = {
  summary: 'memory over 24 idle hours on the virtual clock and over 10,000 uploads (about a quarter of an hour)',
  async run(note) {
    const assembly = freshAssembly(STAGE, () => note('bundling the Lambdas and synthesizing the template …'));
    return [
      ...(await withDataFolder((folder) => idle(assembly, folder, note))),
      ...(await withDataFolder((folder) => uploads(assembly, folder, note))),
    ];
  },
};
