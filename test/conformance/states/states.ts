import type { Gate, Outcome, SuiteOptions } from '../suite.ts';
import { type Endpoint, openEndpoint } from './endpoint.ts';
import { type GateName, outcomesOf } from './outcomes.ts';
import { type Case, RECORDED_ACCOUNT, readCases } from './recording.ts';
import type { Place } from './run-case.ts';
import { createRoles, deleteStack } from './stack.ts';

/** Cases under way at a time: most of their time they wait for a function or a clock. */
const AT_ONCE = 12;

/** Step Functions: each case is carried out over the wire, and its answers are held against the recording at three gates. */
export const runStates = async (file: string, { endpoint: url, wanted }: SuiteOptions): Promise<Gate[]> => {
  const cases = readCases(file).filter((recorded) => !wanted || wanted(recorded));
  const endpoint = await openEndpoint(url);
  const run = Date.now().toString(36);
  const base = `states-${run}-role`;
  const gates: Record<GateName, Outcome[]> = { final: [], history: [], api: [] };
  try {
    const place = await placeAt(endpoint, base);
    const waiting = cases.map((recorded, index) => ({ recorded, name: `states-${run}-${index}` }));
    // Those that wait longest go first.
    waiting.sort((a, b) => waits(b.recorded) - waits(a.recorded));
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        for (const [gate, outcome] of await outcomesOf(next.recorded, place, next.name)) gates[gate].push(outcome);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (place.hasStacks) await deleteStack(endpoint, base);
  } finally {
    await endpoint.close();
  }
  return (['final', 'history', 'api'] as const).map((name) => ({
    name: `states ${name}`,
    outcomes: gates[name].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }));
};

/** Where the cases run. An endpoint that makes no stacks has made-up roles, and what needs more of it fails there. */
const placeAt = async (endpoint: Endpoint, stack: string): Promise<Place> => {
  try {
    const roles = await createRoles(endpoint, stack);
    return { endpoint, roles, account: roles[0]?.split(':')[4] ?? '', hasStacks: true };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`${endpoint.url} makes no stack (${reason}): cases that need functions, queues or the like fail.`);
    const roles = [0, 1, 2].map((index) => `arn:aws:iam::${RECORDED_ACCOUNT}:role/conformance-${index}`);
    return { endpoint, roles, account: RECORDED_ACCOUNT, hasStacks: false };
  }
};

const waits = ({ steps }: Case): number => {
  const text = JSON.stringify(steps);
  const seconds = [...text.matchAll(/"(?:Seconds|IntervalSeconds)\\": (\d+)/g)].map(([, number]) => Number(number));
  return Math.max(0, ...seconds, text.includes('wait_60') ? 60 : 0);
};
