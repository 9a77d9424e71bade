import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { IconName } from '@marquee/ui/icons/icons.tsx';
import { StatusIcon } from '@marquee/ui/status.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { executionHref } from '../app/links.ts';
import { CARD, MOST_PARTS, type Placed, placeStory } from './place-story.ts';
import type { Story, StoryNode } from './story.ts';

const ICONS: Readonly<Record<StoryNode['kind'], IconName>> = {
  action: 'play',
  event: 'bus',
  execution: 'graph',
  item: 'database',
  page: 'published',
};

/** Where a node leads: an execution to its own screen, an event to the bus. */
export const nodeHref = ({ kind, ref }: StoryNode): string | undefined => {
  if (ref === undefined) return undefined;
  return kind === 'execution' ? executionHref(ref) : `/events?${new URLSearchParams({ q: ref })}`;
};

const path = ({ from, to }: { from: Placed; to: Placed }): string => {
  const [x1, y1] = [from.x + CARD.width, from.y + CARD.height / 2];
  const [x2, y2] = [to.x, to.y + CARD.height / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
};

/** A story from left to right in time; executions and items open in place. */
export const StoryGraph = ({ story }: { story: Story }) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { width, height, nodes, edges } = useMemo(() => placeStory(story, open), [story, open]);
  const toggle = (id: string): void => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="story-canvas" tabIndex={0} aria-label="The story as a graph, from left to right in time">
      <div className="story-plane" style={{ width, height }}>
        <svg width={width} height={height} aria-hidden="true">
          {edges.map(({ from, to }) => (
            <path
              key={`${from.node.id} ${to.node.id}`}
              d={path({ from, to })}
              className={`story-edge to-${to.node.standing ?? 'none'}`}
            />
          ))}
        </svg>
        {nodes.map(({ node, x, y, height: cardHeight }) => (
          <Card
            key={node.id}
            node={node}
            isOpen={open.has(node.id)}
            onToggle={() => toggle(node.id)}
            style={{ left: x, top: y, width: CARD.width, height: cardHeight }}
          />
        ))}
      </div>
    </section>
  );
};

const Card = ({
  node,
  isOpen,
  onToggle,
  style,
}: {
  node: StoryNode;
  isOpen: boolean;
  onToggle: () => void;
  style: React.CSSProperties;
}) => {
  const href = nodeHref(node);
  return (
    <article className={`story-card kind-${node.kind} is-${node.standing ?? 'none'}`} style={style}>
      <div className="story-head">
        {node.standing ? <StatusIcon status={node.standing} /> : <Icon name={ICONS[node.kind]} />}
        <b className="clip">{href ? <Link href={href}>{node.title}</Link> : node.title}</b>
        {node.parts.length > 0 && (
          <Button
            kind="quiet"
            small
            icon={isOpen ? 'minus' : 'plus'}
            aria-expanded={isOpen}
            aria-label={`${isOpen ? 'Close' : 'Open'} ${node.title}`}
            onPress={onToggle}
          />
        )}
      </div>
      <div className="story-says">
        <span className="clip">{node.says}</span>
        {node.at > 0 && <Time at={new Date(node.at)} />}
      </div>
      {isOpen && <Parts node={node} />}
    </article>
  );
};

const Parts = ({ node: { parts } }: { node: StoryNode }) => (
  <ol className="story-parts">
    {parts.slice(0, MOST_PARTS).map(({ name, says, standing }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a state may be visited again; the order stays
      <li key={index}>
        {standing && <StatusIcon status={standing} />}
        <span className="clip">{name}</span>
        <span className="muted clip">{says}</span>
      </li>
    ))}
    {parts.length > MOST_PARTS && <li className="muted">and {parts.length - MOST_PARTS} more</li>}
  </ol>
);
