import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../infra/build/folders.ts';
import { runEventPatterns } from './conformance/event-patterns.ts';
import { runStates } from './conformance/states/states.ts';
import type { Gate, Suite } from './conformance/suite.ts';

/** Our runtime against recorded behaviour of AWS, suite by suite. */
const SUITES: Readonly<Record<string, Suite>> = {
  'event-patterns': { file: 'event-patterns.jsonl', run: runEventPatterns },
  states: { file: 'states.jsonl', run: runStates },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string' },
    endpoint: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
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
    if (values.cases !== undefined) {
      console.error(`There are no cases at ${file}.`);
      process.exit(2);
    }
    console.log(`${name} skipped: the recordings ${file} are not here.`);
    continue;
  }
  const only = values.only === undefined ? undefined : new RegExp(values.only);
  for (const gate of await suite.run(file, { endpoint: values.endpoint, wanted: only && (({ id }) => only.test(id)) }))
    failed += report(gate);
}
process.exitCode = failed > 0 ? 1 : 0;

function report({ name, outcomes }: Gate): number {
  const failures = outcomes.filter(({ passed }) => !passed);
  if (values.json) {
    for (const outcome of outcomes) console.log(JSON.stringify({ gate: name, ...outcome }));
    return failures.length;
  }
  console.log(`${name} ${outcomes.length - failures.length}/${outcomes.length}`);
  for (const kind of new Set(outcomes.flatMap((outcome) => outcome.kind ?? []))) {
    const own = outcomes.filter((outcome) => outcome.kind === kind);
    console.log(`  ${kind} ${own.filter(({ passed }) => passed).length} of ${own.length}`);
  }
  for (const { id, expected, actual } of failures) console.log(`  ${id}: expected ${expected}, got ${actual}`);
  return failures.length;
}
