import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './build/folders.ts';
import { synthesize } from './build/synthesize.ts';

/** How far the way back to the line at fault is told. */
const MOST_LINES = 4;

try {
  const { values } = parseArgs({
    options: { stage: { type: 'string', default: 'dev' }, keep: { type: 'boolean', default: false } },
  });
  const { folder, stacks } = await synthesize(values.stage, values);
  for (const name of stacks) console.log(name);
  console.log(`Synthesized stage ${values.stage} to ${folder}`);
} catch (error) {
  const { message, cause, stack = '' } = error as Error;
  // The lines of ours that asked for what failed.
  const lines = [...stack.matchAll(/\((?:file:\/\/)?([^()]*\/infra\/[^()]*:\d+):\d+\)/g)].map(([, at = '']) => at);
  const where = lines.slice(0, MOST_LINES).map((at) => `\n    at ${relative(ROOT, at)}`);
  console.error(`npm run synth: ${message}${cause ? `\n${(cause as Error).message}` : ''}${where.join('')}`);
  process.exitCode = 1;
}
