import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';
import { express, peer, type Side, standard } from './side.ts';
import { WORKLOADS, type Workload } from './workloads.ts';

const ROUNDS = 7;

/** The first passes only warm the code. */
const WARM_UP = 3;

type Note = (text: string) => void;

/** Transitions a second beside the peer's, a figure for each type of execution and definition. */
export const speed = async (folder: string, note: Note): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const [index, workload] of WORKLOADS.entries()) {
    const sides = {
      peer: peer(workload),
      express: await express(workload, join(folder, `express-${index}.sqlite`)),
      standard: await standard(workload, join(folder, `standard-${index}.sqlite`)),
    };
    try {
      figures.push(...(await measured(workload, sides, note)));
    } finally {
      for (const side of Object.values(sides)) await side.close();
    }
  }
  return [...figures, mean('Express', 1, figures), mean('Standard', 0.2, figures)];
};

/** The geometric mean of a type's ratios, which is how ratios of unlike workloads are put together. */
const mean = (type: string, atLeast: number, figures: readonly Figure[]): Figure => {
  const ratios = figures.filter(({ figure }) => figure.startsWith(type)).map(({ value = Number.NaN }) => value);
  const value = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  return { figure: `${type} / peer, mean of the three`, value, unit: 'ratio', goal: { atLeast } };
};

type Sides = { peer: Side; express: Side; standard: Side };
type Round = { peer: number; express: number; standard: number };

const measured = async (workload: Workload, { peer, express, standard }: Sides, note: Note): Promise<Figure[]> => {
  const rounds: Round[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    // Every other round backwards, so that nobody always comes after the same one's garbage.
    const order = [peer, express, standard];
    const seconds = new Map<Side, number>();
    for (const side of round % 2 === 0 ? order : order.toReversed()) seconds.set(side, await side.pass());
    const of = (side: Side): number => seconds.get(side) ?? Number.NaN;
    if (round >= 0) rounds.push({ peer: of(peer), express: of(express), standard: of(standard) });
  }
  const perSecond = (seconds: number): number => (workload.transitions * workload.executions) / seconds;
  const told = (side: keyof Round): string =>
    Math.round(perSecond(median(rounds.map((each) => each[side])))).toString();
  note(
    `${workload.name}: Express ${told('express')}, Standard ${told('standard')}, peer ${told('peer')} transitions/s`,
  );
  const ratio = (side: 'express' | 'standard'): number => median(rounds.map((each) => each.peer / each[side]));
  return [
    { figure: `Express / peer, ${workload.name}`, value: ratio('express'), unit: 'ratio', goal: { atLeast: 1 } },
    { figure: `Standard / peer, ${workload.name}`, value: ratio('standard'), unit: 'ratio', goal: { atLeast: 0.2 } },
  ];
};
