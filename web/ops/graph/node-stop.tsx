import { type ReactNode, useEffect, useRef } from 'react';
import { isGroup } from '../definition/collapse.ts';
import type { GraphNode } from '../definition/graph.ts';
import { useGraph } from './graph-context.ts';
import type { NodeView } from './graph-store.ts';
import { spokenOf } from './node-words.ts';

type NodeStopProps = { node: GraphNode; view: NodeView; className: string; children?: ReactNode };

/** What of a node is pressed and walked to by the keyboard, behind what it shows: its name is a sentence, and what is seen is not read out again. */
export const NodeStop = ({ node, view, className, children }: NodeStopProps) => {
  const { takeFocus, toggle } = useGraph();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (view.isStop && takeFocus(node.path)) element.current?.focus({ preventScroll: true });
  }, [view.isStop, takeFocus, node.path]);
  return (
    <div className={`${className} ${view.isSelected ? 'is-selected' : ''}`} title={node.name}>
      {/* biome-ignore lint/a11y/useSemanticElements: the wrapper of a node hears the press, which a button would keep */}
      <div
        ref={element}
        role="button"
        tabIndex={view.isStop ? 0 : -1}
        data-path={node.path}
        aria-label={spokenOf(node, view.state)}
        aria-pressed={view.isSelected}
        {...(toggle && isGroup(node.type) ? { 'aria-expanded': node.closed !== true } : {})}
        className="stop"
      />
      {children}
    </div>
  );
};
