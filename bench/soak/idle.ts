import { VirtualClock } from '../../local/clock.ts';
import { startRuntime } from '../../local/runtime.ts';
import type { Figure } from '../figure.ts';
import { held, slope } from './memory.ts';

const HOUR = 3_600_000;
const HOURS = 24;
const STEP = 60_000;

/** A day on the virtual clock in which nobody does anything. */
export const idle = async (assembly: string, dataFolder: string, note: (text: string) => void): Promise<Figure[]> => {
  const clock = new VirtualClock(Date.now());
  const runtime = await startRuntime({ assemblyFolder: assembly, dataFolder, awsPort: 0, sitePort: 0, clock });
  try {
    const heaps: number[] = [];
    const from = performance.now();
    for (let hour = 0; hour < HOURS; hour++) {
      for (let passed = 0; passed < HOUR; passed += STEP) await clock.advance(STEP);
      heaps.push((await held()).heap);
    }
    note(`24 hours passed in ${((performance.now() - from) / 1000).toFixed(1)} s`);
    return [
      { figure: 'idle: heap after the first hour', value: heaps[0], unit: 'MB' },
      { figure: 'idle: heap after 24 hours', value: heaps.at(-1), unit: 'MB' },
      { figure: 'idle: growth a day', value: slope(heaps.slice(1)) * HOURS, unit: 'MB', goal: { atMost: 1 } },
    ];
  } finally {
    await runtime.close();
  }
};
