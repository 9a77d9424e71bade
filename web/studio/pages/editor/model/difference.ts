import { diffArrays, diffWordsWithSpace } from 'diff';
import { type Path, same } from './paths.ts';
import { isLocalised, kindOf, type Schema } from './schema.ts';

/** A stretch of a text: in both, gone, or new. */
export type Stretch = { text: string; is: 'same' | 'gone' | 'new' };

/** How one field differs. Of a text the words do, of anything else the whole value. */
export type FieldDifference = { path: Path; before: unknown; after: unknown; words?: readonly Stretch[] };

/** Texts longer than this together are shown whole: to compare them word by word would take seconds. */
const MOST = 60_000;

/** Two texts word by word. */
export const wordsOf = (before: string, after: string): Stretch[] => {
  const whole: Stretch[] = [
    { text: before, is: 'gone' },
    { text: after, is: 'new' },
  ];
  if (before === '' || after === '' || before.length + after.length > MOST) return whole.filter(({ text }) => text);
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'new' : removed ? 'gone' : 'same',
  }));
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Elements of two lists side by side: what is alike stays, what changed in its place is compared, the rest is new or gone. */
const pairsOf = (before: readonly unknown[], after: readonly unknown[]): [number | undefined, number | undefined][] => {
  const pairs: [number | undefined, number | undefined][] = [];
  const runs = diffArrays([...before], [...after], { comparator: same });
  let [one, other] = [0, 0];
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    const next = runs[index + 1];
    if (!run) continue;
    const length = run.value.length;
    if (run.removed && next?.added) {
      for (let at = 0; at < Math.max(length, next.value.length); at++) {
        pairs.push([at < length ? one + at : undefined, at < next.value.length ? other + at : undefined]);
      }
      one += length;
      other += next.value.length;
      index++;
    } else if (run.removed) {
      for (let at = 0; at < length; at++) pairs.push([one++, undefined]);
    } else if (run.added) {
      for (let at = 0; at < length; at++) pairs.push([undefined, other++]);
    } else {
      one += length;
      other += length;
    }
  }
  return pairs;
};

/** In which fields two versions of an item differ, in the order of its form, as somebody would tell it. */
export const differencesOf = (
  schema: Schema | undefined,
  before: unknown,
  after: unknown,
  path: Path = [],
): FieldDifference[] => {
  if (same(before, after)) return [];
  const kind = schema && kindOf(schema);
  if (typeof before === 'string' && typeof after === 'string') {
    return [{ path, before, after, words: wordsOf(before, after) }];
  }
  if (schema?.items && Array.isArray(before) && Array.isArray(after) && schema.items.type === 'object') {
    return pairsOf(before, after).flatMap(([one, other]) => {
      const at = [...path, other ?? one ?? 0];
      if (one === undefined) return [{ path: at, before: undefined, after: after[other ?? 0] }];
      if (other === undefined) return [{ path: at, before: before[one], after: undefined }];
      return differencesOf(schema.items, before[one], after[other], at);
    });
  }
  const opens = schema === undefined || kind === 'group' || kind === 'slugs' || kind === 'lines' || isLocalised(schema);
  if ((opens || kind === 'asset') && isTreeOrNone(before) && isTreeOrNone(after) && (before || after)) {
    const names = [
      ...new Set([...Object.keys(schema?.properties ?? {}), ...Object.keys(before ?? {}), ...Object.keys(after ?? {})]),
    ];
    return names.flatMap((name) => {
      const { additionalProperties } = schema ?? {};
      const member =
        schema?.properties?.[name] ?? (isObject(additionalProperties) ? (additionalProperties as Schema) : undefined);
      return differencesOf(member ?? {}, before?.[name], after?.[name], [...path, name]);
    });
  }
  const texts = [before, after].filter((value) => value !== undefined);
  if (texts.every((value) => typeof value === 'string')) {
    return [{ path, before, after, words: wordsOf(String(before ?? ''), String(after ?? '')) }];
  }
  return [{ path, before, after }];
};

const isTreeOrNone = (value: unknown): value is Record<string, unknown> | undefined =>
  value === undefined || isObject(value);
