import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './build/folders.ts';
import { synthesize } from './build/synthesize.ts';

try {
  const { values } = parseArgs({
    options: { stage: { type: 'string', default: 'dev' }, keep: { type: 'boolean', default: false } },
  });
  const { folder, stacks } = await synthesize(values.stage, values);
  for (const name of stacks) console.log(name);
  console.log(`Synthesized stage ${values.stage} to ${folder}`);
} catch (error) {
  const { message, cause, stack = '' } = error as Error;
  // The line of ours that asked for what failed.
  const [, at] = /\((?:file:\/\/)?([^()]*\/infra\/[^()]*:\d+):\d+\)/.exec(stack) ?? [];
  const where = at === undefined ? '' : `\n    at ${relative(ROOT, at)}`;
  console.error(`npm run synth: ${message}${cause ? `\n${(cause as Error).message}` : ''}${where}`);
  process.exitCode = 1;
}
