import type { Outcome } from '../suite.ts';
import { type Difference, differenceOf, masksOf } from './compare.ts';
import { endDifference, historyDifference, isHistory } from './history.ts';
import { matched } from './matched.ts';
import type { ApiStep, Case, Json, MatchStep, TransformerStep } from './recording.ts';
import { type Place, runCase } from './run-case.ts';

/** How an execution ended; its whole history; every other answer of the API. */
export type GateName = 'final' | 'history' | 'api';

/** Runs a case and holds each answer that it compares against the recording, at the gates that the answer belongs to. */
export const outcomesOf = async (recorded: Case, place: Place, name: string): Promise<[GateName, Outcome][]> => {
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
