import { StatusPill } from '@marquee/ui/status.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { Link } from 'wouter';
import { childrenOf, rootsOf, type Story, type StoryNode } from './story.ts';
import { nodeHref } from './story-graph.tsx';

/** The same story as a nested list: what each thing led to stands below it. */
export const StoryOutline = ({ story }: { story: Story }) => (
  <ul className="outline">
    {rootsOf(story).map((node) => (
      <Entry key={node.id} node={node} story={story} above={[]} />
    ))}
  </ul>
);

const KINDS: Readonly<Record<StoryNode['kind'], string>> = {
  action: 'Action',
  event: 'Event',
  execution: 'Execution',
  item: 'Stored',
  page: 'Public',
};

const Entry = ({ node, story, above }: { node: StoryNode; story: Story; above: readonly string[] }) => {
  const href = nodeHref(node);
  const children = childrenOf(story, node.id).filter(({ id }) => !above.includes(id));
  return (
    <li>
      <span className="outline-line">
        <span className="outline-kind">{KINDS[node.kind]}</span>
        <b>{href ? <Link href={href}>{node.title}</Link> : node.title}</b>
        <span className="muted">{node.says}</span>
        {node.standing && <StatusPill status={node.standing} plain />}
        {node.at > 0 && <Time at={new Date(node.at)} />}
      </span>
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <Entry key={child.id} node={child} story={story} above={[...above, node.id]} />
          ))}
        </ul>
      )}
    </li>
  );
};
