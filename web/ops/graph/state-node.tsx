import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Icon } from '../../ui/icons/icon.tsx';
import { STATUSES } from '../../ui/words/statuses.ts';
import type { GraphNode } from '../definition/graph.ts';
import { useGraph, useNodeView } from './graph-context.ts';
import { iconOf } from './node-icon.ts';
import type { NodeState } from './node-states.ts';
import { NodeStop } from './node-stop.tsx';
import { lineOf } from './node-words.ts';

export type DrawnNode = Node<{ node: GraphNode }>;

/** Pips that a node has room for. */
const PIPS = 8;

const Pips = ({ attempts }: Pick<NodeState, 'attempts'>) => {
  if (attempts.length < 2) return null;
  return (
    <span className="pips" aria-hidden="true">
      <span>×{attempts.length}</span>
      {attempts.slice(-PIPS).map((standing, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: attempts have no other name than their number
        <i key={index} className={`pip pip-${standing}`} />
      ))}
    </span>
  );
};

/** The shape of how a node stands, or of what it does. */
export const NodeIcon = ({ node, state }: { node: GraphNode; state: NodeState }) => (
  <Icon name={state.standing === 'none' ? iconOf(node) : STATUSES[state.standing].icon} />
);

/** A Task, a Choice, and any state that holds no others. */
export const StateNode = memo(({ data: { node } }: NodeProps<DrawnNode>) => {
  const view = useNodeView(node.path);
  const { hasEnded, hrefOf, toggle, openChild } = useGraph();
  const { state } = view;
  const href = state.childExecutionArn && hrefOf?.({ kind: 'execution', arn: state.childExecutionArn });
  const shape = node.type === 'Choice' ? 'is-choice' : node.type === 'Missing' ? 'is-missing' : '';
  return (
    <>
      <NodeStop node={node} view={view} className={`gn gn-${state.standing} ${shape}`}>
        <NodeIcon node={node} state={state} />
        <span className="gn-name" aria-hidden="true">
          {node.name}
        </span>
        <span className="gn-line" aria-hidden="true">
          {lineOf(node, state, hasEnded())}
        </span>
        <Pips attempts={state.attempts} />
      </NodeStop>
      {href && (
        <a
          className="gn-link nopan"
          href={href}
          tabIndex={-1}
          aria-label={`Open the execution that ${node.name} started`}
        >
          <Icon name="external" />
        </a>
      )}
      {state.childExecutionArn && openChild && (
        <button
          type="button"
          className="gn-link gn-open nopan"
          tabIndex={-1}
          aria-label={`Show the execution that ${node.name} started beside the graph`}
          onClick={(event) => {
            event.stopPropagation();
            openChild(node.path);
          }}
        >
          <Icon name="graph" />
        </button>
      )}
      {node.closed && toggle && (
        <button
          type="button"
          className="gn-link nopan"
          tabIndex={-1}
          aria-label={`Show what is in ${node.name}`}
          onClick={() => toggle(node.path)}
        >
          <Icon name="plus" />
        </button>
      )}
    </>
  );
});

/** Where a definition starts or ends; Succeed and Fail are ends with a name. */
export const EndNode = memo(({ data: { node } }: NodeProps<DrawnNode>) => {
  const view = useNodeView(node.path);
  const isNamed = node.type === 'Succeed' || node.type === 'Fail';
  const kind = node.type === 'Start' ? 'gn-ring' : `gn-pill ${node.type === 'Fail' ? 'is-fail' : ''}`;
  return (
    <NodeStop node={node} view={view} className={`${kind} gn-${view.state.standing}`}>
      {isNamed && <Icon name={node.type === 'Fail' ? 'close' : 'check'} />}
      {node.type !== 'Start' && <span aria-hidden="true">{node.name}</span>}
    </NodeStop>
  );
});
