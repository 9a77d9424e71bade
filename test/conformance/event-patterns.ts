import { readFileSync } from 'node:fs';
import { AwsError } from '../../local/aws/error.ts';
import { compilePattern } from '../../local/events/pattern/pattern.ts';
import type { Gate } from './suite.ts';

type Case = { id: string; expect: 'match' | 'no-match' | 'invalid'; pattern: unknown; event: unknown };

const answer = ({ pattern, event }: Case): Case['expect'] => {
  try {
    return compilePattern(pattern)(event) ? 'match' : 'no-match';
  } catch (error) {
    if (error instanceof AwsError && error.code === 'InvalidEventPatternException') return 'invalid';
    throw error;
  }
};

/** Event patterns: whether each matches its event, or is refused, as EventBridge did. */
export const runEventPatterns = (file: string): Gate[] => {
  const cases = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const outcomes = cases.map((line) => {
    const recorded: Case = JSON.parse(line);
    const actual = answer(recorded);
    return { id: recorded.id, passed: actual === recorded.expect, expected: recorded.expect, actual };
  });
  return [{ name: 'event-patterns', outcomes }];
};
