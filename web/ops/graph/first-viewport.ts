import type { Box } from '../definition/graph.ts';

type Size = { width: number; height: number };
export type Viewport = { x: number; y: number; zoom: number };

/** Zoom under which nothing can be read. */
const READABLE = 0.6;
const MARGIN = 24;

/** What lies along one side: in the middle where it fits, else as near to `place` as the ends allow. */
const along = (room: number, length: number, place: number): number => {
  if (length + 2 * MARGIN <= room) return (room - length) / 2;
  return Math.max(room - length - MARGIN, Math.min(MARGIN, room / 2 - place));
};

/** The view that a graph opens with: as wide as there is room, but large enough to be read, and then with `first` in the middle. */
export const firstViewport = (graph: Size, room: Size, first: Box | undefined): Viewport => {
  const zoom = Math.max(READABLE, Math.min(1, (room.width - 2 * MARGIN) / graph.width));
  const centre = first ? { x: first.x + first.width / 2, y: first.y + first.height / 2 } : { x: graph.width / 2, y: 0 };
  const height = graph.height * zoom;
  const y = height + 2 * MARGIN <= room.height ? MARGIN : along(room.height, height, centre.y * zoom);
  return { x: along(room.width, graph.width * zoom, centre.x * zoom), y, zoom };
};
