import { StatusPill } from '@marquee/ui/status.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { executionHref, storyHref } from '../app/links.ts';
import { subjectOf } from '../executions/subject.ts';
import type { ExecutionTree } from '../history/model.ts';
import { useSystem } from '../system/use-system.ts';
import { readStory } from './read-story.ts';
import type { StoryNode } from './story.ts';

/** Steps that a strip shows; the whole story is one press away. */
const MOST = 5;

/** The steps around one execution: what began it, itself, and what it led to. */
const stepsAround = (nodes: readonly StoryNode[], arn: string): StoryNode[] => {
  const steps = nodes.filter(({ kind }) => kind !== 'event' && kind !== 'item');
  const own = steps.findIndex(({ id }) => id === arn);
  const first = Math.max(0, Math.min(own - 1, steps.length - MOST));
  return steps.slice(first, first + MOST);
};

/** What came before an execution and what it led to, in one line. Nothing where it belongs to no story. */
export const StoryStrip = ({ arn, tree }: { arn: string; tree: ExecutionTree }) => {
  const { data: system } = useSystem();
  const id = subjectOf(tree.input, '').keys.correlation?.[0];
  const ended = tree.endedAt !== undefined;
  const { data: story } = useQuery({
    queryKey: ['story', id, 'strip', ended],
    enabled: id !== undefined && system !== undefined,
    staleTime: 10_000,
    queryFn: ({ signal }) => (id && system ? readStory(id, system, signal) : Promise.reject(new Error('no id'))),
  });
  if (id === undefined || !story || story.nodes.length === 0) return null;
  return (
    <nav className="story" aria-label="The story that this execution belongs to" data-scroll>
      <ol>
        {stepsAround(story.nodes, arn).map((node) => (
          <li key={node.id} aria-current={node.id === arn ? 'step' : undefined}>
            <small>
              <Time at={new Date(node.at)} />
              {node.id === arn && ', this execution'}
            </small>
            <b className="clip">
              {node.ref && node.id !== arn ? <Link href={executionHref(node.ref)}>{node.title}</Link> : node.title}
            </b>
            {node.standing ? (
              <StatusPill status={node.standing} plain />
            ) : (
              <span className="muted small clip">{node.says}</span>
            )}
          </li>
        ))}
        <li>
          <small>{story.nodes.length} things in all</small>
          <b>
            <Link href={storyHref(id)}>The whole story</Link>
          </b>
          <span className="muted small">events, stored items, pages</span>
        </li>
      </ol>
    </nav>
  );
};
