import { isDeepStrictEqual } from 'node:util';
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { openEngine } from './engine.ts';
import { TASK_NAMES, type Workload } from './workloads.ts';

/** One of those who are compared. `pass` runs the workload once over, sees that it was really done, and gives the seconds. */
export type Side = { pass: () => Promise<number>; close: () => Promise<void> };

/** Express with all its events logged, execution data included. */
export const express = async (workload: Workload, file: string): Promise<Side> => {
  const engine = openEngine(file);
  const stateMachineArn = await engine.create('EXPRESS', 'express', workload.definition);
  const input = JSON.stringify(workload.input);
  return {
    pass: async () => {
      engine.logged.length = 0;
      const { seconds, results } = await timed(workload, () =>
        engine.call<{ output?: string }>('StartSyncExecution', { stateMachineArn, input }),
      );
      for (const { output } of results) sameOutput(workload, JSON.parse(output ?? 'null'));
      sameCount('log entries', engine.logged.length, workload.executions * workload.events.ours);
      return seconds;
    },
    close: engine.close,
  };
};

/** Standard, every event in the database file. */
export const standard = async (workload: Workload, file: string): Promise<Side> => {
  const engine = openEngine(file);
  const stateMachineArn = await engine.create('STANDARD', 'standard', workload.definition);
  const input = JSON.stringify(workload.input);
  return {
    pass: async () => {
      const { seconds, results } = await timed(workload, async () => {
        const executionArn = await engine.start(stateMachineArn, input);
        await engine.end(executionArn);
        return executionArn;
      });
      for (const executionArn of results) {
        const { output } = await engine.call<{ output?: string }>('DescribeExecution', { executionArn });
        sameOutput(workload, JSON.parse(output ?? 'null'));
        const lastEvent = { executionArn, reverseOrder: true, maxResults: 1 };
        const { events } = await engine.call<{ events: { id: number }[] }>('GetExecutionHistory', lastEvent);
        sameCount('events', events[0]?.id ?? 0, workload.events.ours);
      }
      return seconds;
    },
    close: engine.close,
  };
};

/** aws-local-stepfunctions, its events read to the end and kept. */
export const peer = (workload: Workload): Side => {
  const machine = new StateMachine(workload.definition as unknown as StateMachineDefinition);
  const taskResourceLocalHandlers = Object.fromEntries(TASK_NAMES.map((name) => [name, (input: unknown) => input]));
  const overrides = { taskResourceLocalHandlers } as NonNullable<Parameters<StateMachine['run']>[1]>['overrides'];
  const input = workload.input as Parameters<StateMachine['run']>[0];
  return {
    pass: async () => {
      const kept: unknown[] = [];
      const { seconds, results } = await timed(workload, async () => {
        const { result, eventLogs } = machine.run(input, { ...(overrides ? { overrides } : {}) });
        const output = await result;
        for await (const event of eventLogs) kept.push(event);
        return output;
      });
      for (const output of results) sameOutput(workload, output);
      sameCount("events of the peer's", kept.length, workload.executions * workload.events.peer);
      return seconds;
    },
    close: async () => undefined,
  };
};

/** Runs a workload's executions, so many at a time, and gives what they gave. */
const timed = async <T>({ executions, atOnce }: Workload, run: () => Promise<T>) => {
  const results: T[] = [];
  let left = executions;
  const started = performance.now();
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      results.push(await run());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return { seconds: (performance.now() - started) / 1000, results };
};

const sameOutput = ({ name, output }: Workload, found: unknown): void => {
  if (!isDeepStrictEqual(found, output))
    throw new Error(`${name}: the output is ${JSON.stringify(found).slice(0, 200)}.`);
};

const sameCount = (what: string, found: number, expected: number): void => {
  if (found !== expected) throw new Error(`There are ${found} ${what}, not ${expected}.`);
};
