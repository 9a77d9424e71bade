import type { Attempt, ExecutionTree, Standing, Visit } from '../../../web/ops/history/model.ts';

type Step = {
  path: string;
  type?: string;
  took?: number;
  standing?: Standing;
  attempts?: readonly Attempt['standing'][];
  caught?: string;
  within?: readonly (readonly Step[])[];
  child?: string;
  last?: boolean;
};

const START = Date.UTC(2026, 10, 22, 14, 2, 9);

/** A tree of an execution from what it went through, one state after the other. */
export const treeOf = (steps: readonly Step[], standing: Standing): ExecutionTree => {
  const visits: Visit[] = [];
  let at = START;
  const walk = (own: readonly Step[], parent?: number, branch?: number): void => {
    for (const [index, step] of own.entries()) {
      const {
        path,
        type = 'Task',
        took = 40,
        within = [],
        attempts = type === 'Task' ? ['succeeded' as const] : [],
      } = step;
      const next = own[index + 1];
      const enteredAt = at;
      const id = visits.length + 2;
      const stands = step.standing ?? 'succeeded';
      const isOpen = stands === 'running' || stands === 'waiting';
      const draft: Visit = {
        id,
        name: path.split('/').at(-1) ?? path,
        type,
        path,
        ...(parent === undefined ? {} : { parent, branch }),
        standing: stands,
        enteredAt,
        assigned: {},
        variables: {},
        attempts: attempts.map((each, number) => ({
          number: number + 1,
          scheduledAt: enteredAt,
          standing: each,
          ...(step.child ? { childExecutionArn: step.child } : {}),
        })),
        branches: within.map((inner, number) => ({
          index: number,
          standing:
            inner.find(({ standing: of }) => of && !['succeeded', 'retried'].includes(of))?.standing ?? 'succeeded',
          startedAt: enteredAt,
        })),
        events: [id],
        ...(step.caught ? { error: step.caught } : {}),
        ...(next
          ? { next: { name: next.path, path: next.path, by: step.caught ? ('catch' as const) : ('next' as const) } }
          : {}),
      };
      visits.push(draft);
      for (const [number, inner] of within.entries()) walk(inner, id, number);
      at += took;
      if (!isOpen) visits[visits.indexOf(draft)] = { ...draft, exitedAt: enteredAt + took };
    }
  };
  walk(steps);
  const hasEnded = standing !== 'running';
  return { standing, startedAt: START, ...(hasEnded ? { endedAt: at } : {}), visits, redrivenAt: [] };
};

const batch = (attempts: readonly Attempt['standing'][], standing: Standing): readonly Step[] => [
  { path: 'MakeRenditions/MakeBatch', attempts, standing, took: 9200 },
];

/** An asset whose seventh batch ran out of time four times, and whose Map was caught. */
export const failedAsset: ExecutionTree = treeOf(
  [
    { path: 'ReadEvent', type: 'Pass', took: 1 },
    { path: 'WhatHappened', type: 'Choice', took: 1 },
    { path: 'ClaimUpload', took: 38 },
    { path: 'Recognise', took: 1160, attempts: ['failed', 'succeeded'], standing: 'retried' },
    { path: 'HadOtherContent', type: 'Choice', took: 1 },
    { path: 'IsRecognised', type: 'Choice', took: 1 },
    { path: 'ReadContent', took: 12 },
    { path: 'IsAlreadyPublished', type: 'Choice', took: 1 },
    { path: 'WhatIsIt', type: 'Choice', took: 1 },
    { path: 'Inspect', took: 420 },
    { path: 'IsSound', type: 'Choice', took: 1 },
    { path: 'ClaimContent', took: 22 },
    { path: 'IsPublishedUnchanged', type: 'Choice', took: 1 },
    {
      path: 'MakeRenditions',
      type: 'Map',
      standing: 'caught',
      caught: 'Sandbox.Timedout',
      took: 47_100,
      within: Array.from({ length: 9 }, (_, index) =>
        index === 6
          ? batch(['timedout', 'timedout', 'timedout', 'timedout'], 'timedout')
          : batch(['succeeded'], 'succeeded'),
      ),
    },
    { path: 'MarkFailed', took: 41 },
    { path: 'AnnounceFailed', took: 29 },
    { path: 'Failed', type: 'Fail', standing: 'failed', took: 0 },
  ],
  'failed',
);
