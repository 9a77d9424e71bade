import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import type { GraphLayout } from '../definition/graph.ts';

/** Pixels around the graph that have dots as well; a multiple of their distance. */
const AROUND = 1200;

/** The ground behind a graph. It lies in what is moved, so that moving it draws nothing anew. */
export const Dots = memo(({ layout: { width, height } }: { layout: GraphLayout }) => (
  <ViewportPortal>
    <div
      className="graph-dots"
      style={{ translate: `${-AROUND}px ${-AROUND}px`, width: width + 2 * AROUND, height: height + 2 * AROUND }}
    />
  </ViewportPortal>
));
