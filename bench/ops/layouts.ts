import { recordedGraphs } from '../../test/conformance/definitions.ts';
import { elkHere } from '../../web/ops/definition/elk-here.ts';
import type { DefinitionGraph } from '../../web/ops/definition/graph.ts';
import { workflowDefinitions } from '../../web/ops/definition/kept-layouts.ts';
import { layOut } from '../../web/ops/definition/lay-out.ts';
import { graphOf } from '../../web/ops/definition/parse.ts';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';

/** How long each definition takes to lay out. */
export const measureLayouts = async (): Promise<Figure[]> => {
  const elk = elkHere();
  const workflows = [...workflowDefinitions().values()].map((definition) => graphOf(definition));
  const [first] = workflows;
  if (first) await layOut(first, elk);
  const time = async (graphs: readonly DefinitionGraph[]): Promise<number[]> => {
    const times: number[] = [];
    for (const graph of graphs) {
      const begun = performance.now();
      await layOut(graph, elk);
      times.push(performance.now() - begun);
    }
    return times;
  };
  const recorded = await time(recordedGraphs().map(({ graph }) => graph));
  const own = await time(workflows);
  const figures = (of: string, times: readonly number[]): Figure[] =>
    times.length === 0
      ? []
      : [
          { figure: `layout of ${times.length} ${of}, median`, value: median(times), unit: 'ms' },
          {
            figure: `layout of ${times.length} ${of}, slowest`,
            value: Math.max(...times),
            unit: 'ms',
            goal: { atMost: 1000 },
          },
        ];
  return [...figures('recorded definitions', recorded), ...figures('workflows', own)];
};
