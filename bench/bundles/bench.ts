import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshAssembly } from '../../cli/assembly.ts';
import type { Bench, Figure } from '../figure.ts';
import { STAGE } from '../running.ts';
import { median } from '../statistics.ts';
import { filesIn, zipSize } from '../zip.ts';
import { type DeployedFunction, functionsOf } from './functions.ts';
import { buildPeers, clientsOf, peerName } from './peers.ts';

const ROUNDS = 9;

const INITIALISE = fileURLToPath(new URL('./initialise.mjs', import.meta.url));

type Measured = { fn: DeployedFunction; kilobytes: number; milliseconds: number; ratio?: number };

/** What every function costs before its first request, beside the AWS clients that it cannot do without. */
export const bundles: Bench = {
  summary: 'zipped size and initialisation time of each Lambda bundle, beside its bare AWS clients',
  async run(note) {
    note('building');
    const functions = functionsOf(freshAssembly(STAGE, () => undefined));
    const clients = await Promise.all(functions.map(({ service }) => clientsOf(service)));
    const peers = await buildPeers(clients);
    const measured = functions.map((fn, index): Measured => {
      note(fn.service);
      const peer = peers.get(peerName(clients[index] ?? []));
      return { fn, kilobytes: zipSize(filesIn(fn.folder)) / 1000, ...initialisation(fn, peer) };
    });
    return figuresOf(measured);
  },
};

/** Medians over fresh processes, the function's and its peer's by turns; the first pair only warms the disk's cache. */
const initialisation = (fn: DeployedFunction, peer: string | undefined): Pick<Measured, 'milliseconds' | 'ratio'> => {
  const [own, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    const [one, other] = [initialise(fn, fn.folder), peer === undefined ? undefined : initialise(fn, peer)];
    if (round === 0) continue;
    own.push(one);
    if (other !== undefined) bare.push(other);
  }
  const milliseconds = median(own);
  return bare.length > 0 ? { milliseconds, ratio: milliseconds / median(bare) } : { milliseconds };
};

const initialise = ({ environment }: DeployedFunction, folder: string): number => {
  const { AWS_REGION = 'us-east-1', PATH = '' } = process.env;
  const env = { PATH, NODE_PATH: OWN_MODULES, AWS_REGION, AWS_LAMBDA_FUNCTION_NAME: 'bench', ...environment };
  return Number(execFileSync(process.execPath, [INITIALISE, join(folder, 'index.mjs')], { env }).toString());
};

/** Where this machine's own native libraries are; a bundle carries those of Lambda's. */
const OWN_MODULES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'node_modules');

const figuresOf = (measured: readonly Measured[]): Figure[] => {
  const [withSharp, without] = [measured.filter(({ fn }) => fn.hasSharp), measured.filter(({ fn }) => !fn.hasSharp)];
  const ratios = without.flatMap(({ ratio }) => (ratio === undefined ? [] : [ratio]));
  return [
    {
      figure: 'median zipped size',
      value: median(without.map(({ kilobytes }) => kilobytes)),
      unit: 'KB',
      goal: { atMost: 250 },
    },
    {
      figure: 'median initialisation / bare clients',
      value: median(ratios),
      unit: 'ratio',
      goal: { atMost: 1.5 },
    },
    ...[...without, ...withSharp].flatMap(({ fn, kilobytes, milliseconds, ratio }): Figure[] => {
      const name = fn.hasSharp ? `${fn.service} (with sharp)` : fn.service;
      return [
        { figure: `${name}, zipped`, value: kilobytes, unit: 'KB' },
        { figure: `${name}, initialisation`, value: milliseconds, unit: 'ms' },
        ...(ratio === undefined
          ? []
          : [{ figure: `${name}, initialisation / bare clients`, value: ratio, unit: 'ratio' }]),
      ];
    }),
  ];
};
