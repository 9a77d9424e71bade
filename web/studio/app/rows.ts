/** A thing with the `id` by which a collection knows it. */
type Row<Thing> = { id: string; thing: Thing };

/** Makes rows of things: the same thing is always the same row, so that a collection draws only those anew that have changed. */
export const createRows = <Thing extends object>(
  idOf: (thing: Thing) => string,
): ((things: readonly Thing[]) => Row<Thing>[]) => {
  const rows = new WeakMap<Thing, Row<Thing>>();
  const rowOf = (thing: Thing): Row<Thing> => {
    const row = rows.get(thing) ?? { id: idOf(thing), thing };
    rows.set(thing, row);
    return row;
  };
  return (things) => things.map(rowOf);
};
