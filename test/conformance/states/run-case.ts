import { type Answerer, answerReceived, isAnswerer, startAnswerer } from './answerers.ts';
import { type Context, resolveArguments } from './arguments.ts';
import { type Answer, call } from './call.ts';
import type { Endpoint } from './endpoint.ts';
import type { ApiStep, Case, FixtureStep, Json, Step } from './recording.ts';
import { requestOf } from './requests.ts';
import { createStack, deleteStack } from './stack.ts';

/** The answers of a case by the step that got them, up to the problem that a step could not be carried out for. */
export type Answers = (Answer | undefined)[];
export type Ran = { answers: Answers; problem?: string };

/** What a case has made besides its stack. */
type Made = { answerers: Answerer[]; machines: string[]; activities: string[] };

/** Where cases run. They use the first role, and the others where they change it. */
export type Place = { endpoint: Endpoint; account: string; roles: readonly string[]; hasStacks: boolean };

/** Fixtures that only their own steps know; all others are part of the stack. */
const MADE_BY_CALLS = new Set(['create_state_machine_alias', 'sfn_activity_consumer']);
/** Steps that act on an execution while it waits. */
const INTERVENES = /^(stop_execution|send_task_\w+|receive_message|get_activity_task)$/;
const LONGEST_MS = 90_000;

/** Carries out the steps of a case and takes away what they made. Never throws. */
export const runCase = async (recorded: Case, place: Place, name: string): Promise<Ran> => {
  const { steps } = recorded;
  const inStack = steps.some(
    (step) =>
      step.op === 'createLambda' || (step.op === 'fixture' && !MADE_BY_CALLS.has(step.name) && !isAnswerer(step.name)),
  );
  const answers: Answers = [];
  const made: Made = { answerers: [], machines: [], activities: [] };
  try {
    const outputs = inStack ? await createStack(place.endpoint, name, steps) : {};
    await carryOut(recorded, place, outputs, answers, made);
    return { answers };
  } catch (error) {
    const refused = answers.find((answer, index) => answer?.error && !(steps[index] as ApiStep).expectError)?.error;
    const message = error instanceof Error ? error.message : String(error);
    return { answers, problem: refused ? `${refused.code}: ${refused.message} (then: ${message})` : message };
  } finally {
    // What stays behind at an endpoint that is gone or knows no such call changes no answer.
    await takeAway(place.endpoint, made).catch(() => {});
    if (inStack && place.hasStacks) await deleteStack(place.endpoint, name).catch(() => {});
  }
};

const carryOut = async (
  recorded: Case,
  { endpoint, account, roles }: Place,
  outputs: Readonly<Record<string, string>>,
  answers: Answers,
  made: Made,
): Promise<void> => {
  const { steps } = recorded;
  const results: (Json | undefined)[] = steps.map((_, index) => outputs[`Step${index}`]);
  const context: Context = {
    account,
    region: endpoint.region,
    roleArn: outputs.Role ?? roles[0] ?? '',
    results,
    seen: new Map(),
  };
  const express = new Set<string>();
  for (const [index, step] of steps.entries()) {
    if (step.op === 'fixture' && isAnswerer(step.name)) {
      const [queue] = Object.values(resolveArguments(step.args, context));
      made.answerers.push(startAnswerer(endpoint, step.name, String(queue)));
    }
    // A recording names each further role by a number.
    const [, role] = step.op === 'transformer' ? (/role_arn_t(\d)$/.exec(step.args[1] ?? '') ?? []) : [];
    if (role !== undefined) context.roleArn = roles[Number(role)] ?? context.roleArn;
    const request = requestOf(recorded, index, context);
    if (!request) continue;
    const { service, operation, args } = request;
    if (operation === 'GetExecutionHistory' || operation === 'DescribeExecution')
      await ended(endpoint, args.executionArn, express);
    const answer = await call(endpoint, service, operation, args);
    answers[index] = answer;
    results[index] = answer.response;
    const { stateMachineArn, activityArn, executionArn } = answer.response;
    if (operation === 'CreateStateMachine' && stateMachineArn) {
      made.machines.push(String(stateMachineArn));
      if (args.type === 'EXPRESS') express.add(nameOf(stateMachineArn));
    }
    if (operation === 'CreateActivity' && activityArn) made.activities.push(String(activityArn));
    if (operation === 'ReceiveMessage') await answerReceived(endpoint, answer.response);
    if (operation === 'StartExecution' && !intervened(steps.slice(index + 1)))
      await ended(endpoint, executionArn, express);
    if (step.op === 'fixture' && step.name === 'sfn_activity_consumer') await consume(endpoint, answer, step);
  }
};

const takeAway = async (endpoint: Endpoint, { answerers, machines, activities }: Made): Promise<void> => {
  await Promise.all(answerers.map((answerer) => answerer.stop()));
  for (const activityArn of activities) await call(endpoint, 'states', 'DeleteActivity', { activityArn });
  for (const stateMachineArn of machines) {
    await stopAll(endpoint, stateMachineArn);
    await call(endpoint, 'states', 'DeleteStateMachine', { stateMachineArn });
  }
};

/** Stops what a case left running: a machine that has executions stays until they end. */
const stopAll = async (endpoint: Endpoint, stateMachineArn: string): Promise<void> => {
  const { response } = await call(endpoint, 'states', 'ListExecutions', { stateMachineArn, statusFilter: 'RUNNING' });
  for (const { executionArn } of (response.executions ?? []) as { executionArn: string }[])
    await call(endpoint, 'states', 'StopExecution', { executionArn });
};

const consume = async (endpoint: Endpoint, { response }: Answer, { args }: FixtureStep): Promise<void> => {
  const ActivityArn = String(args.activity_arn).replace(
    /:\d{12}:/,
    `:${String(response.stateMachineArn).split(':')[4]}:`,
  );
  await call(endpoint, 'states', 'StartExecution', {
    stateMachineArn: response.stateMachineArn ?? '',
    input: JSON.stringify({ ActivityArn }),
  });
};

const intervened = (later: readonly Step[]): boolean =>
  later.some((step) => 'api' in step && INTERVENES.test(step.api ?? ''));

/** Returns when an execution is over. One of an express machine cannot be asked for. */
const ended = async (
  endpoint: Endpoint,
  executionArn: Json | undefined,
  express: ReadonlySet<string>,
): Promise<void> => {
  if (typeof executionArn !== 'string' || express.has(executionArn.split(':')[6] ?? '')) return;
  for (let waited = 0; waited < LONGEST_MS; ) {
    const { response, error } = await call(endpoint, 'states', 'DescribeExecution', { executionArn });
    if (error || response.status !== 'RUNNING') return;
    const pause = waited < 200 ? 10 : 100;
    await new Promise((resolve) => setTimeout(resolve, pause));
    waited += pause;
  }
  throw new Error(`${executionArn} is still running after ${LONGEST_MS / 1000} seconds`);
};

const nameOf = (machineArn: Json): string => String(machineArn).split(':')[6] ?? '';
