import type { Gate, Outcome, SuiteOptions } from '../suite.ts';
import { type Difference, differenceOf, masksOf } from './compare.ts';
import { openEndpoint } from './endpoint.ts';
import { endDifference, historyDifference, isHistory } from './history.ts';
import { matched } from './matched.ts';
import { type ApiStep, type Case, type Json, type MatchStep, readCases, type TransformerStep } from './recording.ts';
import { type Place, runCase } from './run-case.ts';
import { createRoles, deleteStack } from './stack.ts';

/** Cases under way at a time: most of their time they wait for a function or a clock. */
const AT_ONCE = 12;

/** Step Functions: each case is carried out over the wire, and its answers are held against the recording at three gates. */
export const runStates = async (file: string, { endpoint: url, wanted }: SuiteOptions): Promise<Gate[]> => {
  const cases = readCases(file).filter((recorded) => !wanted || wanted(recorded));
  const endpoint = await openEndpoint(url);
  const run = Date.now().toString(36);
  const base = `states-${run}-role`;
  const gates = { final: [] as Outcome[], history: [] as Outcome[], api: [] as Outcome[] };
  try {
    const roles = await createRoles(endpoint, base);
    const place: Place = { endpoint, roles, account: roles[0]?.split(':')[4] ?? '' };
    const waiting = cases.map((recorded, index) => ({ recorded, name: `states-${run}-${index}` }));
    // Those that wait longest go first.
    waiting.sort((a, b) => waits(b.recorded) - waits(a.recorded));
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        for (const [gate, outcome] of await outcomesOf(next.recorded, place, next.name)) gates[gate].push(outcome);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    await deleteStack(endpoint, base);
  } finally {
    await endpoint.close();
  }
  return (['final', 'history', 'api'] as const).map((name) => ({
    name: `states ${name}`,
    outcomes: gates[name].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }));
};

type GateName = 'final' | 'history' | 'api';

const outcomesOf = async (recorded: Case, place: Place, name: string): Promise<[GateName, Outcome][]> => {
  const { id, kind, steps, expected, lastValidated } = recorded;
  const transformers = steps.filter((step): step is TransformerStep => step.op === 'transformer');
  const masks = masksOf(transformers, place.account, lastValidated);
  const matches = steps.filter((step): step is MatchStep => step.op === 'match');
  const { answers, problem } = await runCase(recorded, place, name);
  return matches.flatMap(({ key, ref, refs, value }): [GateName, Outcome][] => {
    const answer = expected[key];
    if (answer === undefined) return [];
    const actual = matched(answers, steps, refs, value, answer);
    const outcome = (gate: GateName, difference: Difference): [GateName, Outcome] => [
      gate,
      {
        id: `${id} ${key}`,
        kind,
        passed: difference === undefined,
        expected: difference ? `${difference.path} ${show(difference.expected)}` : 'the recorded answer',
        actual: (difference && problem) ?? show(difference?.actual),
      },
    ];
    const isExecution = (steps[ref] as ApiStep).api === 'get_execution_history';
    if (!isExecution) return [outcome('api', differenceOf(answer, actual, masks))];
    if (!isHistory(answer)) return [outcome(value === null ? 'api' : 'final', differenceOf(answer, actual, masks))];
    return [
      outcome('final', endDifference(answer, actual, masks)),
      outcome('history', historyDifference(answer, actual, masks)),
    ];
  });
};

const show = (value: Json | undefined): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 600);

const waits = ({ steps }: Case): number => {
  const text = JSON.stringify(steps);
  const seconds = [...text.matchAll(/"(?:Seconds|IntervalSeconds)\\": (\d+)/g)].map(([, number]) => Number(number));
  return Math.max(0, ...seconds, text.includes('wait_60') ? 60 : 0);
};
