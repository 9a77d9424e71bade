import { compilePattern, type Pattern } from '../../events/pattern/pattern.ts';

/** Decides whether a record counts. `data` is the member of the record that a filter may look into: `body` or `dynamodb`. */
export type Filter = (record: Readonly<Record<string, unknown>>) => boolean;

/** Compiles a mapping's filters; a record must match one. Throws `InvalidEventPatternException` for a pattern that is none. */
export const compileFilters = (filters: readonly string[]): Filter => {
  if (filters.length === 0) return () => true;
  const compiled = filters.map(compileFilter);
  return (record) => compiled.some((matches) => matches(record));
};

const compileFilter = (text: string): Filter => {
  const pattern = JSON.parse(text) as Record<string, unknown>;
  const matches: Pattern = Object.keys(pattern).length === 0 ? () => true : compilePattern(pattern);
  // A filter that looks into a body sees it as JSON, one that compares it whole as text, and neither the other's.
  const { body } = pattern;
  if (body === undefined) return matches;
  const wantsText = Array.isArray(body);
  return (record) => {
    const parsed = objectOf(record.body);
    if (wantsText) return parsed === undefined && matches(record);
    return parsed !== undefined && matches({ ...record, body: parsed });
  };
};

const objectOf = (body: unknown): object | undefined => {
  try {
    const value: unknown = JSON.parse(String(body));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};
