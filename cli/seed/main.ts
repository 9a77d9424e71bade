import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { endWithParent } from '../../tools/parent.ts';
import { openApi } from '../api.ts';
import { connect } from '../connection.ts';
import { publishDemo } from './content.ts';
import { seed } from './seed.ts';

// A process of its own, because drawing and uploading take memory that the runtime should not keep for ever.
endWithParent();
const { values } = parseArgs({
  options: { endpoint: { type: 'string' }, stage: { type: 'string' }, marker: { type: 'string' } },
});
const { endpoint = '', stage = '', marker = '' } = values;

const run = async (): Promise<void> => {
  const connection = await connect({ stage, 'aws-port': new URL(endpoint).port });
  await seed.users(connection);
  process.send?.({ users: true });
  const editor = await openApi(connection);
  process.send?.({ images: await seed.images(editor) });
  process.send?.({ items: await publishDemo(editor, await openApi(connection, 'publisher')) });
  // Last, so that a first run that was cut short goes on at the next start; each of its steps may be done twice.
  await writeFile(marker, `${new Date().toISOString()}\n`);
};

/** Their messages say all that there is to say. */
const TOLD = new Set(['ApiError', 'UsageError', 'DemoNotPublishedError']);

await run().catch((error: Error) => {
  if (!TOLD.has(error.name)) throw error;
  console.error(`marquee: ${error.message}`);
  process.exitCode = 1;
});
process.disconnect?.();
