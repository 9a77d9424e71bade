import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEveryService } from './open.ts';
import { renderParity } from './render.ts';

/** Where the document is, below the project's root. */
export const PARITY = 'docs/parity.md';

const opened = await openEveryService();
writeFileSync(join(import.meta.dirname, '..', '..', PARITY), renderParity(opened.services, opened.resourceTypes));
await opened.close();
console.log(PARITY);
