import { parseArgs } from 'node:util';
import { endWithParent } from '../../tools/parent.ts';
import { seed } from './seed.ts';

// A process of its own, because drawing and uploading take memory that the runtime should not keep for ever.
endWithParent();
const { values } = parseArgs({
  options: { endpoint: { type: 'string' }, stage: { type: 'string' }, marker: { type: 'string' } },
});
const { endpoint = '', stage = '', marker = '' } = values;
await seed.users({ endpoint, stage });
process.send?.({ users: true });
const images = await seed.images({ endpoint, stage }, marker);
process.send?.({ images });
process.disconnect?.();
