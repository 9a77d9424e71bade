import type { MapEdge, MapNode, NodeKind, SystemMap } from './system-map.ts';

/** A card: one part, or the parts of one kind in one domain while their group is closed. */
export type Card = {
  id: string;
  kind: NodeKind;
  title: string;
  nodes: readonly MapNode[];
  /** The group that it is, or that it stands in. */
  group?: string;
  isGroup: boolean;
  x: number;
  y: number;
  height: number;
};

export type Line = { from: Card; to: Card; edges: readonly MapEdge[] };
export type PlacedMap = {
  cards: readonly Card[];
  lines: readonly Line[];
  width: number;
  height: number;
  heads: readonly Head[];
};
export type Head = { title: string; x: number };

export const CARD_WIDTH = 212;
const GAP_X = 72;
const GAP_Y = 10;
const TOP = 34;
const HEIGHT = 62;
/** A part of an open group has no picture of its own. */
const LOW = 40;
const INSET = 12;

/** Columns from left to right, in the order in which things happen. */
const COLUMNS: readonly { title: string; kinds: readonly NodeKind[] }[] = [
  { title: 'Sources', kinds: ['site', 'api', 'socket', 'schedule'] },
  { title: 'Bus and rules', kinds: ['bus', 'rule'] },
  { title: 'Workflows', kinds: ['workflow'] },
  { title: 'Functions', kinds: ['function'] },
  { title: 'Stores and dead letters', kinds: ['bucket', 'table', 'queue'] },
];

/** Kinds of which there are so many that a domain's are one card. */
const GROUPED = new Set<NodeKind>(['rule', 'function', 'queue']);

const NOUNS: Partial<Record<NodeKind, string>> = { rule: 'rules', function: 'functions', queue: 'queues' };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The group's name, by which it is opened. */
export const groupOf = ({ kind, domain }: MapNode): string | undefined =>
  GROUPED.has(kind) ? `${kind} ${domain}` : undefined;

/** A bucket whose objects are announced begins things: it stands among the sources. */
const columnOf = (node: MapNode, edges: readonly MapEdge[]): number =>
  node.kind === 'bucket' && edges.some(({ from, kind }) => from === node.id && kind === 'event')
    ? 0
    : COLUMNS.findIndex(({ kinds }) => kinds.includes(node.kind));

/** The cards of a map and the lines between them. Groups in `open` show their parts. */
export const placeMap = ({ nodes, edges }: SystemMap, open: ReadonlySet<string>): PlacedMap => {
  const cards: Card[] = [];
  const holder = new Map<string, Card>();
  for (const [column] of COLUMNS.entries()) {
    let y = TOP;
    const put = (card: Omit<Card, 'x' | 'y'>, inset = 0): Card => {
      const placed = { ...card, x: column * (CARD_WIDTH + GAP_X) + inset, y };
      y += card.height + (inset ? 6 : GAP_Y);
      cards.push(placed);
      return placed;
    };
    const seen = new Set<string>();
    const order = COLUMNS[column]?.kinds ?? [];
    const here = nodes
      .filter((node) => columnOf(node, edges) === column)
      .toSorted(
        (one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || one.domain.localeCompare(other.domain),
      );
    for (const node of here) {
      const group = groupOf(node);
      if (group === undefined) {
        holder.set(
          node.id,
          put({ id: node.id, kind: node.kind, title: node.name, nodes: [node], isGroup: false, height: HEIGHT }),
        );
        continue;
      }
      if (seen.has(group)) continue;
      seen.add(group);
      const members = here
        .filter((other) => groupOf(other) === group)
        .toSorted((one, other) => one.name.localeCompare(other.name));
      const title = `${capital(node.domain)} ${NOUNS[node.kind]}`;
      const head = put({ id: group, kind: node.kind, title, nodes: members, group, isGroup: true, height: HEIGHT });
      for (const member of members)
        holder.set(
          member.id,
          open.has(group)
            ? put(
                {
                  id: member.id,
                  kind: member.kind,
                  title: member.name,
                  nodes: [member],
                  group,
                  isGroup: false,
                  height: LOW,
                },
                INSET,
              )
            : head,
        );
    }
  }
  const bottom = Math.max(0, ...cards.map(({ y, height }) => y + height));
  return {
    cards,
    lines: linesOf(edges, holder),
    width: COLUMNS.length * (CARD_WIDTH + GAP_X) - GAP_X,
    height: bottom + GAP_Y,
    heads: COLUMNS.map(({ title }, column) => ({ title, x: column * (CARD_WIDTH + GAP_X) })),
  };
};

const linesOf = (edges: readonly MapEdge[], holder: ReadonlyMap<string, Card>): Line[] => {
  const lines = new Map<string, { from: Card; to: Card; edges: MapEdge[] }>();
  for (const edge of edges) {
    const [from, to] = [holder.get(edge.from), holder.get(edge.to)];
    if (!from || !to || from === to) continue;
    const key = `${from.id} ${to.id}`;
    const line = lines.get(key) ?? { from, to, edges: [] };
    line.edges.push(edge);
    lines.set(key, line);
  }
  return [...lines.values()];
};

/** The width of a card: those in a group are set in. */
export const widthOf = ({ group, isGroup }: Card): number =>
  group !== undefined && !isGroup ? CARD_WIDTH - INSET : CARD_WIDTH;

/** A line's way: forward from side to side; back, or within a column, around the near sides. */
export const pathOf = ({ from, to }: Line): string => {
  const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2];
  if (to.x > from.x + CARD_WIDTH / 2) {
    const [x1, x2] = [from.x + widthOf(from), to.x];
    const middle = (x1 + x2) / 2;
    return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  }
  if (to.x < from.x - CARD_WIDTH / 2) {
    const [x1, x2] = [from.x, to.x + widthOf(to)];
    const middle = (x1 + x2) / 2;
    return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  }
  const [x1, x2] = [from.x + widthOf(from), to.x + widthOf(to)];
  const out = Math.max(x1, x2) + 34;
  return `M${x1} ${y1}C${out} ${y1} ${out} ${y2} ${x2} ${y2}`;
};
