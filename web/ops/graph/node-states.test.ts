import { describe, expect, test } from 'vitest';
import { failedAsset, treeOf } from '../../../test/browser/ops/execution-fixture.ts';
import { elkHere } from '../definition/elk-here.ts';
import { workflowDefinitions } from '../definition/kept-layouts.ts';
import { layOut } from '../definition/lay-out.ts';
import { graphOf } from '../definition/parse.ts';
import { edgesTaken } from './edges-taken.ts';
import { firstViewport } from './first-viewport.ts';
import { createGraphStore } from './graph-store.ts';
import { inStrip, pageOfStrip } from './items.ts';
import { firstPlace, nodeStates } from './node-states.ts';
import { lineOf, spokenOf } from './node-words.ts';
import { type Chosen, shownVisits } from './shown-visits.ts';
import { createWalk } from './walk.ts';

const graph = graphOf(workflowDefinitions().get('process-asset.asl.json') ?? '');

const shown = (tree = failedAsset, chosen: Chosen = {}, now?: number) => {
  const visits = shownVisits(tree, chosen);
  const taken = edgesTaken(graph, visits);
  return { taken, states: nodeStates(graph, visits, taken, chosen, now) };
};

const nodeAt = (path: string) =>
  graph.nodes.find((node) => node.path === path) ?? { path, name: path, type: 'Task', detail: '' };

const edgesFrom = (taken: ReadonlySet<string>, path: string) =>
  graph.edges.filter(({ id, from }) => from === path && taken.has(id)).map(({ to, kind }) => `${kind} ${to}`);

describe('how a node stands', () => {
  test('is told of the iteration that failed first, until another is chosen', () => {
    expect(shown().states.get('MakeRenditions/MakeBatch')).toMatchObject({
      standing: 'timedout',
      attempts: Array(4).fill('timedout'),
    });
    expect(shown(failedAsset, { MakeRenditions: 0 }).states.get('MakeRenditions/MakeBatch')).toMatchObject({
      standing: 'succeeded',
    });
    expect(shown().states.get('MakeRenditions')).toMatchObject({ chosen: 6, counts: { succeeded: 8, timedout: 1 } });
  });

  test('is none for what was not reached', () => {
    expect(shown().states.get('Quarantine')?.standing).toBe('none');
    expect(
      lineOf(
        nodeAt('Quarantine'),
        shown().states.get('Quarantine') ?? { standing: 'none', visits: 0, attempts: [] },
        true,
      ),
    ).toBe('not reached');
  });

  test('counts how often it was entered, and shows the last time', () => {
    const tree = treeOf(
      [{ path: 'ReadEvent' }, { path: 'ReadEvent', standing: 'failed', attempts: ['failed'] }],
      'failed',
    );
    expect(shown(tree).states.get('ReadEvent')).toMatchObject({ visits: 2, standing: 'failed' });
  });

  test('takes until now while it works', () => {
    const tree = treeOf([{ path: 'Recognise', standing: 'running', attempts: ['running'] }], 'running');
    expect(shown(tree, {}, tree.startedAt + 12_000).states.get('Recognise')).toMatchObject({
      standing: 'running',
      duration: 12_000,
    });
  });

  test('took until its last attempt ended where it failed, however late it is looked at', () => {
    const { visits, ...rest } = treeOf([{ path: 'Recognise', standing: 'running', attempts: ['running'] }], 'failed');
    const failed = visits.map((visit) => {
      const attempts = visit.attempts.map((each) => ({ ...each, endedAt: visit.enteredAt + 700 }));
      return { ...visit, attempts, standing: 'failed' as const };
    });
    const { states } = shown({ ...rest, visits: failed }, {}, rest.startedAt + 60_000);
    expect(states.get('Recognise')?.duration).toBe(700);
  });

  test('is said in one sentence: name, type, state, attempts, duration', () => {
    const state = shown().states.get('MakeRenditions/MakeBatch');
    expect(state && spokenOf(nodeAt('MakeRenditions/MakeBatch'), state)).toBe(
      'MakeBatch, task, timed out, 4 attempts, 9.2 s',
    );
  });

  test('leads the eye to the innermost failure', () => {
    expect(firstPlace(graph, shown().states)).toBe('MakeRenditions/MakeBatch');
  });
});

test('the taken path is the edges of the visits: choices, what was caught, and no others', () => {
  const { taken } = shown();
  expect(edgesFrom(taken, '/start')).toEqual(['next ReadEvent']);
  expect(edgesFrom(taken, 'WhatHappened')).toEqual(['default ClaimUpload']);
  expect(edgesFrom(taken, 'MakeRenditions')).toEqual(['catch MarkFailed']);
  expect(edgesFrom(taken, 'PublishManifest')).toEqual([]);
});

describe('the store of a graph', () => {
  test('tells the one node that changed, and the one edge', () => {
    const store = createGraphStore();
    const { states, taken } = shown();
    store.show(states, taken);
    const told: string[] = [];
    for (const { path } of graph.nodes) store.subscribe(path, () => told.push(path));
    for (const { id, to } of graph.edges) store.subscribe(id, () => told.push(`edge to ${to}`));
    const changed = new Map(states).set('Quarantine', { standing: 'running', visits: 1, attempts: [] });
    const edge = graph.edges.find(({ to }) => to === 'Quarantine')?.id ?? '';
    store.show(changed, new Set([...taken, edge]));
    expect(told).toEqual(['Quarantine', 'edge to Quarantine']);
    told.length = 0;
    store.show(new Map(changed), new Set([...taken, edge]));
    store.select('ReadEvent');
    store.select('Recognise');
    expect(told).toEqual(['ReadEvent', 'ReadEvent', 'Recognise']);
  });
});

describe('the strip of a Map', () => {
  const items = (count: number, failed: number) =>
    Array.from({ length: count }, (_, index) => ({
      index,
      standing: index === failed ? ('failed' as const) : ('succeeded' as const),
      startedAt: 0,
    }));

  test('keeps its order up to 60 items, and begins with what failed over that', () => {
    expect(inStrip(items(60, 59))[0]?.index).toBe(0);
    expect(
      pageOfStrip(items(150, 149), 0)
        .map(({ index }) => index)
        .slice(0, 3),
    ).toEqual([149, 0, 1]);
    expect(pageOfStrip(items(150, 149), 2)).toHaveLength(30);
  });
});

describe('the first view', () => {
  test('is of the whole width where that can be read, else of the failure', () => {
    expect(firstViewport({ width: 500, height: 400 }, { width: 800, height: 600 }, undefined)).toEqual({
      x: 150,
      y: 24,
      zoom: 1,
    });
    const far = firstViewport(
      { width: 4000, height: 4000 },
      { width: 800, height: 600 },
      { x: 2000, y: 2000, width: 100, height: 50 },
    );
    expect(far).toEqual({ x: 400 - 2050 * 0.6, y: 300 - 2025 * 0.6, zoom: 0.6 });
  });
});

describe('the keyboard', () => {
  test('follows the taken path down and up, into frames, to what stands beside and to failures', async () => {
    const walk = createWalk(graph, await layOut(graph, elkHere()));
    const { states, taken } = shown();
    const go = (path: string, key: string) => walk(path, key, states, taken);
    expect(go('/start', 'ArrowDown')).toBe('ReadEvent');
    expect(go('WhatHappened', 'ArrowDown')).toBe('ClaimUpload');
    expect(go('ClaimUpload', 'ArrowUp')).toBe('WhatHappened');
    expect(go('Inspect', 'ArrowRight')).toBe('InspectFilm');
    expect(go('MakeRenditions', 'ArrowDown')).toBe('MakeRenditions/MakeBatch');
    expect(go('MakeRenditions/MakeBatch', 'ArrowUp')).toBe('MakeRenditions');
    expect(go('MakeRenditions/BatchIsPointless', 'ArrowDown')).toBe('MarkFailed');
    expect(go('ReadEvent', 'e')).toBe('MakeRenditions');
    expect(go('MakeRenditions', 'E')).toBe('MakeRenditions/MakeBatch');
    expect(go('MarkFailed', 'Home')).toBe('/start');
    expect(go('/start', 'ArrowUp')).toBeUndefined();
  });
});
