import { type Pass, startBareSharp } from './bare-sharp/script.ts';
import type { Bench, Figure } from './figure.ts';
import { photographs } from './photographs.ts';
import { openPipeline } from './pipeline.ts';
import { tellsOfProcesses } from './process-tree.ts';
import { start, withDataFolder } from './running.ts';
import { median } from './statistics.ts';

const ROUNDS = 3;
const IMAGES = 10;

/** Small photographs that start the functions on both sides of a round: how many, and how wide. */
const WARM_UP = [6, 320] as const;

/** Images a second from upload to ready, beside a script that does nothing but what sharp has to do. */
export const media: Bench = {
  summary: 'images a second through the whole pipeline, beside a bare sharp script',
  run: (note) =>
    withDataFolder((dataFolder) =>
      withDataFolder(async (bareFolder) => {
        note('starting');
        const next = await photographs();
        const system = await start(dataFolder);
        const bare = startBareSharp(bareFolder);
        try {
          const pipeline = await openPipeline(system);
          const rounds: [Pass, Pass][] = [];
          for (let round = 1; round <= ROUNDS; round++) {
            const taken = await next(IMAGES);
            await bare.pass(await next(...WARM_UP));
            const alone = await bare.pass(taken);
            await pipeline.pass(await next(...WARM_UP)); // its functions have retired meanwhile
            const whole = await pipeline.pass(taken);
            if (alone.renditions !== whole.renditions)
              throw new Error(`The bare script made ${alone.renditions} renditions, the pipeline ${whole.renditions}.`);
            rounds.push([alone, whole]);
            note(`round ${round} of ${ROUNDS}: bare ${told(alone)}, pipeline ${told(whole)}`);
          }
          return figuresOf(rounds);
        } finally {
          bare.stop();
          await system.stop();
        }
      }),
    ),
};

const told = ({ seconds, cpuSeconds }: Pass): string =>
  `${(IMAGES / seconds).toFixed(2)} images/s (${cpuSeconds.toFixed(1)} s of processor time)`;

/** Ratios are of the two passes of a round, which follow on each other; the median is over the rounds. */
const figuresOf = (rounds: readonly [Pass, Pass][]): Figure[] => [
  {
    figure: 'pipeline / bare sharp, images a second',
    value: median(rounds.map(([alone, whole]) => alone.seconds / whole.seconds)),
    unit: 'ratio',
    goal: { atLeast: 0.85 },
  },
  {
    figure: 'bare sharp / pipeline, processor time',
    value: tellsOfProcesses ? median(rounds.map(([alone, whole]) => alone.cpuSeconds / whole.cpuSeconds)) : undefined,
    unit: 'ratio',
  },
  { figure: 'pipeline', value: median(rounds.map(([, { seconds }]) => IMAGES / seconds)), unit: 'images/s' },
  { figure: 'bare sharp', value: median(rounds.map(([{ seconds }]) => IMAGES / seconds)), unit: 'images/s' },
];
