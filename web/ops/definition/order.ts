import type { GraphEdge } from './graph.ts';

type Frame = { path: string; next: number };

/** The paths of one level in the order of their running, each before what it leads to; only what loops back points the other way. What nothing leads to comes after, as it was written. */
export const orderOf = (paths: readonly string[], edges: readonly GraphEdge[], start: string | undefined): string[] => {
  const ways = new Map<string, string[]>(paths.map((path) => [path, []]));
  for (const { from, to } of edges) ways.get(from)?.push(to);
  const seen = new Set<string>();
  const ordered: string[] = [];
  for (const root of start === undefined ? paths : [start, ...paths]) {
    if (seen.has(root)) continue;
    const done: string[] = [];
    const stack: Frame[] = [{ path: root, next: 0 }];
    seen.add(root);
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      // From the last way on to the first, so that the first ends up next to its origin.
      const all = ways.get(frame.path) ?? [];
      const to = all[all.length - 1 - frame.next];
      frame.next += 1;
      if (to === undefined) {
        done.push(frame.path);
        stack.pop();
      } else if (!seen.has(to)) {
        seen.add(to);
        stack.push({ path: to, next: 0 });
      }
    }
    ordered.push(...done.reverse());
  }
  return ordered;
};

/** The edges of the main path: from the start by what is not caught, at each Choice by the way that has most before it, as `weightOf` each node says. */
export const mainPathOf = (
  ordered: readonly string[],
  edges: readonly GraphEdge[],
  weightOf: (path: string) => number,
): Set<string> => {
  const place = new Map(ordered.map((path, index) => [path, index]));
  const onward = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const isForward = (place.get(edge.from) ?? 0) < (place.get(edge.to) ?? 0);
    if (edge.kind !== 'catch' && isForward) onward.set(edge.from, [...(onward.get(edge.from) ?? []), edge]);
  }
  const longest = new Map<string, { length: number; by?: GraphEdge }>();
  for (const path of [...ordered].reverse()) {
    let best: { length: number; by?: GraphEdge } = { length: 0 };
    for (const edge of onward.get(path) ?? []) {
      const length = weightOf(edge.to) + (longest.get(edge.to)?.length ?? 0);
      if (length > best.length) best = { length, by: edge };
    }
    longest.set(path, best);
  }
  const main = new Set<string>();
  let at = ordered[0];
  while (at !== undefined) {
    const by: GraphEdge | undefined = longest.get(at)?.by;
    if (by) main.add(by.id);
    at = by?.to;
  }
  return main;
};
