import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../infra/build/folders.ts';
import { runEventPatterns } from './conformance/event-patterns.ts';
import type { Outcome, Suite } from './conformance/suite.ts';

/** Our runtime against recorded behaviour of AWS, suite by suite. */
const SUITES: Readonly<Record<string, Suite>> = {
  'event-patterns': { file: 'event-patterns.jsonl', run: runEventPatterns },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const names = positionals.length > 0 ? positionals : Object.keys(SUITES);
let failed = 0;
for (const name of names) {
  const suite = SUITES[name];
  if (!suite) {
    console.error(`There is no suite ${name}. Suites: ${Object.keys(SUITES).join(', ')}.`);
    process.exit(2);
  }
  const file = values.cases ?? join(ROOT, '..', 'shared', 'conformance', suite.file);
  if (!existsSync(file)) {
    console.log(`${name} skipped: the recordings ${file} are not here.`);
    continue;
  }
  const outcomes = suite.run(file);
  failed += report(name, outcomes);
}
process.exitCode = failed > 0 ? 1 : 0;

function report(suite: string, outcomes: readonly Outcome[]): number {
  const failures = outcomes.filter(({ passed }) => !passed);
  if (values.json) {
    for (const outcome of outcomes) console.log(JSON.stringify({ suite, ...outcome }));
    return failures.length;
  }
  console.log(`${suite} ${outcomes.length - failures.length}/${outcomes.length}`);
  for (const { id, expected, actual } of failures) console.log(`  ${id}: expected ${expected}, got ${actual}`);
  return failures.length;
}
