import { type Answerer, answerReceived, isAnswerer, startAnswerer } from './answerers.ts';
import { type Context, resolveArguments } from './arguments.ts';
import { type Answer, call, exceptionOf, type ServiceName } from './call.ts';
import type { Endpoint } from './endpoint.ts';
import {
  type ApiStep,
  type Case,
  type FixtureStep,
  type Json,
  type JsonObject,
  operationOf,
  type Step,
} from './recording.ts';
import { createStack, deleteStack } from './stack.ts';

/** The answers of a case by the step that got them. */
export type Answers = (Answer | undefined)[];

export type Place = { endpoint: Endpoint; account: string; roleArn: string };

/** Fixtures that only their own steps know; all others are part of the stack. */
const MADE_BY_CALLS = new Set(['create_state_machine_alias', 'sfn_activity_consumer']);
/** Steps that act on an execution while it waits. */
const INTERVENES = /^(stop_execution|send_task_\w+|receive_message|get_activity_task)$/;
const LONGEST_MS = 150_000;

/** Carries out the steps of a case. Throws where a step cannot be carried out as it was recorded. */
export const runCase = async ({ steps, id }: Case, place: Place, name: string): Promise<Answers> => {
  const { endpoint } = place;
  const inStack = steps.some(
    (step) =>
      step.op === 'createLambda' || (step.op === 'fixture' && !MADE_BY_CALLS.has(step.name) && !isAnswerer(step.name)),
  );
  const outputs = inStack ? await createStack(endpoint, name, steps) : {};
  const results: (Json | undefined)[] = steps.map((_, index) => outputs[`Step${index}`]);
  const context: Context = {
    account: place.account,
    region: endpoint.region,
    roleArn: outputs.Role ?? place.roleArn,
    results,
  };
  const answers: Answers = [];
  const answerers: Answerer[] = [];
  const made: { machines: string[]; activities: string[] } = { machines: [], activities: [] };
  const express = new Set<string>();
  try {
    for (const [index, step] of steps.entries()) {
      if (step.op === 'fixture' && isAnswerer(step.name)) {
        const [queue] = Object.values(resolveArguments(step.args, context));
        answerers.push(startAnswerer(endpoint, step.name, String(queue)));
      }
      const request = requestOf(step, context);
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
    return answers;
  } catch (error) {
    throw new Error(`${id}: ${error instanceof Error ? error.message : error}`, { cause: error });
  } finally {
    await Promise.all(answerers.map((answerer) => answerer.stop()));
    for (const activityArn of made.activities) await call(endpoint, 'states', 'DeleteActivity', { activityArn });
    for (const stateMachineArn of made.machines)
      await call(endpoint, 'states', 'DeleteStateMachine', { stateMachineArn });
    if (inStack) await deleteStack(endpoint, name);
  }
};

/** What a case compares with its recording: an answer, or what a template makes of several. */
export const matched = (
  answers: Answers,
  steps: readonly Step[],
  refs: readonly number[],
  template: Json,
): Json | undefined => {
  if (template === null) return answers[refs[0] ?? -1]?.response;
  if (Array.isArray(template))
    return template.map((item, index) => filled(item, answers[refs[index] ?? -1]?.response)) as Json[];
  const { error } = answers[refs[0] ?? -1] ?? {};
  const step = steps[refs[0] ?? -1] as ApiStep;
  return error ? exceptionOf(operationOf(step), error) : (answers[refs[0] ?? -1]?.response as Json);
};

/** A template whose texts `<$.path>` are what stands there in an answer. */
const filled = (template: Json, response: Json | undefined): Json | undefined => {
  if (typeof template === 'object' && template !== null && !Array.isArray(template))
    return Object.fromEntries(
      Object.entries(template).map(([name, value]) => [name, filled(value, response) ?? null]),
    ) as JsonObject;
  const [, path] = typeof template === 'string' ? (/^<\$\.(.+)>$/.exec(template) ?? []) : [];
  if (path === undefined) return template;
  let found: (Json | undefined)[] = [response];
  for (const part of path.split('.')) {
    const [, name = '', all] = /^(\w+)(\[\*\])?$/.exec(part) ?? [];
    found = found.flatMap((value) => {
      const inner = (value as JsonObject | undefined)?.[name];
      return inner === undefined ? [] : all && Array.isArray(inner) ? inner : [inner];
    });
  }
  return found[0];
};

type Request = { service: ServiceName; operation: string; args: JsonObject };

const requestOf = (step: Step, context: Context): Request | undefined => {
  if (step.op === 'fixture' && step.name === 'create_state_machine_alias')
    return { service: 'states', operation: 'CreateStateMachineAlias', args: argumentsOf(step.args, context) };
  if (step.op === 'fixture' && step.name === 'sfn_activity_consumer') {
    const definition = JSON.stringify(step.args.template ?? {});
    return {
      service: 'states',
      operation: 'CreateStateMachine',
      args: { name: `consumer-${Math.random().toString(36).slice(2)}`, definition, roleArn: context.roleArn },
    };
  }
  if (step.op === 'aws')
    return {
      service: step.service as ServiceName,
      operation: operationOf(step),
      args: argumentsOf(step.args, context),
    };
  if (step.op !== 'sfn' && step.op !== 'createStateMachine' && step.op !== 'startExecution') return undefined;
  return { service: 'states', operation: operationOf(step), args: argumentsOf(step.args, context) };
};

/** Arguments without those that chose the recording tool's own client. */
const argumentsOf = (args: JsonObject, context: Context): JsonObject => {
  const { target_aws_client: _, ...own } = args;
  return resolveArguments(own, context);
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
