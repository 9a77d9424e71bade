import { remember } from '../../remember.ts';
import { fieldPattern } from './fields.ts';
import { jsonPattern } from './json.ts';
import { termPattern } from './terms.ts';

/** A filter pattern: which lines it takes, and what it finds in them by the names that it uses. */
export type Pattern = {
  matches(message: string): boolean;
  values(message: string): Readonly<Record<string, string>>;
};

/** Patterns kept compiled. */
const KEPT = 500;

/**
 * Compiles a filter pattern: terms, `{ … }` for JSON, `[ … ]` for words between spaces, `%…%` for regular expressions.
 * Throws `InvalidParameterException` for what is none.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export const compilePattern = (pattern = ''): Pattern => compiled(pattern.trim());

const compiled = remember(KEPT, (text: string): Pattern => {
  if (text === '') return { matches: () => true, values: () => ({}) };
  if (text.startsWith('{')) return jsonPattern(text);
  return text.startsWith('[') ? fieldPattern(text) : termPattern(text);
});
