import { randomUUID } from 'node:crypto';
import type { Core } from '../core.ts';
import { within } from '../integrations/within.ts';
import { checkSize } from '../interpreter/data-limit.ts';
import { passingHistory } from '../interpreter/history.ts';
import { Run } from '../interpreter/run.ts';
import { newRow, transientKey } from '../interpreter/start.ts';
import { Thread } from '../interpreter/thread.ts';
import type { JsonObject } from '../language/json.ts';
import { textOf } from '../language/json-text.ts';
import { StateError } from '../language/state-error.ts';
import { runState } from '../states/run-state.ts';
import { type Answer, handled } from './handled.ts';
import { Inspection } from './inspection.ts';
import type { Mock } from './mock.ts';
import { runMocked } from './mocked.ts';
import type { MapConfiguration } from './mocked-map.ts';
import { TESTED_NAME, type TestedState } from './tested-state.ts';
import { TestedVisit } from './tested-visit.ts';

/** Longest that a test may take, in milliseconds. https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html */
const LONGEST = 300_000;

export type Test = {
  tested: TestedState;
  roleArn: string | undefined;
  /** JSON text. */
  input: string;
  variables: JsonObject;
  context: JsonObject;
  mock: Mock | undefined;
  retryCount: number;
  configuration: MapConfiguration;
};

/** Runs one state as a passing execution of its own, and tells how it ended and what became of its data. */
export const runTest = async (core: Core, test: Test): Promise<{ answer: Answer; inspection: Inspection }> => {
  const run = passingRun(core, test);
  const inspection = new Inspection();
  core.runs.set(run.row.key, run);
  try {
    const answer = await within(run, run.scope, core.clock.now() + LONGEST, (scope) => {
      run.write('', 'ExecutionStarted', 0);
      const thread = new Thread({ run, path: '', scope, last: 0, variables: test.variables });
      return attempt(new TestedVisit(thread, TESTED_NAME, test.tested.state, inspection, test.context), test);
    });
    return { answer, inspection };
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    return { answer: { status: 'FAILED', error: error.error, cause: error.reason }, inspection };
  } finally {
    core.runs.delete(run.row.key);
    run.scope.cancel();
  }
};

/** Tries the state once: what comes of an error is told, not done. */
const attempt = async (visit: TestedVisit, test: Test): Promise<Answer> => {
  const { inspection, run } = visit;
  visit.enter(run.input);
  inspection.text('input', visit.input);
  visit.tellVariables();
  visit.retryCount = test.retryCount;
  try {
    const outcome = await (test.mock ? runMocked(visit, test.mock, test.configuration) : runState(visit));
    checkSize(outcome.output, visit.name);
    visit.tellVariables(outcome.assigned);
    return { status: 'SUCCEEDED', output: textOf(outcome.output), nextState: outcome.next };
  } catch (problem) {
    const error = visit.failed(problem);
    if (!(error instanceof StateError)) throw error;
    return await handled(visit, error, test);
  }
};

const passingRun = (core: Core, { tested, roleArn = '', input }: Test): Run => {
  const name = randomUUID();
  const arn = `arn:aws:states:${core.region}:${core.accountId}`;
  const machine = {
    arn: `${arn}:stateMachine:${name}`,
    name,
    type: 'EXPRESS' as const,
    status: 'ACTIVE' as const,
    definition: '',
    role_arn: roleArn,
    logging: '',
    tracing: '',
    revision_id: null,
    created_at: core.clock.now(),
    updated_at: null,
  };
  const row = newRow(core, { machine, arn: `${arn}:express:${name}:${name}`, name, input });
  return new Run(core, { ...row, key: transientKey() }, tested.machine, passingHistory());
};
