import type { GraphEdge, GraphNode } from './graph.ts';
import { textWidth } from './text-width.ts';

export type Size = { width: number; height: number };

const TASK: Size = { width: 176, height: 52 };
const CHOICE: Size = { width: 176, height: 44 };
const RING: Size = { width: 20, height: 20 };
const PILL_HEIGHT = 26;
const PILL_TEXT = 12;

/** A Map's frame: its name, the strip of its items, and the name of the chosen item, above what is within. */
export const MAP_FRAME = { head: 46, strip: 34, caption: 24, side: 32, bottom: 24, width: 288 } as const;

/** A Parallel's frame, and the frame of each branch in it. */
export const PARALLEL_FRAME = { head: 50, side: 14, bottom: 14, gap: 12, width: 288 } as const;
export const BRANCH_FRAME = { head: 30, side: 14, bottom: 16, width: 204 } as const;

/** Text of an edge's label, in pixels. */
export const LABEL_TEXT = 11.5;

/** How large a node is that holds no others: by its type alone, except for the ends, which are as wide as their name. */
export const sizeOf = ({ type, name }: GraphNode): Size => {
  if (type === 'Start') return RING;
  if (type === 'Choice') return CHOICE;
  if (type === 'End') return { width: 56, height: PILL_HEIGHT };
  if (type === 'Succeed' || type === 'Fail') {
    const text = Math.ceil(textWidth(name, PILL_TEXT)) + 44;
    return { width: 2 * Math.ceil(Math.min(220, Math.max(72, text)) / 2), height: PILL_HEIGHT + 4 };
  }
  return TASK;
};

/** How large an edge's label is; a caught error's is a pill. */
export const labelSizeOf = ({ label = '', kind }: GraphEdge): Size => {
  const text = Math.ceil(textWidth(label, LABEL_TEXT));
  return kind === 'catch' ? { width: text + 22, height: 22 } : { width: text + 12, height: 18 };
};
