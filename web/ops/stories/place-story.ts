import type { Story, StoryNode } from './story.ts';

export const CARD = { width: 228, height: 66, part: 24 } as const;
const GAP = { x: 64, y: 18 } as const;
/** Parts that an open card shows; the others are told by their number. */
export const MOST_PARTS = 14;

export type Placed = { node: StoryNode; x: number; y: number; height: number };
export type PlacedStory = {
  width: number;
  height: number;
  nodes: readonly Placed[];
  edges: readonly { from: Placed; to: Placed }[];
};

const heightOf = (node: StoryNode, open: ReadonlySet<string>): number =>
  open.has(node.id) ? CARD.height + Math.min(node.parts.length, MOST_PARTS + 1) * CARD.part + 8 : CARD.height;

/** How many steps lie before each node, by the longest way to it. */
const depthsOf = ({ nodes, edges }: Story): Map<string, number> => {
  const depths = new Map(nodes.map(({ id }) => [id, 0]));
  // Causes lie before their effects; a circle, which only a damaged record could tell of, ends with the rounds.
  for (let round = 0; round < nodes.length; round += 1) {
    let changed = false;
    for (const { from, to } of edges) {
      const depth = (depths.get(from) ?? 0) + 1;
      if (depth <= (depths.get(to) ?? 0) || depth > nodes.length) continue;
      depths.set(to, depth);
      changed = true;
    }
    if (!changed) break;
  }
  return depths;
};

/** Places a story from left to right: each thing right of all that led to it, and beside the first of that. */
export const placeStory = (story: Story, open: ReadonlySet<string> = new Set()): PlacedStory => {
  const depths = depthsOf(story);
  const placed = new Map<string, Placed>();
  const deepest = Math.max(0, ...depths.values());
  for (let depth = 0; depth <= deepest; depth += 1) {
    const parentOf = (id: string): Placed | undefined =>
      story.edges.flatMap(({ from, to }) => (to === id ? (placed.get(from) ?? []) : []))[0];
    const column = story.nodes
      .filter(({ id }) => depths.get(id) === depth)
      .map((node) => ({ node, wanted: parentOf(node.id)?.y ?? 0 }))
      .sort((one, other) => one.wanted - other.wanted || one.node.at - other.node.at);
    let free = 0;
    for (const { node, wanted } of column) {
      const y = Math.max(free, wanted);
      const height = heightOf(node, open);
      placed.set(node.id, { node, x: depth * (CARD.width + GAP.x), y, height });
      free = y + height + GAP.y;
    }
  }
  const nodes = story.nodes.flatMap(({ id }) => placed.get(id) ?? []);
  return {
    width: (deepest + 1) * (CARD.width + GAP.x) - GAP.x,
    height: Math.max(0, ...nodes.map(({ y, height }) => y + height)),
    nodes,
    edges: story.edges.flatMap(({ from, to }) => {
      const ends = [placed.get(from), placed.get(to)];
      return ends[0] && ends[1] ? [{ from: ends[0], to: ends[1] }] : [];
    }),
  };
};
