import { expect, test } from 'vitest';
import { checkLayout } from '../../web/ops/definition/check-layout.ts';
import { elkHere } from '../../web/ops/definition/elk-here.ts';
import { layOut } from '../../web/ops/definition/lay-out.ts';
import { hasRecordings, recordedGraphs } from './definitions.ts';

test.skipIf(!hasRecordings)(
  'every recorded definition is drawn with no overlap, no crossed label and no loose edge',
  async () => {
    const elk = elkHere();
    const faults: string[] = [];
    const graphs = recordedGraphs();
    for (const { id, graph } of graphs) {
      faults.push(...checkLayout(graph, await layOut(graph, elk)).map((fault) => `${id}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(graphs.length).toBeGreaterThan(150);
  },
);
