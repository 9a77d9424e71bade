import type { Data, Problem } from '../../../api/content.ts';
import { type Path, pathOf, valueAt } from './paths.ts';
import type { TypeDescription } from './schema.ts';

export const CHECKS = ['required', 'alternatives', 'references', 'files', 'address', 'embargo'] as const;
export type Check = (typeof CHECKS)[number];

/** What keeps an item from being public, with the field where that can be changed. */
export type Block = Problem & { check: Check; path: Path; locale?: string };

const isEmpty = (value: unknown): boolean => {
  if (value === undefined || value === '') return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((each) => each === '' || each === undefined);
};

/** The field of the form to go to. A reference is written as a whole, whatever of it is at fault. */
const fieldToGoTo = (path: Path): Path =>
  ['ref', 'asset', 'fallback'].includes(String(path.at(-1))) ? path.slice(0, -1) : path;

/** Problems as the API tells them, each with what was checked and the field to go to. */
export const blocksOf = (problems: readonly Problem[], type: TypeDescription, data: Data): Block[] =>
  problems.map((problem) => {
    const path = pathOf(problem.field);
    const [first, last, before] = [path[0], path.at(-1), path.at(-2)];
    const at = { ...problem, path: fieldToGoTo(path) };
    if (problem.field === 'embargoUntil') return { ...at, check: 'embargo' };
    if (path.length === 1 && type.required.includes(String(first)) && isEmpty(valueAt(data, path))) {
      return { ...at, check: 'required' };
    }
    if (before === 'alt') return { ...at, check: 'alternatives', locale: String(last) };
    if (first === 'slugs') return { ...at, check: 'address', locale: String(last) };
    return { ...at, check: last === 'ref' ? 'references' : 'files' };
  });

/** The checks that nothing of it fails. */
export const passed = (blocks: readonly Block[]): Check[] =>
  CHECKS.filter((check) => !blocks.some((block) => block.check === check));
