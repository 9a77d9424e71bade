import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { executionHref } from '../app/links.ts';
import { findLayout } from '../definition/find-layout.ts';
import type { DefinitionGraph } from '../definition/graph.ts';
import { graphOf } from '../definition/parse.ts';
import { ExecutionGraph } from '../graph/execution-graph.tsx';
import type { ExecutionGraphProps } from '../graph/graph-props.ts';
import { useDrawnGraph } from '../graph/use-drawn-graph.ts';

type OwnProps = Omit<ExecutionGraphProps, 'graph' | 'layout' | 'onToggle' | 'hrefOf'>;

/** A graph and its places belong together: until those of another are found, the former stands. */
const LaidOut = ({ graph, ...props }: OwnProps & { graph: DefinitionGraph }) => {
  const { drawn, toggle } = useDrawnGraph(graph);
  const { data, error } = useQuery({
    queryKey: ['layout', drawn.hash],
    queryFn: async () => ({ drawn, layout: await findLayout(drawn) }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error)
    return <Failure title="The graph could not be laid out; the list of states says the same." error={error} />;
  if (!data) return <Skeleton rows={8} label="Laying out the graph" />;
  return (
    <ExecutionGraph
      {...props}
      graph={data.drawn}
      layout={data.layout}
      onToggle={toggle}
      hrefOf={({ kind, arn }) => (kind === 'execution' ? executionHref(arn) : undefined)}
    />
  );
};

/** The graph of a definition's text. Its places are kept ones, or are made in a worker. */
export const DrawnGraph = ({ definition, ...props }: OwnProps & { definition: string }) => {
  const graph = useMemo(() => graphOf(definition), [definition]);
  return <LaidOut key={graph.hash} graph={graph} {...props} />;
};
