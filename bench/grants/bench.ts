import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAssembly } from '../../local/assembly/read-assembly.ts';
import { changedAssembly, testAssembly } from '../../test/end-to-end/assembly.ts';
import type { UsedGrant } from '../../test/end-to-end/granted.ts';
import type { Bench, Figure } from '../figure.ts';
import { type Grant, grantsOf } from './grant.ts';
import { runTests } from './run-tests.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join('test', 'end-to-end');
/** The test that holds the template against a list: it misses what nothing that runs would. */
const TEMPLATE_TEST = join('test', 'template', 'grants.test.ts');
const AT_ONCE = 2;

type TestFile = { file: string; duration: number; used: readonly UsedGrant[] };

/**
 * Takes every single grant out of the template, one at a time, and runs the tests that use it until one fails. Those that
 * use it are known from a first run of all tests on the template as it is.
 */
export const grants: Bench = {
  summary: 'each grant of the template, taken out: which test misses it (about half an hour)',
  async run(note) {
    const source = testAssembly();
    const files = await coverage(source, note);
    const all = grantsOf(readAssembly(source).stacks);
    const missedBy = new Map<Grant, string | undefined>();
    await inTurn(all, async (grant) => {
      const test = await firstToMiss(grant, files, source);
      missedBy.set(grant, test);
      note(`${missedBy.size}/${all.length} ${nameOf(grant)} ← ${test ?? 'NOBODY MISSES IT'}`);
    });
    const found = [...missedBy.values()];
    const figures: Figure[] = [
      { figure: 'grants', value: all.length, unit: '' },
      { figure: 'missed by a test', value: found.filter(Boolean).length, unit: '', goal: { atLeast: all.length } },
      {
        figure: 'of these by a test that runs the system',
        value: found.filter((test) => test?.startsWith(FOLDER)).length,
        unit: '',
      },
    ];
    return figures;
  },
};

const nameOf = ({ stack, logicalId, action, resource }: Grant): string =>
  `${stack}/${logicalId} ${action} on ${resource}`;

/** All tests that run the system, the quickest first, with the permissions that each uses. Throws where one fails. */
const coverage = async (source: string, note: (text: string) => void): Promise<TestFile[]> => {
  const names = readdirSync(join(ROOT, FOLDER)).filter((name) => name.endsWith('.test.ts'));
  const files = names
    .map((name) => join(FOLDER, name))
    .filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('startSystem'));
  const ran: TestFile[] = [];
  await inTurn(files, async (file) => {
    const { failed, duration, used } = await runTests(file, source);
    if (failed) throw new Error(`On the template as it is, ${failed} fails.`);
    note(`${file} uses ${used.length} permissions in ${(duration / 1000).toFixed(1)} s`);
    ran.push({ file, duration, used });
  });
  return ran.sort((one, other) => one.duration - other.duration);
};

const firstToMiss = async (grant: Grant, files: readonly TestFile[], source: string): Promise<string | undefined> => {
  const candidates = files.filter(({ used }) => used.some((each) => isOf(each, grant))).map(({ file }) => file);
  const assembly = changedAssembly(grant.stack, grant.remove, source);
  try {
    for (const file of [...candidates, TEMPLATE_TEST]) {
      const { failed } = await runTests(file, assembly);
      if (failed) return failed;
    }
    return undefined;
  } finally {
    rmSync(assembly, { recursive: true, force: true });
  }
};

/** Whether a used permission may rest on a grant. Who trusts whom is asked for by whatever the role does. */
const isOf = ({ who, action }: UsedGrant, grant: Grant): boolean =>
  grant.to.some((name) => who.endsWith(name)) && (grant.action === 'sts:AssumeRole' || grant.action === action);

/** Does work on all items, a few at once. */
const inTurn = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};
