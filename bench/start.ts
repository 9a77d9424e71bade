import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { assemblyFolder } from '../infra/build/folders.ts';
import { KEEP_WARM } from '../local/lambda/pool.ts';
import type { Bench, Figure } from './figure.ts';
import { photographs } from './photographs.ts';
import { openPipeline } from './pipeline.ts';
import { memoryOf, tellsOfProcesses } from './process-tree.ts';
import { npmStart, STAGE, start as startSystem, withDataFolder } from './running.ts';
import { median } from './statistics.ts';

const ROUNDS = 5;

/** Processed before the memory is looked at: a system that has never worked tells little. */
const IMAGES = 4;

/** Until warm instances have retired and collectors have run, in milliseconds. */
const SETTLE = KEEP_WARM + 5000;

const secondsOf = async (command: () => ReturnType<typeof spawn>): Promise<number> => {
  const started = performance.now();
  await once(command(), 'exit');
  return (performance.now() - started) / 1000;
};

/** From the command `npm start` to `ready`, cold and warm, beside Node alone and beside `npm start -- --help`. */
export const start: Bench = {
  summary: 'from `npm start` to ready, cold and warm, and the memory of everything together when idle',
  run: (note) =>
    withDataFolder(async (folder) => {
      note('cold: nothing built, no data');
      rmSync(assemblyFolder(STAGE), { recursive: true, force: true });
      const cold = await startSystem(join(folder, 'cold'), { seeds: true });
      await cold.stop();
      const data = join(folder, 'warm');
      await (await startSystem(data)).stop();

      const [warm, node, help]: [number[], number[], number[]] = [[], [], []];
      for (let round = 1; round <= ROUNDS; round++) {
        note(`warm: round ${round} of ${ROUNDS}`);
        node.push(await secondsOf(() => spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' })));
        help.push(await secondsOf(() => npmStart('--help')));
        const system = await startSystem(data);
        warm.push(system.secondsToReady);
        await system.stop();
      }
      return [
        { figure: 'cold', value: cold.secondsToReady, unit: 's' },
        { figure: 'warm', value: median(warm), unit: 's', goal: { atMost: 5 } },
        { figure: 'warm / node -e 0', value: ratio(warm, node), unit: 'ratio' },
        { figure: 'warm / npm start -- --help', value: ratio(warm, help), unit: 'ratio' },
        ...(await idleMemory(data, note)),
      ];
    }),
};

const ratio = (values: readonly number[], peers: readonly number[]): number =>
  median(values.map((value, index) => value / (peers[index] ?? Number.NaN)));

const idleMemory = async (folder: string, note: (text: string) => void): Promise<Figure[]> => {
  const goal = { atMost: 400 };
  if (!tellsOfProcesses) return [{ figure: 'idle memory after work', value: undefined, unit: 'MB', goal }];
  note(`memory: ${IMAGES} photographs, then ${SETTLE / 1000} s of idling`);
  const system = await startSystem(folder);
  try {
    await (await openPipeline(system)).pass(await (await photographs())(IMAGES));
    await wait(SETTLE);
    const processes = memoryOf(system.pid);
    for (const { name, bytes } of processes)
      note(`memory: ${(bytes / 1e6).toFixed(0)} MB ${name.replaceAll(/\s+/g, ' ').slice(0, 90)}`);
    const value = processes.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
    return [{ figure: 'idle memory after work', value, unit: 'MB', goal }];
  } finally {
    await system.stop();
  }
};
