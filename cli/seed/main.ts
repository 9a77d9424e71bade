import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { endWithParent } from '../../tools/parent.ts';
import { openApi } from '../api.ts';
import { connect } from '../connection.ts';
import { publishFirstPage } from './publish-first-page.ts';
import { seed } from './seed.ts';

// A process of its own, because drawing and uploading take memory that the runtime should not keep for ever.
endWithParent();
const { values } = parseArgs({
  options: { endpoint: { type: 'string' }, stage: { type: 'string' }, marker: { type: 'string' } },
});
const { endpoint = '', stage = '', marker = '' } = values;
const connection = await connect({ stage, 'aws-port': new URL(endpoint).port });
await seed.users(connection);
process.send?.({ users: true });
const api = await openApi(connection);
const { count, assetIds } = await seed.images(api);
process.send?.({ images: count });
await publishFirstPage(api, connection, assetIds);
// Last, so that a first run that was cut short goes on at the next start; each of its steps may be done twice.
await writeFile(marker, `${new Date().toISOString()}\n`);
process.disconnect?.();
