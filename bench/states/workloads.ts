/** A definition in JSONPath that our engine and its peer both run, and what both must have done. */
export type Workload = {
  name: string;
  definition: { StartAt: string; States: Record<string, Record<string, unknown>> };
  input: unknown;
  output: unknown;
  /** States that an execution enters. */
  transitions: number;
  /** Events that an execution leaves in our history and in the peer's, whose tasks have none of their own. */
  events: { ours: number; peer: number };
  /** How many executions a pass runs, and how many of them at a time. */
  executions: number;
  atOnce: number;
};

const STATES = 10;
const ITEMS = 2000;

/** Most iterations of an inline Map that AWS runs at a time. */
const ITERATIONS_AT_ONCE = 40;

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:work';
const INPUT = { asset: 'a-17', title: 'The long night', size: 4_182_113, tags: ['poster', 'still'] };

const names = Array.from({ length: STATES }, (_, index) => `Step${index + 1}`);

const chain = (state: (index: number) => Record<string, unknown>): Workload['definition'] => ({
  StartAt: 'Step1',
  States: Object.fromEntries(
    names.map((name, index) => {
      const next = names[index + 1];
      return [name, { ...state(index), ...(next === undefined ? { End: true } : { Next: next }) }];
    }),
  ),
});

export const TASK_NAMES: readonly string[] = names;

export const WORKLOADS: readonly Workload[] = [
  {
    name: 'Pass chain',
    definition: chain((index) =>
      index % 2 === 0 ? { Type: 'Pass' } : { Type: 'Pass', Result: index, ResultPath: '$.step' },
    ),
    input: INPUT,
    output: { ...INPUT, step: STATES - 1 },
    transitions: STATES,
    events: { ours: 2 + 2 * STATES, peer: 2 + 2 * STATES },
    executions: 2000,
    atOnce: 20,
  },
  {
    name: 'Task chain',
    definition: chain(() => ({ Type: 'Task', Resource: FUNCTION })),
    input: INPUT,
    output: INPUT,
    transitions: STATES,
    events: { ours: 2 + 5 * STATES, peer: 2 + 2 * STATES },
    executions: 2000,
    atOnce: 20,
  },
  {
    name: 'Map of 2,000',
    definition: {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          MaxConcurrency: ITERATIONS_AT_ONCE,
          ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', End: true } } },
          End: true,
        },
      },
    },
    input: Array.from({ length: ITEMS }, (_, index) => ({ id: index, name: `item ${index}` })),
    output: Array.from({ length: ITEMS }, (_, index) => ({ id: index, name: `item ${index}` })),
    transitions: 1 + ITEMS,
    events: { ours: 6 + 4 * ITEMS, peer: 4 + 4 * ITEMS },
    executions: 4,
    atOnce: 1,
  },
];
