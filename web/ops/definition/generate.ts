import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderKeptLayouts } from './kept-layouts.ts';

writeFileSync(join(import.meta.dirname, 'layouts.json'), await renderKeptLayouts());
console.log('web/ops/definition/layouts.json');
