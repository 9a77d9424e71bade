import type { DatabaseSync } from 'node:sqlite';
import { select } from './pattern/json.ts';
import { compilePattern, type Pattern } from './pattern/pattern.ts';
import type { LogLine } from './store.ts';

export type Transformation = {
  metricName: string;
  metricNamespace: string;
  metricValue: string;
  defaultValue?: number;
  dimensions?: Readonly<Record<string, string>>;
  unit?: string;
};

export type MetricFilter = {
  name: string;
  group: string;
  pattern: string;
  transformations: readonly Transformation[];
  createdAt: number;
};

export type PutMetric = (
  namespace: string,
  name: string,
  dimensions: Readonly<Record<string, string>>,
  value: number,
  unit?: string,
  at?: number,
) => void;

/** Metric filters, in SQLite, and in memory for every line that is written. */
export const createMetricFilters = (database: DatabaseSync, putMetric: PutMetric) => {
  database.exec(`CREATE TABLE IF NOT EXISTS logs_metric_filters (
    grp TEXT NOT NULL, name TEXT NOT NULL, settings TEXT NOT NULL, PRIMARY KEY (grp, name)) STRICT, WITHOUT ROWID`);
  const put = database.prepare('INSERT OR REPLACE INTO logs_metric_filters VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM logs_metric_filters WHERE grp = ? AND name = ?');
  const byGroup = new Map<string, Map<string, { filter: MetricFilter; pattern: Pattern }>>();
  const hold = (filter: MetricFilter): void => {
    const own = byGroup.get(filter.group) ?? new Map();
    own.set(filter.name, { filter, pattern: compilePattern(filter.pattern) });
    byGroup.set(filter.group, own);
  };
  for (const { settings } of database.prepare('SELECT settings FROM logs_metric_filters').all())
    hold(JSON.parse(String(settings)) as MetricFilter);
  const drop = (group: string, name: string): boolean => {
    remove.run(group, name);
    return byGroup.get(group)?.delete(name) === true;
  };

  return {
    /** In order of groups and names. */
    all: (): MetricFilter[] =>
      [...byGroup.values()]
        .flatMap((own) => [...own.values()].map(({ filter }) => filter))
        .sort((one, other) => (one.group + one.name < other.group + other.name ? -1 : 1)),
    of: (group: string): MetricFilter[] => [...(byGroup.get(group)?.values() ?? [])].map(({ filter }) => filter),
    put(filter: MetricFilter): void {
      put.run(filter.group, filter.name, JSON.stringify(filter));
      hold(filter);
    },
    remove: drop,
    removeAll(group: string): void {
      for (const name of [...(byGroup.get(group)?.keys() ?? [])]) drop(group, name);
      byGroup.delete(group);
    },
    /** Puts the metrics of a line that is written. */
    take({ group, message, at }: LogLine): void {
      for (const { filter, pattern } of byGroup.get(group)?.values() ?? []) {
        const matched = pattern.matches(message);
        for (const each of filter.transformations) {
          const value = matched ? valueIn(each.metricValue, pattern, message) : each.defaultValue;
          if (value === undefined || !Number.isFinite(value)) continue;
          const dimensions = matched ? dimensionsIn(each, pattern, message) : {};
          if (dimensions) putMetric(each.metricNamespace, each.metricName, dimensions, value, each.unit, at);
        }
      }
    },
  };
};

export type MetricFilters = ReturnType<typeof createMetricFilters>;

/** A value of a transformation: as it stands there, or what a selector or a field's name finds in the line. */
const textIn = (wanted: string, pattern: Pattern, message: string): string | undefined => {
  if (!wanted.startsWith('$')) return wanted;
  const known = pattern.values(message)[wanted];
  if (known !== undefined || !/^\$[.[]/.test(wanted)) return known;
  try {
    const [found] = select(JSON.parse(message), wanted);
    return found === undefined || found === null ? undefined : String(found);
  } catch {
    return undefined;
  }
};

const valueIn = (wanted: string, pattern: Pattern, message: string): number | undefined => {
  const text = textIn(wanted, pattern, message);
  return text === undefined || text.trim() === '' ? undefined : Number(text);
};

/** The dimensions of a line; undefined where one of them has no value in it. */
const dimensionsIn = (
  { dimensions = {} }: Transformation,
  pattern: Pattern,
  message: string,
): Record<string, string> | undefined => {
  const found = Object.entries(dimensions).map(([name, wanted]) => [name, textIn(wanted, pattern, message)] as const);
  return found.some(([, value]) => value === undefined || value === '')
    ? undefined
    : (Object.fromEntries(found) as Record<string, string>);
};
