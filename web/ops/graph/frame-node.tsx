import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Icon } from '../../ui/icons/icon.tsx';
import { useGraph, useNodeView } from './graph-context.ts';
import { ItemStrip } from './item-strip.tsx';
import { NodeStop } from './node-stop.tsx';
import { lineOf } from './node-words.ts';
import { type DrawnNode, NodeIcon } from './state-node.tsx';

/** A Map or a Parallel: a frame around its states, which are nodes of their own. */
export const FrameNode = memo(({ data: { node } }: NodeProps<DrawnNode>) => {
  const view = useNodeView(node.path);
  const { hasEnded, hrefOf, toggle, choose } = useGraph();
  const { state } = view;
  const { items = [], chosen = 0, mapRunArn, total = 0 } = state;
  const href = mapRunArn && hrefOf?.({ kind: 'map-run', arn: mapRunArn });
  return (
    <div className={`gf gf-${state.standing}`}>
      <div className="gf-head">
        <NodeStop node={node} view={view} className={`gf-name gn-${state.standing}`}>
          <NodeIcon node={node} state={state} />
          <span className="gn-name" aria-hidden="true">
            {node.name}
          </span>
          <span className="gn-line" aria-hidden="true">
            {node.type}, {lineOf(node, state, hasEnded())}
          </span>
        </NodeStop>
        {href && (
          <a className="gf-link nopan" href={href} tabIndex={-1}>
            Map run
            <Icon name="right" />
          </a>
        )}
        {toggle && (
          <button
            type="button"
            className="gf-link nopan"
            tabIndex={-1}
            aria-label={`Close ${node.name}`}
            onClick={() => toggle(node.path)}
          >
            <Icon name="minus" />
          </button>
        )}
      </div>
      {items.length > 0 && (
        <>
          <ItemStrip name={node.name} items={items} chosen={chosen} onChoose={(index) => choose(node.path, index)} />
          <p className="gf-caption">
            {items.length < total && `${items.length} of ${total.toLocaleString('en-GB')}, those that failed first. `}
            Item {chosen} is shown below
          </p>
        </>
      )}
    </div>
  );
});

/** One branch of a Parallel. */
export const BranchNode = memo(({ data: { node } }: NodeProps<DrawnNode>) => {
  const { state } = useNodeView(node.path);
  return <div className={`gb gb-${state.standing}`}>{node.name}</div>;
});
