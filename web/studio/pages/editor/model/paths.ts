/** Where a value stands in an item's data: `['credits', 2, 'role', 'es']`. */
export type Path = readonly (string | number)[];

type Tree = Readonly<Record<string, unknown>> | readonly unknown[];

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** As the API writes it: `credits.2.role.es`. */
export const fieldOf = (path: Path): string => path.join('.');

/** A path from what the API writes; numbers are places in lists. */
export const pathOf = (field: string): Path =>
  field === '' ? [] : field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** What stands at a path; undefined where it leads nowhere. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) => (isTree(value) && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined),
    data,
  );

const isEmptyObject = (value: unknown): boolean =>
  isTree(value) && !Array.isArray(value) && Object.keys(value).length === 0;

/**
 * The data with another value at a path; what lies beside the path is shared with the data before. `undefined` takes a member
 * away, and objects that are empty thereby as well, except for members of lists.
 */
export const withValue = (data: unknown, path: Path, value: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list = Array.isArray(data) ? [...(data as unknown[])] : [];
    const next = withValue(list[key], rest, value);
    // A place in a list stays, even where nothing is left in it: others are counted by it.
    if (next === undefined && rest.length === 0) list.splice(key, 1);
    else list[key] = next ?? {};
    return list;
  }
  const before = isTree(data) && !Array.isArray(data) ? (data as Record<string, unknown>) : {};
  const next = withValue(before[key], rest, value);
  const { [key]: _, ...others } = before;
  if (next === undefined || (value === undefined && isEmptyObject(next))) {
    return Object.keys(others).length === 0 ? undefined : others;
  }
  return Object.hasOwn(before, key) ? { ...before, [key]: next } : { ...others, [key]: next };
};

/** The list with one element in another place. */
export const moved = <Element>(list: readonly Element[], from: number, to: number): Element[] => {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
};

/** Whether two values say the same; the order of members does not matter, the order of elements does. */
export const same = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true;
  if (!isTree(one) || !isTree(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && same(valueAt(one, [name]), valueAt(other, [name])))
  );
};
