import type { Standing } from '../history/model.ts';

/** One thing that a user's action caused. Times are milliseconds since 1970. */
export type StoryNode = {
  id: string;
  /** `action`: what a user did; `event`; `execution`; `item`: something stored; `page`: something public. */
  kind: 'action' | 'event' | 'execution' | 'item' | 'page';
  title: string;
  /** A second line: the workflow, the table, the source. */
  says: string;
  at: number;
  /** Of executions, and of stored items that say how they stand. */
  standing?: Standing;
  /** An execution's states, in order; a stored item's facts. */
  parts: readonly { name: string; says: string; standing?: Standing }[];
  /** The execution's ARN, or the event's id. */
  ref?: string;
};

/** `to` would not be there without `from`. */
export type StoryEdge = { from: string; to: string };

export type Story = {
  correlationId: string;
  /** In the order of time. */
  nodes: readonly StoryNode[];
  edges: readonly StoryEdge[];
};

/** What follows directly from a node, in the order of time. */
export const childrenOf = ({ nodes, edges }: Story, id: string): StoryNode[] => {
  const children = new Set(edges.filter(({ from }) => from === id).map(({ to }) => to));
  return nodes.filter((node) => children.has(node.id));
};

/** What nothing in the story led to. */
export const rootsOf = ({ nodes, edges }: Story): StoryNode[] => {
  const led = new Set(edges.map(({ to }) => to));
  return nodes.filter(({ id }) => !led.has(id));
};
