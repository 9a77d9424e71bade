import { describe, expect, test } from 'vitest';
import { treeOf } from '../../../test/browser/ops/execution-fixture.ts';
import type { ExecutionTree } from '../history/model.ts';
import { mapRunOf } from './map-run.ts';
import { mapNameOf, starterOf } from './parent-link.tsx';
import { rowsOf } from './timeline-rows.ts';
import { inOrder, numbered, withMapRuns } from './with-map-runs.ts';

const RUN = 'arn:aws:states:us-east-1:000000000000:mapRun:rebuild/RenderEverything:1';

const parent = (): ExecutionTree => {
  const tree = treeOf([{ path: 'RenderEverything', type: 'Map', standing: 'running' }], 'running');
  return { ...tree, visits: tree.visits.map((visit) => ({ ...visit, mapRunArn: RUN })) };
};

const child = (standing: 'failed' | 'succeeded') => ({
  ...{ arn: `arn:${standing}`, name: standing, standing, startedAt: 0, items: 1 },
});

const item = (standing: 'failed' | 'succeeded', number: number) => ({ ...child(standing), number });

describe('the items of a distributed Map', () => {
  test('are its child executions, and the one that is looked at has its states among those of the Map', () => {
    const own = treeOf([{ path: 'Render' }, { path: 'Store', standing: 'failed' }], 'failed');
    const samples = new Map([
      [RUN, { items: [item('succeeded', 0), item('failed', 1)], opened: { number: 1, tree: own } }],
    ]);
    const { visits } = withMapRuns(parent(), samples);
    expect(visits.map(({ path, branch }) => [path, branch])).toEqual([
      ['RenderEverything', undefined],
      ['RenderEverything/Render', 1],
      ['RenderEverything/Store', 1],
    ]);
    expect(visits[0]?.branches.map(({ standing }) => standing)).toEqual(['succeeded', 'failed']);
    expect(visits[1]).toMatchObject({ next: { path: 'RenderEverything/Store' }, events: [] });
    expect(new Set(visits.map(({ id }) => id)).size).toBe(3);
    expect(rowsOf({ ...parent(), visits }).map(({ label }) => label)).toEqual([
      'RenderEverything',
      'Item 1: Render',
      'Item 1: Store',
    ]);
  });

  test('keep their numbers, whichever are in the sample later', () => {
    const first = numbered(new Map(), [
      { ...child('failed'), startedAt: 2 },
      { ...child('succeeded'), startedAt: 1 },
    ]);
    expect(first.map(({ name, number }) => [name, number])).toEqual([
      ['failed', 1],
      ['succeeded', 0],
    ]);
    const seen = new Map(first.map((each) => [each.arn, each]));
    const later = numbered(seen, [{ ...child('failed'), arn: 'arn:other' }, child('failed')]);
    expect(later.map(({ number }) => number)).toEqual([2, 1]);
  });

  test('stand by their numbers, and those that failed first where they are a sample of many', () => {
    const items = [item('succeeded', 2), item('failed', 4), item('failed', 3)];
    expect(inOrder(items, 3).map(({ number }) => number)).toEqual([2, 3, 4]);
    expect(inOrder(items, 61).map(({ number }) => number)).toEqual([3, 4, 2]);
  });

  test('leave an execution that has none as it is', () => {
    const tree = parent();
    expect(withMapRuns(tree, new Map())).toBe(tree);
  });
});

test('a map run tells how many executions stand how, those to be redriven with those that wait', () => {
  const executionCounts = {
    ...{ pending: 3, running: 2, succeeded: 7, failed: 1, timedOut: 0, aborted: 0, total: 14, resultsWritten: 0 },
    pendingRedrive: 1,
  };
  expect(mapRunOf({ mapRunArn: RUN, status: 'RUNNING', executionCounts })).toMatchObject({
    standing: 'running',
    counts: { waiting: 4, running: 2, succeeded: 7, failed: 1 },
    total: 14,
  });
});

describe('where an execution comes from', () => {
  test('is its Map, by the label where it has one', () => {
    expect(mapNameOf(RUN)).toBe('RenderEverything');
    expect(mapNameOf('arn:aws:states:us-east-1:0:mapRun:m/d5facb80-2da3-6b27-6418-6eb1bc4daef9:2')).toBe('A Map');
  });

  test('is the execution that names itself in the input, and nothing else that an input says', () => {
    const id = 'arn:aws:states:us-east-1:0:execution:publish:1';
    expect(starterOf({ input: JSON.stringify({ AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: id }) })).toBe(id);
    expect(starterOf({ input: '{"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"javascript:1"}' })).toBeUndefined();
    expect(starterOf({ input: 'no JSON' })).toBeUndefined();
  });
});
