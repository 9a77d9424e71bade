/** A field that differs: `story.body.en`, or `credits.2.role.es`. What was not there has no `before`, what is gone no `after`. */
export type Difference = { field: string; before?: unknown; after?: unknown };

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Every field in which two versions differ, down to single texts, in the order of the fields. */
export const differences = (before: unknown, after: unknown, field = ''): Difference[] => {
  if (isTree(before) && isTree(after) && Array.isArray(before) === Array.isArray(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differences(before[name], after[name], field === '' ? name : `${field}.${name}`));
  }
  if (Object.is(before, after)) return [];
  return [{ field, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
};
