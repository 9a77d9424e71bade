import type { Visit } from '../history/model.ts';

/** Which item of each Map around a visit it is in, by the Map's path. */
export const itemsAround = (visits: readonly Visit[], visit: Visit | undefined): Record<string, number> => {
  const items: Record<string, number> = {};
  for (let at = visit; at; ) {
    const { parent, branch }: Visit = at;
    const around: Visit | undefined = visits.find(({ id }) => id === parent);
    if (around?.type === 'Map' && branch !== undefined) items[around.path] = branch;
    at = around;
  }
  return items;
};

/** The visit of a path that fits the items that are looked at, else the last one there. */
export const visitAt = (
  visits: readonly Visit[],
  path: string,
  items: Readonly<Record<string, number>>,
): Visit | undefined => {
  const there = visits.filter((each) => each.path === path);
  const fits = (each: Visit) =>
    Object.entries(itemsAround(visits, each)).every(([map, item]) => (items[map] ?? item) === item);
  return there.findLast(fits) ?? there.at(-1);
};

/** The last state of one item of a Map. */
export const lastOfItem = (visits: readonly Visit[], map: string, index: number): Visit | undefined => {
  const first = visits.find((each) => itemsAround(visits, each)[map] === index);
  return first && (visits.findLast((each) => each.parent === first.parent && each.branch === index) ?? first);
};
