import { type Path, same, valueAt, withValue } from './paths.ts';

/** A field that both sides changed, each in another way. */
export type Conflict = { path: Path; base: unknown; mine: unknown; theirs: unknown };

export type Merged = {
  /** What only one side changed is taken from it; of what both changed, mine stands here until somebody decides. */
  data: unknown;
  conflicts: readonly Conflict[];
  /** What is taken from theirs. */
  taken: readonly Path[];
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists that are as long as they were are compared place by place; others only as a whole, since places mean others then. */
const keysOf = (base: unknown, mine: unknown, theirs: unknown): (string | number)[] | undefined => {
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) {
    const alike = base.length === mine.length && base.length === theirs.length;
    return alike ? base.map((_, index) => index) : undefined;
  }
  const all = [base, mine, theirs].filter((value) => value !== undefined);
  // What one side took away and the other changed is for somebody to decide, not to be put together.
  if (all.length < 2 || !all.every(isObject) || mine === undefined || theirs === undefined) return undefined;
  return [...new Set(all.flatMap(Object.keys))];
};

/** Three versions of one item as one: nothing that either side wrote is lost without being told. */
export const merge = (base: unknown, mine: unknown, theirs: unknown): Merged => {
  const conflicts: Conflict[] = [];
  const taken: Path[] = [];
  let data = mine;
  const visit = (path: Path): void => {
    const [was, own, other] = [base, mine, theirs].map((each) => valueAt(each, path));
    if (same(was, other) || same(own, other)) return;
    if (same(was, own)) {
      taken.push(path);
      data = withValue(data, path, other);
      return;
    }
    const keys = keysOf(was, own, other);
    if (keys) for (const key of keys) visit([...path, key]);
    else conflicts.push({ path, base: was, mine: own, theirs: other });
  };
  visit([]);
  return { data, conflicts, taken };
};

/** The data with a decision for each conflict; one without a decision stays mine. */
export const decided = (data: unknown, decisions: readonly { path: Path; value: unknown }[]): unknown =>
  decisions.reduce<unknown>((next, { path, value }) => withValue(next, path, value), data);
