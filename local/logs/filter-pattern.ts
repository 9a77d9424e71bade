import { compilePattern } from './pattern/pattern.ts';

/** Decides whether a log line matches. */
export type LineFilter = (message: string) => boolean;

/** Compiles a filter pattern. Throws `InvalidParameterException` for what is none. */
export const compileFilter = (pattern = ''): LineFilter => compilePattern(pattern).matches;
