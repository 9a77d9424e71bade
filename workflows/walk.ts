import type { Contract } from '@marquee/events/event.ts';
import { expect } from 'vitest';
import { TaskTrace } from '../services/shared/task.ts';
import { definition, evaluated, type Json } from './testing.ts';

/** A nanoservice by the name that the workflow has for it: what it takes, and what it does. */
export type Task = [{ parse: (input: unknown) => unknown }, (input: Json) => Promise<unknown>];

export type World = {
  tasks: Readonly<Record<string, Task>>;
  /** Events that may be announced, by their detail type. */
  contracts?: readonly Contract[];
  /** Calls of other services, by the end of their resource. */
  services?: Readonly<Record<string, (input: Json) => Promise<unknown>>>;
  /** Told at every state before it is entered. */
  onEnter?: (state: string) => Promise<void> | void;
};

/** Where an execution went, and what it left behind. */
export type Walked = { visited: string[]; end: Json; variables: Json; announced: Json[]; problem?: string };

/** An expression whose value is nothing ends an execution. */
const filledIn = async (template: Json, bindings: object): Promise<Json> => {
  const value = await evaluated(template, bindings);
  const whole = (each: unknown): boolean =>
    typeof each === 'object' && each !== null ? Object.values(each).every(whole) : each !== undefined;
  if (!whole(value)) throw Object.assign(new Error(JSON.stringify(template)), { name: 'States.QueryEvaluationError' });
  return value;
};

/** Runs a workflow that an event has started, state by state, with real steps; each try of a task is the last one. */
export const walk = async (workflow: string, event: object, world: World): Promise<Walked> => {
  const { StartAt, States } = await definition(workflow);
  const context = {
    Execution: { Id: 'arn:an-execution', Name: 'an-execution' },
    State: { EnteredTime: '2026-03-01T10:00:00.000Z' },
    Task: { Token: 'a-token' },
  };
  const walked: Walked = { visited: [], end: undefined, variables: {}, announced: [] };
  const { visited, variables, announced } = walked;

  const announce = async ({ Entries }: Json): Promise<object> => {
    for (const { Source, DetailType, Detail } of Entries) {
      const contract = world.contracts?.find(({ detailType }) => detailType === DetailType);
      expect([Source, contract?.detailType]).toEqual([contract?.source, DetailType]);
      expect(contract?.strict.parse(Detail)).toEqual(Detail);
      announced.push({ type: DetailType, ...Detail });
    }
    return { FailedEntryCount: 0 };
  };
  const call = async (resource: string, given: Json): Promise<unknown> => {
    const service = Object.entries(world.services ?? {}).find(([name]) => resource.endsWith(name));
    if (service) return service[1](given);
    if (resource.endsWith('events:putEvents')) return announce(given);
    const [schema, step] = world.tasks[given.FunctionName.replace(/[${}]/g, '')] ?? expect.fail(given.FunctionName);
    expect(schema.parse(given.Payload.input), given.FunctionName).toEqual(given.Payload.input);
    expect(TaskTrace.parse(given.Payload.trace)).toEqual(given.Payload.trace);
    return { Payload: JSON.parse(JSON.stringify((await step(given.Payload.input)) ?? null)) };
  };

  let [name, input]: [string, Json] = [StartAt, event];
  for (let steps = 0; steps < 100; steps++) {
    await world.onEnter?.(name);
    visited.push(name);
    const state = States[name];
    const states: Json = { input, context };
    /** Takes over what is assigned, then goes to the next state with what is put out. */
    const goOn = async ({ Assign = {}, Output, Next }: Json, unchanged: Json): Promise<void> => {
      const bindings = { ...variables, states };
      const output = Output === undefined ? unchanged : await filledIn(Output, bindings);
      Object.assign(variables, await filledIn(Assign, bindings));
      [name, input] = [Next, output];
    };
    if (state.Type === 'Succeed') return { ...walked, end: name };
    if (state.Type === 'Fail')
      return { ...walked, end: name, problem: await evaluated(state.Cause, { ...variables, states }) };
    if (state.Type === 'Choice') {
      let chosen: Json = { Next: state.Default };
      for (const choice of state.Choices.toReversed()) {
        const holds = await filledIn(choice.Condition, { ...variables, states });
        expect(typeof holds, choice.Condition).toBe('boolean');
        if (holds) chosen = choice;
      }
      await goOn(chosen, input);
      continue;
    }
    if (state.Type !== 'Task') {
      await goOn(state, input);
      continue;
    }
    try {
      states.result = await call(state.Resource, await filledIn(state.Arguments, { ...variables, states }));
    } catch (error) {
      const { name: problem, message: Cause } = error as Error;
      const caught = state.Catch.find(({ ErrorEquals }: { ErrorEquals: string[] }) =>
        [problem, 'States.ALL'].some((each) => ErrorEquals.includes(each)),
      );
      if (['AssertionError', 'ZodError'].includes(problem) || !caught) throw error;
      states.errorOutput = { Error: problem, Cause };
      await goOn(caught, states.errorOutput);
      continue;
    }
    await goOn(state, states.result);
  }
  throw new Error(`${workflow} does not come to an end: ${visited.join(', ')}`);
};
