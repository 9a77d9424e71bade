import { parseArgs } from 'node:util';
import { synthesize } from './build/synthesize.ts';

try {
  const { values } = parseArgs({ options: { stage: { type: 'string', default: 'dev' } } });
  const { folder, stacks } = await synthesize(values.stage);
  for (const name of stacks) console.log(name);
  console.log(`Synthesized stage ${values.stage} to ${folder}`);
} catch (error) {
  const { message, cause } = error as Error;
  console.error(`npm run synth: ${message}${cause ? `\n${(cause as Error).message}` : ''}`);
  process.exitCode = 1;
}
