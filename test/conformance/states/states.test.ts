import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../infra/build/folders.ts';
import { runStates } from './states.ts';

const recordings = join(ROOT, '..', 'shared', 'conformance', 'states.jsonl');
const documented = readFileSync(join(ROOT, 'docs', 'conformance.md'), 'utf8');

test.skipIf(!existsSync(recordings))(
  'recorded executions that need no other service answer as AWS did, but for those that docs/conformance.md explains',
  { timeout: 120_000 },
  async () => {
    const gates = await runStates(recordings, { wanted: ({ kind }) => kind === 'pure' });
    const outcomes = gates.flatMap(({ name, outcomes }) => outcomes.map((outcome) => ({ ...outcome, gate: name })));
    expect(outcomes.length).toBeGreaterThan(0);
    const unexplained = outcomes.filter(({ passed, id }) => !passed && !documented.includes(caseOf(id)));
    expect(unexplained).toEqual([]);
  },
);

/** The name of a case, without its file and what was compared. */
const caseOf = (id: string): string => (id.split('::').at(-1) ?? '').replace(/ \S+$/, '');
