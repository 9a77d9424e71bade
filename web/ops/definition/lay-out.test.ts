import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLayout } from './check-layout.ts';
import { collapse } from './collapse.ts';
import { elkHere } from './elk-here.ts';
import { createFindLayout } from './find-layout.ts';
import type { GraphLayout } from './graph.ts';
import { renderKeptLayouts, workflowDefinitions } from './kept-layouts.ts';
import { layOut } from './lay-out.ts';
import { packLayout, unpackLayout } from './pack.ts';
import { graphOf } from './parse.ts';
import { anyDefinition } from './random-definition.ts';

const elk = elkHere();

describe('a layout', () => {
  test('of any definition has no overlap, no crossed label and no loose edge', async () => {
    await fc.assert(
      fc.asyncProperty(anyDefinition, async (definition) => {
        const graph = graphOf(definition);
        expect(checkLayout(graph, await layOut(graph, elk))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test.each([...workflowDefinitions()])(
    'of %s has none either, and is the same when it is kept',
    async (_file, definition) => {
      const graph = graphOf(definition);
      const layout = await layOut(graph, elk);
      expect(checkLayout(graph, layout)).toEqual([]);
      expect(unpackLayout(graph, packLayout(graph, layout))).toEqual(layout);
    },
  );

  test('keeps the main path in one straight line', async () => {
    const graph = graphOf(workflowDefinitions().get('answer-turn.asl.json') ?? '');
    const { nodes } = await layOut(graph, elk);
    const centre = (path: string) => (nodes[path]?.x ?? 0) + (nodes[path]?.width ?? 0) / 2;
    const main = [
      '/start',
      'ReadEvent',
      'BeginTurn',
      'WhatIsBegun',
      'Understand',
      'Compose',
      'Deliver',
      'IsAnswered',
      'Announce',
    ];
    expect(new Set(main.map(centre)).size).toBe(1);
  });
});

test('layouts.json is fresh: `npm run generate` would change nothing', async () => {
  expect(await renderKeptLayouts()).toBe(readFileSync(join(import.meta.dirname, 'layouts.json'), 'utf8'));
});

describe('finding a layout', () => {
  const [definition = ''] = workflowDefinitions().values();
  const graph = graphOf(definition);

  test('takes the kept one of a workflow, and starts no worker for it', async () => {
    const kept = JSON.parse(await renderKeptLayouts());
    const find = createFindLayout({
      kept: async () => kept,
      elk: () => Promise.reject(new Error('a worker was started')),
    });
    expect(checkLayout(graph, await find(graph))).toEqual([]);
  });

  test('makes that of an unknown definition once, and tries again after a failure', async () => {
    let made = 0;
    const find = createFindLayout({
      kept: async () => ({}),
      elk: async () => {
        made += 1;
        if (made === 1) throw new Error('the worker did not come');
        return elk;
      },
    });
    await expect(find(graph)).rejects.toThrow('the worker did not come');
    expect(await find(graph)).toBe(await find(graph));
    expect(made).toBe(2);
  });
});

describe('a graph of more than 400 nodes', () => {
  const pass = (count: number) => ({
    StartAt: 'P0',
    States: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `P${index}`,
        { Type: 'Pass', ...(index + 1 < count ? { Next: `P${index + 1}` } : { End: true }) },
      ]),
    ),
  });
  const large = graphOf(
    JSON.stringify({
      StartAt: 'Each',
      States: {
        Each: { Type: 'Map', ItemProcessor: pass(300), Next: 'Both' },
        Both: { Type: 'Parallel', Branches: [pass(150), pass(2)], End: true },
      },
    }),
  );

  test('is drawn with its groups closed until one is opened', async () => {
    const closed = collapse(large, new Set());
    expect(closed.nodes.map(({ path }) => path)).toEqual(['/start', 'Each', 'Both', '/end/Both']);
    const opened = collapse(large, new Set(['Both']));
    expect(opened.nodes).toHaveLength(4 + 2 + 152);
    expect(opened.hash).not.toBe(closed.hash);
    expect(checkLayout(closed, await layOut(closed, elk))).toEqual([]);
  });
});

describe('the check of a layout', () => {
  const graph = graphOf(
    JSON.stringify({
      StartAt: 'A',
      States: {
        A: { Type: 'Choice', Choices: [{ Variable: '$.k', StringEquals: 'image', Next: 'B' }], Default: 'C' },
        B: { Type: 'Succeed' },
        C: { Type: 'Succeed' },
      },
    }),
  );

  test.each<[string, (layout: GraphLayout) => GraphLayout, string]>([
    [
      'two nodes that overlap',
      (at) => ({ ...at, nodes: { ...at.nodes, C: at.nodes.B ?? { x: 0, y: 0, width: 0, height: 0 } } }),
      'B overlaps C',
    ],
    ['a node outside', (at) => ({ ...at, width: 10 }), 'A sticks out of the graph'],
    [
      'a node without a place',
      (at) => ({ ...at, nodes: { ...at.nodes, B: { x: Number.NaN, y: 0, width: 1, height: 1 } } }),
      'B has no place',
    ],
    [
      'an edge through a node, and across a label',
      (at) => ({
        ...at,
        edges: Object.fromEntries(
          Object.entries(at.edges).map(([id, edge]) => [
            id,
            {
              ...edge,
              points: [
                { x: 0, y: 0 },
                { x: 0, y: at.height },
                { x: at.width, y: 0 },
              ],
            },
          ]),
        ),
      }),
      'the edge from A to B runs through C',
    ],
    [
      'a label on a node',
      (at) => ({
        ...at,
        edges: Object.fromEntries(
          Object.entries(at.edges).map(([id, edge]) => [id, { ...edge, ...(edge.label ? { label: at.nodes.A } : {}) }]),
        ),
      }),
      'the label image covers A',
    ],
  ])('tells %s', async (_fault, broken, said) => {
    expect(checkLayout(graph, broken(await layOut(graph, elk)))).toContain(said);
  });
});
