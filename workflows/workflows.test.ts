import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import jsonata from 'jsonata';
import { describe, expect, test } from 'vitest';
import { TaskTrace } from '../services/shared/task.ts';
import { PLACEHOLDERS, UNCAUGHT } from './placeholders.ts';
import { evaluated } from './testing.ts';

type Handler = { ErrorEquals: string[]; Next?: string; MaxAttempts?: number };
type State = {
  Type: string;
  Next?: string;
  Default?: string;
  End?: boolean;
  Choices?: { Next: string }[];
  Retry?: Handler[];
  Catch?: Handler[];
  ItemProcessor?: Machine;
  Resource?: string;
  Arguments?: { Payload?: { trace?: string } };
};
type Machine = { QueryLanguage?: string; StartAt: string; States: Record<string, State> };

const read = async (name: string): Promise<string> => readFile(join(import.meta.dirname, `${name}.asl.json`), 'utf8');

const machines = (machine: Machine): Machine[] => [
  machine,
  ...Object.values(machine.States).flatMap(({ ItemProcessor }) => (ItemProcessor ? machines(ItemProcessor) : [])),
];

const nexts = ({ Next, Default, Choices = [], Catch = [] }: State): string[] =>
  [Next, Default, ...Choices.map((choice) => choice.Next), ...Catch.map((handler) => handler.Next)].filter(
    (name) => name !== undefined,
  );

const expressions = (value: unknown): string[] => {
  if (typeof value === 'string') return value.startsWith('{%') ? [value.slice(2, -2)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressions) : [];
};

test('every workflow is described', async () => {
  const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith('.asl.json'));
  expect(files.map((file) => file.replace('.asl.json', '')).sort()).toEqual(Object.keys(PLACEHOLDERS).sort());
});

describe.each(Object.keys(PLACEHOLDERS))('%s', async (name) => {
  const text = await read(name);
  const whole = JSON.parse(text) as Machine;
  const states = machines(whole).flatMap((machine) => Object.entries(machine.States));
  const tasks = states.filter(([, { Type }]) => Type === 'Task');

  test('every transition leads to a state, every state is led to, and every end is marked', () => {
    for (const { StartAt, States } of machines(whole)) {
      const reached = new Set([StartAt, ...Object.values(States).flatMap(nexts)]);
      expect([...reached].sort()).toEqual(Object.keys(States).sort());
    }
    for (const [state, { Type, Next, End }] of states) {
      if (['Choice', 'Succeed', 'Fail'].includes(Type)) continue;
      expect([Next !== undefined, End === true], state).toContain(true);
    }
  });

  test('every task catches everything, but for those that say why not', () => {
    const uncaught = tasks.filter(
      ([, { Catch = [] }]) => !Catch.some(({ ErrorEquals }) => ErrorEquals.includes('States.ALL')),
    );
    expect(uncaught.map(([state]) => state).sort()).toEqual(Object.keys(UNCAUGHT[name] ?? {}).sort());
  });

  test('every task names first the errors that are not worth a retry', () => {
    for (const [state, { Retry }] of tasks) {
      expect(Retry?.[0]?.MaxAttempts, state).toBe(0);
      expect(Retry?.at(-1)?.ErrorEquals, state).toEqual(['States.ALL']);
    }
  });

  test('every task of a nanoservice is told which attempt it is', async () => {
    const metadata = { correlationId: 'the-action', eventId: 'the-event' };
    const trace = { correlationId: 'the-action', causationId: 'the-event' };
    for (const [state, { Resource, Arguments }] of tasks) {
      if (!Resource?.startsWith('arn:aws:states:::lambda:invoke')) continue;
      const attempt = { execution: 'arn:an-execution', state, attempt: 2 };
      const context = { Execution: { Id: attempt.execution }, State: { Name: state, RetryCount: attempt.attempt } };
      const handed = (more: object) => {
        const states = { input: { trace, detail: { metadata } }, context: { ...context, ...more } };
        return evaluated(Arguments?.Payload?.trace, { trace, states });
      };
      expect(TaskTrace.parse(await handed({})), state).toEqual({ ...trace, ...attempt });
      expect(await handed({ Map: { Item: { Index: 0, Value: 'a' } } }), state).toEqual({
        ...trace,
        ...attempt,
        item: 0,
      });
    }
  });

  test('its placeholders are those that the infrastructure fills in', () => {
    const used = new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, placeholder]) => placeholder));
    expect([...used].sort()).toEqual([...(PLACEHOLDERS[name] ?? [])].sort());
  });

  test('it is JSONata throughout and every expression compiles', () => {
    expect(whole.QueryLanguage).toBe('JSONata');
    for (const expression of expressions(whole)) expect(() => jsonata(expression), expression).not.toThrow();
  });
});
